//! A crate that uses a generated one: some of its types, decoded and encoded, and some of its operations.

use std::path::Path;

use super::cargo::Package;
use super::scratch::{self, Files};

const TYPES: usize = 50;
const OPERATIONS: usize = 20;

/// Writes a user of the crate `api`, whose files these are.
pub(super) fn write(folder: &Path, name: &str, api: &Package, files: &Files) -> anyhow::Result<Package> {
    let features: Vec<String> = api.features.iter().map(|feature| format!("{feature:?}")).collect();
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         api = {{ package = {:?}, path = {:?}, features = [{}] }}\nhttp = \"1\"\nserde_json = \"1\"\n",
        api.name,
        api.folder,
        features.join(", ")
    );
    let written =
        Files::from([("Cargo.toml".to_owned(), manifest), ("src/lib.rs".to_owned(), source(files))]);
    scratch::write(folder, name, &written)
}

fn source(files: &Files) -> String {
    let types = spread(types(files), TYPES).into_iter().enumerate().map(|(index, path)| {
        format!(
            "pub fn type_{index}(text: &str) -> serde_json::Result<String> {{\n    \
             let value: api::{path} = serde_json::from_str(text)?;\n    serde_json::to_string(&value)\n}}\n"
        )
    });
    let operations = spread(operations(files), OPERATIONS).into_iter().enumerate().map(|(index, call)| {
        format!(
            "pub fn operation_{index}(a: &[&str], answer: http::Response<Vec<u8>>) -> Result<(), api::support::Error> {{\n    \
             let body = Default::default();\n    let request = api::{call};\n    \
             request.to_http(\"https://service.example\")?;\n    request.decode(answer)?;\n    Ok(())\n}}\n"
        )
    });
    format!("#![allow(deprecated)]\n{}", types.chain(operations).collect::<String>())
}

/// The paths of all structs.
fn types(files: &Files) -> Vec<String> {
    let structs = |(module, text): (String, &str)| {
        let names = text.lines().filter_map(|line| line.strip_prefix("pub struct ")?.strip_suffix(" {"));
        names.map(|name| format!("{module}::{name}")).collect::<Vec<_>>()
    };
    scratch::modules(files).flat_map(structs).collect()
}

/// Calls of all operations that take an object and answer something.
fn operations(files: &Files) -> Vec<String> {
    let calls = |(module, text): (String, &str)| {
        let signatures = text.split("\npub fn ").skip(1).filter_map(|rest| Some(rest.split_once(" {\n")?.0));
        signatures.filter_map(|signature| call(&module, signature)).collect::<Vec<_>>()
    };
    scratch::modules(files).flat_map(calls).collect()
}

/// A call from `create_event<'a>(user_id: &str, event: &'a Event) -> Request<…>`.
fn call(module: &str, signature: &str) -> Option<String> {
    let (name, rest) = signature.split_once("<'a>(")?;
    let (parameters, answer) = rest.split_once(") ->")?;
    let parameters: Vec<&str> =
        parameters.split(',').map(str::trim).filter(|text| !text.is_empty()).collect();
    let (body, arguments) = parameters.split_last()?;
    if body.ends_with("Json") || answer.contains("()") || answer.contains("Json") {
        return None;
    }
    let arguments = (0..arguments.len()).map(|index| format!("a[{index}], "));
    Some(format!("{module}::{name}({}&body)", arguments.collect::<String>()))
}

/// So many of them, from all over the list.
fn spread(all: Vec<String>, count: usize) -> Vec<String> {
    let step = (all.len() / count).max(1);
    all.into_iter().step_by(step).take(count).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_signature_becomes_a_call() {
        let signature = "create<'a>(\n    id: &str,\n    event: &'a Event,\n) -> Request<&'a Event, Event>";
        assert_eq!(super::call("event", signature).unwrap(), "event::create(a[0], &body)");
        assert_eq!(super::call("event", "list(id: &str) -> Request<(), Event>"), None);
    }
}
