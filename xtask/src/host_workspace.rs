//! An output inside somebody's cargo workspace: cargo builds it there only if the workspace knows it.

use std::path::Path;

use glob::{MatchOptions, Pattern};
use serde::Deserialize;

use crate::paths;

#[derive(Deserialize)]
struct Manifest {
    workspace: Option<Workspace>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Workspace {
    members: Vec<String>,
    exclude: Vec<String>,
}

/// What to add to the workspace around the output (a physical path), if cargo would refuse to build it there.
pub(crate) fn advice(out: &Path) -> Option<String> {
    if workspace_of(out).is_some() {
        return None;
    }
    let (root, workspace) =
        out.ancestors().skip(1).find_map(|folder| Some((folder, workspace_of(folder)?)))?;
    let path = paths::relative(root, out);
    if workspace.knows(&path) {
        return None;
    }
    Some(format!(
        "{manifest} is a workspace that does not list {out}, so cargo will not build it there.\n\
         Add one of these to its [workspace] table (neither is needed if a member depends on the crate by path):\n    \
         members = [\"{path}\"]\n    \
         exclude = [\"{path}\"]\n",
        manifest = paths::display(&root.join("Cargo.toml")),
        out = paths::display_folder(out),
    ))
}

impl Workspace {
    fn knows(&self, path: &str) -> bool {
        // As cargo has it: members are patterns of whole paths, exclusions are folders with all below.
        let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
        let is_member = |pattern: &String| {
            Pattern::new(plain(pattern)).is_ok_and(|pattern| pattern.matches_with(path, options))
        };
        let is_excluded = |folder: &String| Path::new(path).starts_with(plain(folder));
        self.members.iter().any(is_member) || self.exclude.iter().any(is_excluded)
    }
}

fn plain(path: &str) -> &str {
    path.trim_start_matches("./").trim_end_matches('/')
}

/// The workspace table of a folder's manifest. If a manifest cannot be read, cargo complains about it.
fn workspace_of(folder: &Path) -> Option<Workspace> {
    let text = paths::read_text(&folder.join("Cargo.toml")).ok()?;
    toml_edit::de::from_str::<Manifest>(&text).ok()?.workspace
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_patterns_and_exclusions_are_folders() {
        let workspace = Workspace {
            members: vec!["app".to_owned(), "crates/*".to_owned(), "./vendor/graph/".to_owned()],
            exclude: vec!["third-party".to_owned()],
        };
        for path in ["app", "crates/graph", "vendor/graph", "third-party", "third-party/a/b"] {
            assert!(workspace.knows(path), "{path}");
        }
        for path in ["graph", "crates/a/b", "vendor", "third-party-2"] {
            assert!(!workspace.knows(path), "{path}");
        }
    }
}
