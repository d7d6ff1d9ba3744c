//! Operations by the name that a correction gives them: the method, and the path that the operation's constant holds.
//!
//! A path without its query names all its functions.

use crate::http::Method;
use crate::model::{ApiModel, OperationKey, by_page};

/// What a correction may name.
pub(super) struct Candidate<K> {
    pub(super) key: K,
    pub(super) method: Method,
    /// The path alone, and what the constant holds: with the query that belongs to it, without the call that the page
    /// leaves out.
    pub(super) path: String,
    pub(super) constant: String,
}

/// The operations that `METHOD /path` names.
pub(super) fn operations(model: &ApiModel, item: &str) -> Result<Vec<OperationKey>, String> {
    let known = by_page(&model.operations).into_iter().map(|(key, operation)| Candidate {
        key: key.clone(),
        method: operation.method,
        path: operation.path.to_string(),
        constant: operation.template().constant,
    });
    find(item, &known.collect::<Vec<_>>())
}

/// All that `METHOD /path` names.
pub(super) fn find<K: Clone>(item: &str, known: &[Candidate<K>]) -> Result<Vec<K>, String> {
    let (method, path) = split(item)?;
    let of_method = || known.iter().filter(|known| known.method.as_str() == method);
    let mut found: Vec<K> =
        of_method().filter(|known| known.path == path).map(|known| known.key.clone()).collect();
    if found.is_empty() {
        found = of_method().filter(|known| known.constant == path).map(|known| known.key.clone()).collect();
    }
    if !found.is_empty() {
        return Ok(found);
    }
    let distance = |known: &Candidate<K>| {
        let distance = distance(&known.constant, path)?;
        Some((distance, known.method.as_str() != method))
    };
    let near = known.iter().filter_map(|known| Some((distance(known)?, known))).min_by_key(|(by, _)| *by);
    Err(match near {
        Some((_, near)) => {
            format!("no page has `{method} {path}`: did you mean `{} {}`?", near.method, near.constant)
        }
        None => format!("no page has `{method} {path}`"),
    })
}

/// Method and path of an operation's name.
pub(super) fn split(item: &str) -> Result<(&str, &str), String> {
    let (method, path) =
        item.split_once(' ').ok_or_else(|| format!("`{item}`: an operation is written `METHOD /path`"))?;
    Ok((method, path.trim()))
}

/// In how many segments two paths differ, if it is at most one; the names of parameters do not count.
fn distance(a: &str, b: &str) -> Option<usize> {
    let (a, b) = (nameless(a), nameless(b));
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split('/').collect(), b.split('/').collect());
    let differ = a.iter().zip(&b).filter(|(a, b)| a != b).count();
    let is_near = a.len() == b.len() && differ < a.len() - 1;
    (is_near && differ <= 1).then_some(differ)
}

/// A path in small letters, without the names of its parameters.
pub(crate) fn nameless(path: &str) -> String {
    let mut text = String::new();
    let mut is_inside = false;
    for letter in path.chars() {
        is_inside &= letter != '}';
        if !is_inside {
            text.extend(letter.to_lowercase());
        }
        is_inside |= letter == '{';
    }
    text
}
