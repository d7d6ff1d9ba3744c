//! A crate with one area only: what the same crate has with just that feature on, without its gates.

use super::scratch::Files;

/// The files of the slice.
pub(super) fn of(files: &Files, area: &str, name: &str) -> Files {
    let mut slice = Files::new();
    let support = files.iter().filter(|(path, _)| path.starts_with("src/support/"));
    slice.extend(support.map(|(path, text)| (path.clone(), text.clone())));
    let manifest = files.get("Cargo.toml").map_or("", String::as_str);
    let (manifest, _) =
        manifest.split_once("[[test]]").map_or((manifest, ""), |(before, rest)| (before, rest));
    let dependencies = files
        .get("Cargo.toml")
        .and_then(|manifest| manifest.split_once("[dependencies]"))
        .map_or("", |(_, rest)| rest);
    let package = manifest.split_once("[features]").map_or(manifest, |(package, _)| package);
    let renamed = package.lines().map(|line| match line.starts_with("name = ") {
        true => format!("name = \"{name}\"\n"),
        false => format!("{line}\n"),
    });
    let features = "[features]\nreqwest = [\"dep:reqwest\"]\n\n";
    let package: String = renamed.collect();
    slice.insert("Cargo.toml".to_owned(), format!("{package}{features}[dependencies]{dependencies}"));
    add(files, &mut slice, "src/lib.rs", "src", area);
    slice
}

/// Adds a module without what is off, and the modules below it.
fn add(files: &Files, slice: &mut Files, path: &str, folder: &str, area: &str) {
    let Some(text) = files.get(path) else { return };
    let text = without_gates(text, area);
    for name in text.lines().filter_map(module) {
        if name != "support" {
            add(files, slice, &format!("{folder}/{name}.rs"), &format!("{folder}/{name}"), area);
        }
    }
    slice.insert(path.to_owned(), text);
}

/// The declarations in a call of the macro `modules` that are on with the area alone, with their visibility.
fn declared(call: &str, area: &str) -> String {
    let groups = call.split(';').filter_map(|group| group.split_once("=>"));
    let on = groups.filter(|(gate, _)| gate.contains(&format!("\"{area}\"")));
    on.flat_map(|(_, names)| names.split_whitespace()).map(|name| format!("pub mod {name};\n")).collect()
}

/// The name in `pub mod name;` or `mod name;`.
fn module(line: &str) -> Option<&str> {
    line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';')
}

/// The text with the items that are on with the area alone.
fn without_gates(text: &str, area: &str) -> String {
    let mut kept = String::new();
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        if line == "modules! {\n" {
            let call: String = lines.by_ref().take_while(|line| *line != "}\n").collect();
            kept.push_str(&declared(&call, area));
            continue;
        }
        if !line.starts_with("#[cfg(") {
            kept.push_str(line);
            continue;
        }
        let mut gate = line.to_owned();
        while !gate.trim_end().ends_with(")]") {
            gate.push_str(lines.next().unwrap_or(")]"));
        }
        let is_named = gate.contains(&format!("\"{area}\""));
        let is_on = is_named != gate.contains("not(");
        let mut item = String::new();
        for line in lines.by_ref() {
            item.push_str(line);
            let is_whole = !line.starts_with([' ', '#']) && line.trim_end().ends_with([';', '}']);
            if is_whole {
                break;
            }
        }
        if is_on {
            kept.push_str(&item);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_off_is_left_out() {
        let text = "modules! {\n    feature = \"a\" =>\n        x\n        z;\n    any(feature = \"a\", feature = \"b\") =>\n        \
                    y;\n}\n#[cfg(\n    any(\n        feature = \"b\"\n    )\n)]\nmod v;\nuse w;\n";
        assert_eq!(without_gates(text, "a"), "pub mod x;\npub mod z;\npub mod y;\nuse w;\n");
        assert_eq!(without_gates(text, "b"), "pub mod y;\nmod v;\nuse w;\n");
    }
}
