//! From a link's target to the page that it means.

use std::collections::BTreeMap;

use crate::source::{FileId, Sources};

/// All pages by path, whatever the case of a letter: links on real pages often differ in case only.
pub(crate) struct Links<'a> {
    sources: &'a Sources,
    by_path: BTreeMap<(usize, String), FileId>,
    by_tail: BTreeMap<String, FileId>,
}

impl<'a> Links<'a> {
    pub(crate) fn new(sources: &'a Sources) -> Self {
        let mut by_path = BTreeMap::new();
        let mut by_tail = BTreeMap::new();
        for id in sources.ids() {
            let source = sources.get(id);
            let path = source.path.to_lowercase();
            by_tail.entry(tail(&path)).or_insert(id);
            by_path.entry((source.root, path)).or_insert(id);
        }
        Links { sources, by_path, by_tail }
    }

    /// The folder and the file that a target means, in lower case, whether there is such a page or not.
    pub(crate) fn place(&self, from: FileId, target: &str) -> Option<String> {
        let path = written_path(target)?;
        Some(tail(&join(&self.sources.get(from).path.to_lowercase(), &path)))
    }

    /// The page that `target`, written on the page `from`, means: in its own root, then in any.
    pub(crate) fn page(&self, from: FileId, target: &str) -> Option<FileId> {
        let path = written_path(target)?;
        if path.is_empty() {
            return Some(from);
        }
        let source = self.sources.get(from);
        let own = join(&source.path.to_lowercase(), &path);
        self.by_path
            .get(&(source.root, own.clone()))
            .or_else(|| self.by_tail.get(&tail(&own)))
            .or_else(|| self.by_tail.get(&tail(&path)))
            .copied()
    }
}

/// The path of a target in lower case; `None` if it leads elsewhere.
fn written_path(target: &str) -> Option<String> {
    let path = target.split(['#', '?']).next().unwrap_or_default().replace('\\', "/").to_lowercase();
    if path.contains("://") || path.starts_with('/') {
        // `/graph/api/resources/x` is how the published site addresses `resources/x.md`.
        return Some(format!("{}.md", path.rsplit_once("/api/")?.1.trim_end_matches(".md")));
    }
    Some(path)
}

/// Folder and file name: what tells a page in another root.
fn tail(path: &str) -> String {
    let mut parts: Vec<&str> = path.rsplit('/').filter(|part| !matches!(*part, "." | "..")).take(2).collect();
    parts.reverse();
    parts.join("/")
}

/// `target` as seen from the file `from`.
fn join(from: &str, target: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Input;

    fn sources() -> Sources {
        let file = |root, path: &str| Input { root, path: path.to_owned(), bytes: Vec::new() };
        Sources::new(
            vec!["a".to_owned(), "b".to_owned()],
            vec![file(0, "api/user-get.md"), file(0, "resources/User.md"), file(1, "resources/group.md")],
        )
    }

    #[test]
    fn a_link_is_resolved_in_its_root_then_in_any_and_without_regard_to_case() {
        let sources = sources();
        let links = Links::new(&sources);
        let from = sources.ids().next().expect("three files");
        let path = |target: &str| links.page(from, target).map(|id| sources.get(id).path.as_str());
        assert_eq!(path("../resources/user.md#properties"), Some("resources/User.md"));
        assert_eq!(path("../Resources/Group.md"), Some("resources/group.md"));
        assert_eq!(path("/graph/api/resources/user"), Some("resources/User.md"));
        assert_eq!(path("#here"), Some("api/user-get.md"));
        assert_eq!(path("../resources/team.md"), None);
        assert_eq!(path("https://example.com/"), None);
    }
}
