//! What the users of a crate can name: its functions, types and features, read back from its files.
//!
//! The surface is read from the files rather than handed over by `emit`: so a crate that was committed long ago has one
//! too, and a comparison sees what the files really hold. The support code is left out, because it does not come from the
//! pages.

mod attributes;
mod call;
mod file;
mod gates;
mod types;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use rayon::prelude::*;

/// The functions, types and features of a crate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surface {
    /// By their paths: `message::copy`.
    pub functions: BTreeMap<String, Function>,
    /// Structs and enums, by their paths.
    pub types: BTreeMap<String, TypeItem>,
    /// Other paths of functions, each with the path that it stands for.
    pub aliases: BTreeMap<String, String>,
    /// The features of which one switches a module on, by its path, or its operations, by `path (operations)`.
    pub gates: BTreeMap<String, BTreeSet<String>>,
}

impl Surface {
    /// How many structs and enums, and how many request functions, there are.
    pub fn counts(&self) -> (usize, usize) {
        (self.types.len(), self.functions.len())
    }

    /// How an item is declared, on a line: `pub fn get(id: &str) -> Request<_, Book>`, `pub title: Option<String>`.
    pub fn declaration(&self, path: &str) -> Option<String> {
        let (of, name) = path.rsplit_once("::")?;
        if let Some(function) = self.functions.get(path) {
            let arguments = function.arguments.iter().map(|(name, type_)| format!("{name}: {type_}"));
            let arguments = arguments.collect::<Vec<_>>().join(", ");
            return Some(format!("pub fn {name}({arguments}) -> Request<_, {}>", function.answer));
        }
        let type_ = self.types.get(of)?;
        let member = type_
            .members
            .iter()
            .find(|member| member.name.trim_start_matches("r#") == name.trim_start_matches("r#"))?;
        Some(match type_.is_enum {
            true => member.name.clone(),
            false => format!("pub {}: {}", member.name, member.type_),
        })
    }

    /// The items whose route or JSON name the files do not show: another generator or an older one has written them.
    pub fn unread(&self) -> Vec<String> {
        let has_no_route =
            |function: &Function| function.route.split(' ').next_back().is_none_or(str::is_empty);
        let functions = self.functions.iter().filter(|(_, function)| has_no_route(function));
        let members = self.types.iter().flat_map(|(path, type_)| {
            let unnamed = type_.members.iter().filter(|member| member.wire.is_empty());
            unnamed.map(move |member| format!("{path}::{}", member.name))
        });
        functions.map(|(path, _)| path.clone()).chain(members).collect()
    }
}

/// A request function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Function {
    /// `GET /me/messages/{id}`, with the query that belongs to the call.
    pub route: String,
    /// Names and Rust types, the body last.
    pub arguments: Vec<(String, String)>,
    /// The Rust type of the answer.
    pub answer: String,
    /// Its permissions, if a constant holds them.
    pub permissions: Option<String>,
    /// Its documentation.
    pub docs: Docs,
}

/// A struct or an enum.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypeItem {
    /// Whether it is an enum.
    pub is_enum: bool,
    /// Its name in JSON.
    pub wire: String,
    /// Fields, or variants.
    pub members: Vec<Member>,
    /// Its documentation.
    pub docs: Docs,
}

/// A field or a variant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// Its name in Rust.
    pub name: String,
    /// Its name or text in JSON.
    pub wire: String,
    /// The Rust type; empty for a variant.
    pub type_: String,
    /// Whether only the service sets it.
    pub read_only: bool,
    /// Its documentation.
    pub docs: Docs,
}

/// The documentation of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// The pages' words: without examples, and without what links lead to.
    pub words: String,
    /// The notice of an item that is deprecated; may be empty.
    pub deprecated: Option<String>,
}

/// A file that is not Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotRust {
    /// Its path below the crate.
    pub path: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for NotRust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: not Rust, so nothing can be compared with it: {}", self.path, self.message)
    }
}

impl std::error::Error for NotRust {}

/// Reads the surface of a crate from its files, by their paths below it, with `/`.
pub fn surface(files: &BTreeMap<String, String>) -> Result<Surface, NotRust> {
    let sources: Vec<(&String, &String)> = files.iter().filter(|(path, _)| is_of_pages(path)).collect();
    let parts: Vec<Result<file::FileSurface, NotRust>> = sources
        .into_par_iter()
        .map(|(path, text)| {
            let module = module(path, files);
            file::read(&module, text)
                .map_err(|error| NotRust { path: path.clone(), message: error.to_string() })
        })
        .collect();
    let mut surface = Surface::default();
    for part in parts {
        part?.join(&mut surface);
    }
    Ok(surface)
}

/// Whether a file has items that come of pages, or declares modules.
fn is_of_pages(path: &str) -> bool {
    path.strip_prefix("src/").is_some_and(|below| {
        below.ends_with(".rs") && !below.starts_with("support/") && below != "support.rs" && below != "off.rs"
    })
}

/// The module that a file's items are named in: a module that is not public gives them to the one around it.
fn module(path: &str, files: &BTreeMap<String, String>) -> Vec<String> {
    let below = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut parts: Vec<String> = match below {
        "lib" => Vec::new(),
        below => below.split('/').map(str::to_owned).collect(),
    };
    if let Some((name, around)) = parts.split_last()
        && let Some(text) = files.get(&format!("src/{}.rs", around.join("/")))
        && text
            .lines()
            .any(|line| line.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')) == Some(name))
    {
        parts.pop();
    }
    parts
}

/// The path of an item.
pub(crate) fn path(module: &[String], name: &str) -> String {
    module.iter().map(String::as_str).chain([name]).collect::<Vec<_>>().join("::")
}
