//! Which modules of one folder use which, read from the paths in their code.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A module by the names on the way to it from the root.
pub(crate) type Module = Vec<String>;

/// For each folder of modules, which of them uses which others.
pub(crate) type Uses = BTreeMap<Module, BTreeMap<String, BTreeSet<String>>>;

/// A path in the code.
struct UsedPath {
    names: Vec<String>,
    /// The name that a `use` gives to what the path leads to.
    import: Option<String>,
}

/// Reads files, given by their paths below the root and their code.
pub(crate) fn between_siblings(files: &[(String, String)]) -> Uses {
    let files: Vec<(Module, Vec<UsedPath>)> =
        files.iter().map(|(path, code)| (module(path), used_paths(code))).collect();
    let modules: BTreeSet<&Module> = files.iter().map(|(module, _)| module).collect();
    let mut imports: BTreeMap<(&Module, &str), &str> = BTreeMap::new();
    for (module, paths) in &files {
        for path in paths {
            let [child, _, ..] = path.names.as_slice() else { continue };
            let is_child = modules.contains(&below(module, child));
            if let Some(import) = path.import.as_deref().filter(|_| is_child) {
                imports.insert((module, import), child);
            }
        }
    }
    let mut uses = Uses::new();
    for (module, paths) in &files {
        for path in paths {
            let Some(used) = target(module, &path.names, &modules, &imports) else { continue };
            let shared = module.iter().zip(&used).take_while(|(a, b)| a == b).count();
            if let (Some(user), Some(used)) = (module.get(shared), used.get(shared)) {
                let siblings = uses.entry(module[..shared].to_vec()).or_default();
                siblings.entry(user.clone()).or_default().insert(used.clone());
            }
        }
    }
    uses
}

/// The modules of each folder that use each other in a circle.
pub(crate) fn circles(uses: &Uses) -> Vec<String> {
    let mut found = BTreeSet::new();
    for (folder, uses) in uses {
        for name in uses.keys() {
            let circle: Vec<&str> = uses
                .keys()
                .filter(|other| reaches(uses, name, other) && reaches(uses, other, name))
                .map(String::as_str)
                .collect();
            if circle.len() > 1 {
                found.insert(format!("{}: {}", folder.join("::"), circle.join(", ")));
            }
        }
    }
    found.into_iter().collect()
}

fn reaches(uses: &BTreeMap<String, BTreeSet<String>>, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        let used = uses.get(name).into_iter().flatten().map(String::as_str);
        open.extend(used.filter(|used| seen.insert(*used)));
    }
    seen.contains(to)
}

fn module(path: &str) -> Module {
    let path = path.trim_end_matches(".rs").trim_end_matches("mod").trim_end_matches('/');
    path.split('/').filter(|name| *name != "lib" && *name != "main").map(str::to_owned).collect()
}

fn below(module: &[String], name: &str) -> Module {
    module.iter().cloned().chain([name.to_owned()]).collect()
}

/// The module in which the item of a path stands. What a module imports from one of its children stands there.
fn target(
    user: &Module,
    names: &[String],
    modules: &BTreeSet<&Module>,
    imports: &BTreeMap<(&Module, &str), &str>,
) -> Option<Module> {
    let (mut at, names) = match names.first()?.as_str() {
        "crate" => (Module::new(), &names[1..]),
        "self" => (user.clone(), &names[1..]),
        "super" => {
            let up = names.iter().take_while(|name| *name == "super").count();
            (user[..user.len().checked_sub(up)?].to_vec(), &names[up..])
        }
        _ => return None,
    };
    for name in names {
        let next = below(&at, name);
        at = match imports.get(&(&at, name.as_str())) {
            _ if modules.contains(&next) => next,
            Some(child) => below(&at, child),
            None => break,
        };
    }
    Some(at)
}

fn used_paths(code: &str) -> Vec<UsedPath> {
    let mut found = Vec::new();
    collect(code.parse().expect("Rust"), &[], false, &mut found);
    found
}

/// Collects the paths in `tokens`; those of an import's group continue `start`.
fn collect(tokens: TokenStream, start: &[String], is_import: bool, found: &mut Vec<UsedPath>) {
    let mut is_import = is_import;
    let mut path = start.to_vec();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if word == "use" => is_import = true,
            TokenTree::Ident(word) if word == "as" && is_import => {
                if let (Some(last), Some(name)) = (found.last_mut(), tokens.next()) {
                    last.import = Some(name.to_string());
                }
            }
            TokenTree::Ident(word) => {
                path.push(word.to_string());
                let is_colon =
                    |token: &TokenTree| matches!(token, TokenTree::Punct(it) if it.as_char() == ':');
                let goes_on = tokens.next_if(is_colon).is_some() && tokens.next_if(is_colon).is_some();
                if !goes_on {
                    let import = path.last().filter(|_| is_import).cloned();
                    found.push(UsedPath { names: std::mem::replace(&mut path, start.to_vec()), import });
                }
            }
            TokenTree::Group(group) => {
                let continues = is_import && group.delimiter() == Delimiter::Brace;
                let start = if continues { std::mem::replace(&mut path, start.to_vec()) } else { Vec::new() };
                collect(group.stream(), &start, continues, found);
            }
            TokenTree::Punct(mark) => {
                is_import &= mark.as_char() != ';';
                path = start.to_vec();
            }
            TokenTree::Literal(_) => {}
        }
    }
}
