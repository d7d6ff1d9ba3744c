//! A folder to run the program in, and what a run did.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder with `docs/api` in it, which holds a page.
pub(crate) struct Project {
    _folder: TempDir,
    root: PathBuf,
    caches: TempDir,
}

/// What a run did.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Project {
    pub(crate) fn new() -> Project {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let project = Project { _folder: folder, root, caches: tempfile::tempdir().unwrap() };
        project.put("docs/api/gadget-create.md", &page("gadget"));
        project
    }

    /// A project that `codegen --docs docs --out out` has been run in.
    pub(crate) fn generated() -> Project {
        let project = Project::new();
        project.done("codegen --docs docs --out out");
        project
    }

    /// Runs the program with arguments that are separated by spaces.
    pub(crate) fn run(&self, arguments: &str) -> Ran {
        self.ran(&mut self.command(arguments))
    }

    /// The same, and it must succeed.
    pub(crate) fn done(&self, arguments: &str) -> Ran {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
        ran
    }

    /// The same, and it must be refused, without a change to any file.
    pub(crate) fn refused(&self, arguments: &str) -> Ran {
        let before = self.tree("");
        let ran = self.run(arguments);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert_eq!(self.tree(""), before, "a refused run changed something");
        ran
    }

    pub(crate) fn ran(&self, command: &mut Command) -> Ran {
        let Output { status, stdout, stderr } = command.output().unwrap();
        Ran {
            code: status.code().expect("an exit code"),
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
        }
    }

    /// The program in a clean environment.
    pub(crate) fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pages-to-crate"));
        command.args(arguments.split_whitespace()).current_dir(&self.root);
        self.clean(&mut command);
        command
    }

    /// Gives a command an environment that says nothing about cargo or colours, with caches of the project's own.
    pub(crate) fn clean(&self, command: &mut Command) {
        for variable in ["CARGO_MANIFEST_DIR", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(variable);
        }
        command.env("XDG_CACHE_HOME", self.caches());
    }

    /// Runs git in a folder of the project, with arguments that are separated by spaces, and gives what it prints.
    pub(crate) fn git(&self, folder: &str, arguments: &str) -> String {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=T", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false"]);
        git.args(arguments.split_whitespace()).current_dir(self.path(folder));
        // A hook that runs the tests names its own repository.
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"] {
            git.env_remove(variable);
        }
        let ran = self.ran(&mut git);
        assert_eq!(ran.code, 0, "git {arguments}: {ran:?}");
        ran.stdout
    }

    /// The user's folder for what only saves work.
    pub(crate) fn caches(&self) -> &Path {
        self.caches.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub(crate) fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Every file and folder below with its content.
    pub(crate) fn tree(&self, path: &str) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let mut tree = BTreeMap::new();
        collect(&self.path(path), &self.path(path), &mut tree);
        tree
    }

    /// The files of an output that are the generator's.
    pub(crate) fn owned(&self, out: &str) -> Vec<String> {
        let manifest = self.read(&format!("{out}/codegen.lock"));
        let paths = manifest.lines().skip(1).map(|line| line.split_once("  ").unwrap().1.to_owned());
        paths.collect()
    }

    /// Any file of the output that the generator gave.
    pub(crate) fn any_owned(&self, out: &str) -> String {
        let file = self.owned(out).pop().expect("the generator gives a file");
        format!("{out}/{file}")
    }
}

/// Whether there is a git to run.
pub(crate) fn has_git() -> bool {
    Command::new("git").arg("--version").output().is_ok()
}

fn collect(root: &Path, folder: &Path, tree: &mut BTreeMap<PathBuf, Option<Vec<u8>>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_folder = fs::symlink_metadata(&path).unwrap().is_dir();
        tree.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).ok());
        if is_folder {
            collect(root, &path, tree);
        }
    }
}

/// A page that creates something.
pub(crate) fn page(thing: &str) -> String {
    PAGE.replace("gadget", thing)
}

const PAGE: &str = r#"---
title: "Create gadget"
description: "Create a gadget."
author: "documentation"
doc_type: apiPageType
---

# Create gadget

Create a gadget.

## HTTP request

```http
POST /gadgets
```

## Request body

A gadget in JSON.

## Response

`201 Created` and the gadget.

## Example

### Request

```http
POST https://graph.microsoft.com/v1.0/gadgets
Content-Type: application/json

{
  "displayName": "First",
  "size": 3
}
```

### Response

```http
HTTP/1.1 201 Created
Content-Type: application/json

{
  "id": "1",
  "displayName": "First",
  "size": 3
}
```
"#;
