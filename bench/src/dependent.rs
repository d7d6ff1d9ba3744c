//! A crate that uses a generated one: some of its types, decoded and encoded, and some of its operations.

use std::path::Path;

use codegen::{Function, Surface};

use super::cargo::Package;
use super::scratch::{self, Files};

const TYPES: usize = 50;
const OPERATIONS: usize = 20;

/// Writes a user of the crate `api`, which has this surface.
pub(super) fn write(folder: &Path, name: &str, api: &Package, surface: &Surface) -> anyhow::Result<Package> {
    let features: Vec<String> = api.features.iter().map(|feature| format!("{feature:?}")).collect();
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         api = {{ package = {:?}, path = {:?}, features = [{}] }}\nhttp = \"1\"\nserde_json = \"1\"\n",
        api.name,
        api.folder,
        features.join(", ")
    );
    let written =
        Files::from([("Cargo.toml".to_owned(), manifest), ("src/lib.rs".to_owned(), source(surface))]);
    scratch::write(folder, name, &written)
}

fn source(api: &Surface) -> String {
    let types = spread(types(api), TYPES).into_iter().enumerate().map(|(index, path)| {
        format!(
            "pub fn type_{index}(text: &str) -> serde_json::Result<String> {{\n    \
             let value: api::{path} = serde_json::from_str(text)?;\n    serde_json::to_string(&value)\n}}\n"
        )
    });
    let operations = spread(operations(api), OPERATIONS).into_iter().enumerate().map(|(index, call)| {
        format!(
            "pub fn operation_{index}(a: &[&str], answer: http::Response<Vec<u8>>) -> Result<(), api::support::Error> {{\n    \
             let body = Default::default();\n    let request = api::{call};\n    \
             request.to_http(\"https://service.example\")?;\n    request.decode(answer)?;\n    Ok(())\n}}\n"
        )
    });
    format!("#![allow(deprecated)]\n{}", types.chain(operations).collect::<String>())
}

/// The paths of all structs.
fn types(api: &Surface) -> Vec<String> {
    api.types.iter().filter(|(_, type_)| !type_.is_enum).map(|(path, _)| path.clone()).collect()
}

/// Calls of all operations that take an object and answer something.
fn operations(api: &Surface) -> Vec<String> {
    api.functions.iter().filter_map(|(path, function)| call(api, path, function)).collect()
}

/// `event::create(a[0], &body)` for a function that takes texts and an object.
fn call(api: &Surface, path: &str, function: &Function) -> Option<String> {
    let ((_, body), arguments) = function.arguments.split_last()?;
    let is_object =
        body.strip_prefix('&').is_some_and(|name| api.types.get(name).is_some_and(|type_| !type_.is_enum));
    let are_texts = arguments.iter().all(|(_, type_)| type_ == "&str");
    if !is_object || !are_texts || function.answer.contains("()") || function.answer.contains("Json") {
        return None;
    }
    let texts = (0..arguments.len()).map(|index| format!("a[{index}], "));
    Some(format!("{path}({}&body)", texts.collect::<String>()))
}

/// So many of them, from all over the list.
fn spread(all: Vec<String>, count: usize) -> Vec<String> {
    let step = (all.len() / count).max(1);
    all.into_iter().step_by(step).take(count).collect()
}

#[cfg(test)]
mod tests {
    use codegen::TypeItem;

    use super::*;

    #[test]
    fn a_function_that_takes_an_object_becomes_a_call() {
        let argument = |name: &str, type_: &str| (name.to_owned(), type_.to_owned());
        let mut api = Surface::default();
        api.types.insert("event::Event".to_owned(), TypeItem::default());
        let create = Function {
            arguments: vec![argument("id", "&str"), argument("event", "&event::Event")],
            answer: "event::Event".to_owned(),
            ..Function::default()
        };
        assert_eq!(call(&api, "event::create", &create).unwrap(), "event::create(a[0], &body)");
        let get = Function { arguments: vec![argument("id", "&str")], ..create };
        assert_eq!(call(&api, "event::get", &get), None);
    }
}
