//! Where the pages come from: repository, commit and date of the checkout that a folder belongs to.
//!
//! The `git` command is asked, since the date stands in a compressed object, and only git knows all the ways in which a
//! checkout keeps its parts. It is given nothing that a checkout's own settings could turn into a program.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};
use codegen::Origin;

use crate::{includes, paths};

/// The origin of a folder (physical paths); none outside a checkout, without git, and where the output lies in the same
/// checkout: what is committed beside its pages needs no other record of them.
pub(crate) fn of(folder: &Path, out: &Path) -> Option<Origin> {
    let checkout = includes::checkout(folder)?;
    if out.starts_with(checkout) {
        return None;
    }
    let log = git(checkout, &["log", "-1", "--no-show-signature", "--format=%H %cs"]).ok()?;
    let (commit, date) = log.split_once(' ')?;
    let address = git(checkout, &["config", "--get", "remote.origin.url"]).ok();
    Some(Origin {
        folder: paths::slashes(folder.strip_prefix(checkout).ok()?),
        repository: address.map(|address| without_secrets(&address)),
        commit: commit.to_owned(),
        date: date.to_owned(),
    })
}

/// The public address of a page, as it stands in the commit: known where the repository is one of GitHub's.
pub(crate) fn page_url(origin: &Origin) -> Option<String> {
    let address = origin.repository.as_deref()?;
    let name =
        address.strip_prefix("https://github.com/").or_else(|| address.strip_prefix("git@github.com:"))?;
    let name = name.trim_end_matches('/').trim_end_matches(".git");
    let folder = if origin.folder.is_empty() { String::new() } else { format!("{}/", origin.folder) };
    Some(format!("https://github.com/{name}/blob/{}/{folder}{{path}}.md", origin.commit))
}

/// What names another repository to git: a hook that runs this program does.
const OTHER_REPOSITORIES: [&str; 4] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"];

/// What git answers, which may be nothing; its own words where it fails.
pub(crate) fn git(checkout: &Path, arguments: &[&str]) -> anyhow::Result<String> {
    let output = command(checkout, arguments).output().context("git cannot be run")?;
    if !output.status.success() {
        bail!("git failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let text = String::from_utf8(output.stdout).context("git's output is not valid UTF-8")?;
    Ok(text.trim_end_matches('\n').to_owned())
}

/// The call of git in a checkout that runs nothing of the checkout's own and asks for no other repository.
pub(crate) fn command(checkout: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    for variable in OTHER_REPOSITORIES {
        command.env_remove(variable);
    }
    command.arg("-C").arg(checkout).args(["-c", "core.fsmonitor=false", "--no-pager"]).args(arguments);
    command
}

/// The address of a repository without the name and the password that may stand in it.
fn without_secrets(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let end = rest.find('/').unwrap_or(rest.len());
    let host = rest[..end].rsplit_once('@').map_or(&rest[..end], |(_, host)| host);
    format!("{scheme}://{host}{}", &rest[end..])
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_page_is_shown_as_it_stands_in_the_commit() {
        let address = |repository: &str, folder: &str| {
            super::page_url(&codegen::Origin {
                folder: folder.to_owned(),
                repository: Some(repository.to_owned()),
                commit: "c0ffee".to_owned(),
                date: "2026-05-04".to_owned(),
            })
        };
        let expected = "https://github.com/library/pages/blob/c0ffee/reference/v1.0/{path}.md";
        for repository in ["https://github.com/library/pages.git", "git@github.com:library/pages"] {
            assert_eq!(address(repository, "reference/v1.0").as_deref(), Some(expected));
        }
        assert_eq!(address("https://git.example/library/pages", ""), None);
    }

    #[test]
    fn no_password_is_recorded() {
        let without_secrets = super::without_secrets;
        assert_eq!(without_secrets("https://me:secret@git.example/a/b.git"), "https://git.example/a/b.git");
        assert_eq!(without_secrets("https://git.example/a@b"), "https://git.example/a@b");
        assert_eq!(without_secrets("git@git.example:a/b.git"), "git@git.example:a/b.git");
    }
}
