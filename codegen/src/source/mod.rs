//! The texts that were handed in, and places in them.

mod excerpt;
mod input;
mod line_starts;
mod lines;
mod place;

pub(crate) use excerpt::Excerpt;
pub use input::{Input, Obstacle, Unreadable};
pub(crate) use lines::{lines, lines_from};
pub use place::{FileId, Position, Span};
pub(crate) use place::{PageId, Spanned};

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::visible::marked;
use line_starts::LineStarts;

/// One text of the documentation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Source {
    pub(crate) root: usize,
    pub(crate) path: String,
    /// The text. Bytes that are not UTF-8 are replaced by U+FFFD, and a byte order mark is removed.
    pub(crate) text: String,
    /// Where the first byte that is not UTF-8 stood, in `text`.
    pub(crate) not_utf8: Option<usize>,
    /// Whether the file began with a byte order mark.
    pub(crate) byte_order_mark: bool,
    line_starts: LineStarts,
}

/// All texts of one run, in the order of root and path whatever order they were handed in.
#[derive(Clone, Debug, Default, Hash)]
pub struct Sources {
    files: Vec<Source>,
    /// How many roots there are: with several, a path is shown with its root.
    roots: Vec<String>,
    /// The files by root and path in lower case: links and includes are written in any case.
    by_path: BTreeMap<(usize, String), FileId>,
    /// Their places stand at the end of `files`, without a text, so that findings can point at them.
    unreadable: Vec<Unreadable>,
}

impl Sources {
    /// Takes the files in. `roots` names each root for display, in the order of `Input::root`.
    pub fn new(roots: Vec<String>, mut inputs: Vec<Input>) -> Self {
        inputs.sort_by(|a, b| (a.root, &a.path).cmp(&(b.root, &b.path)));
        inputs.dedup_by(|a, b| (a.root, &a.path) == (b.root, &b.path));
        let files: Vec<_> = inputs.into_par_iter().map(Source::new).collect();
        let keys = files.iter().map(|file| (file.root, file.path.to_lowercase()));
        let by_path = keys.zip((0..).map(FileId)).collect();
        Sources { files, roots, by_path, unreadable: Vec::new() }
    }

    /// Adds the places that could not be read. Each becomes a finding.
    pub fn with_unreadable(mut self, mut unreadable: Vec<Unreadable>) -> Self {
        unreadable.sort();
        unreadable.dedup();
        self.files.extend(unreadable.iter().map(|place| {
            Source::new(Input { root: place.root, path: place.path.clone(), bytes: Vec::new() })
        }));
        self.unreadable.extend(unreadable);
        self
    }

    /// How many texts there are.
    pub fn count(&self) -> usize {
        self.readable()
    }

    /// The texts.
    pub(crate) fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.readable() as u32).map(FileId)
    }

    /// The places that could not be read.
    pub(crate) fn unreadable(&self) -> impl Iterator<Item = (FileId, &Obstacle)> {
        let ids = (self.readable() as u32..).map(FileId);
        ids.zip(self.unreadable.iter().map(|place| &place.obstacle))
    }

    /// Whether these are the same files, whatever stands in them.
    pub(crate) fn has_files_of(&self, other: &Sources) -> bool {
        self.by_path == other.by_path && self.unreadable == other.unreadable
    }

    fn readable(&self) -> usize {
        self.files.len() - self.unreadable.len()
    }

    pub(crate) fn get(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// The text of a source, as the spans of its diagnostics count it.
    pub fn text(&self, id: FileId) -> &str {
        &self.get(id).text
    }

    /// The root that a source was found under, by its index, and the path below it.
    pub fn location(&self, id: FileId) -> (usize, &str) {
        let source = self.get(id);
        (source.root, &source.path)
    }

    /// The path for people: below its root, and with the root's name where there are several roots.
    pub fn display_path(&self, id: FileId) -> String {
        let source = self.get(id);
        let path = match self.roots.get(source.root) {
            Some(root) if self.roots.len() > 1 => format!("{root}/{}", source.path),
            _ => source.path.clone(),
        };
        // A path is shown on one line, whatever the file system allows in it.
        marked(&path)
    }

    /// The file that a path relative to another file names; whatever stands behind `#` or `?` is left out.
    pub(crate) fn relative(&self, from: FileId, target: &str) -> Option<FileId> {
        let root = self.get(from).root;
        self.by_path.get(&(root, self.path_from(from, target)?.to_lowercase())).copied()
    }

    /// The path below the root that a target means, whether there is such a file or not; it begins with `..` where it leads
    /// out of the root.
    pub(crate) fn path_from(&self, from: FileId, target: &str) -> Option<String> {
        path_from(&self.get(from).path, target)
    }

    /// The name of the root that a source was found under.
    pub(crate) fn root_name(&self, id: FileId) -> &str {
        self.roots.get(self.get(id).root).map_or("", String::as_str)
    }

    /// The bytes of a span, cut to the text and to whole characters: a wrong span must not cause a panic.
    pub fn range(&self, span: Span) -> Range<usize> {
        let text = self.text(span.file);
        let boundary =
            |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        boundary(span.start())..boundary(span.end())
    }

    /// Line and column of a span's first byte.
    pub fn position(&self, span: Span) -> Position {
        self.get(span.file).position(span.start())
    }

    /// The text of a span.
    pub(crate) fn slice(&self, span: Span) -> &str {
        self.get(span.file).text.get(span.range()).unwrap_or_default()
    }
}

impl Source {
    /// Whether the file lies beside its root: other pages include it, and it is not a page by itself.
    pub(crate) fn is_beside(&self) -> bool {
        self.path.starts_with("../")
    }

    fn new(input: Input) -> Self {
        let Input { root, path, mut bytes } = input;
        let byte_order_mark = bytes.starts_with(b"\xEF\xBB\xBF");
        if byte_order_mark {
            bytes.drain(..3);
        }
        let read = String::from_utf8(bytes);
        let not_utf8 = read.as_ref().err().map(|error| error.utf8_error().valid_up_to());
        let text = read.unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        Source { root, path, text, not_utf8, byte_order_mark, line_starts: LineStarts::default() }
    }

    /// Line and column of a byte.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let is_boundary = |at: &usize| self.text.is_char_boundary(*at);
        let offset = (0..=offset.min(self.text.len())).rev().find(is_boundary).unwrap_or(0);
        let (line, start) = self.line_starts.line_at(&self.text, offset);
        Position { line, column: self.text[start..offset].chars().count() + 1 }
    }
}

/// The path that `target`, written in the file `from`, means; `None` if it leads to the web.
pub(crate) fn path_from(from: &str, target: &str) -> Option<String> {
    let target = target.split(['#', '?']).next()?.replace('\\', "/");
    if target.contains("://") || target.starts_with(['/', '~']) {
        return None;
    }
    let mut path: Vec<&str> = from.split('/').collect();
    path.pop();
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." if path.last().is_some_and(|last| *last != "..") => {
                path.pop();
            }
            name => path.push(name),
        }
    }
    Some(path.join("/"))
}

/// The file's name without folders and extension.
pub(crate) fn file_stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".md").unwrap_or(name)
}
