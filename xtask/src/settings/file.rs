//! The output's own file of settings. It is its user's as much as the generator's: what need not change stays as it is.

use std::io;
use std::path::Path;

use anyhow::{Context, bail};
use codegen::{Options, SerdeStyle};
use toml_edit::{Array, DocumentMut, Value};

use super::Settings;
use crate::paths;

pub(crate) const NAME: &str = "codegen.toml";

const HEADER: &str = "\
# What this crate is made from. `codegen --out` with this folder makes it again.
# May be edited; values given on the command line are written here. Folders are relative to this one.
";

/// The file as it was found.
#[derive(Default)]
pub(super) struct SettingsFile {
    text: Option<String>,
    pub(super) settings: Settings,
}

impl SettingsFile {
    /// Reads the file of an output, which need not exist.
    pub(super) fn read(out: &Path) -> anyhow::Result<SettingsFile> {
        let path = out.join(NAME);
        let text = match paths::read_text(&path) {
            Ok(text) => text,
            // A path through a file is not a folder either; the plan says so when it comes to writing.
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(SettingsFile::default());
            }
            Err(error) => {
                return Err(error).with_context(|| format!("{} cannot be read", paths::display(&path)));
            }
        };
        SettingsFile::parse(text, &path)
    }

    pub(super) fn parse(text: String, path: &Path) -> anyhow::Result<SettingsFile> {
        let settings: Settings =
            toml_edit::de::from_str(&text).with_context(|| format!("in {}", paths::display(path)))?;
        if settings.out.is_some() {
            bail!("in {}: `out` is always the folder that the file stands in", paths::display(path));
        }
        Ok(SettingsFile { text: Some(text), settings: settings.below(path) })
    }

    /// The text that says this. `out` and the folders to read are physical paths.
    pub(super) fn text_for(&self, options: &Options, docs: &[impl AsRef<Path>], out: &Path) -> String {
        let mut document: DocumentMut = self.text.as_deref().unwrap_or_default().parse().unwrap_or_default();
        let found = self.settings.options();
        let Options { package, serde, page_url, only, implied, attribution, .. } = options;
        let mut keep = |key: &str, same: bool, value: Option<Value>| {
            if !same || (value.is_some() && !document.contains_key(key)) {
                put(&mut document, key, value);
            }
        };
        keep("name", package.name == found.package.name, Some(package.name.as_str().into()));
        keep("version", package.version == found.package.version, Some(package.version.as_str().into()));
        for (key, value, found) in [
            ("description", &package.description, &found.package.description),
            ("license", &package.license, &found.package.license),
            ("repository", &package.repository, &found.package.repository),
            ("page-url", page_url, &found.page_url),
            ("attribution", attribution, &found.attribution),
        ] {
            keep(key, value == found, value.as_deref().map(Value::from));
        }
        let names =
            (!only.is_empty()).then(|| Value::Array(only.iter().map(String::as_str).collect::<Array>()));
        keep("only", *only == found.only, names);
        keep("implied", *implied == found.implied, implied.then(|| true.into()));
        let style = match serde {
            SerdeStyle::Table => "table",
            SerdeStyle::Derive => "derive",
        };
        keep("serde", *serde == found.serde, Some(style.into()));
        keep("docs", self.reads(docs), Some(folders(docs, out)));
        let header = if self.text.is_none() { HEADER } else { "" };
        format!("{header}{document}")
    }

    /// Whether the file names these folders, however it writes them.
    fn reads(&self, docs: &[impl AsRef<Path>]) -> bool {
        let named = self.settings.docs.iter().flatten().map(|path| paths::physical(path).ok());
        named.eq(docs.iter().map(|path| Some(path.as_ref().to_owned())))
    }
}

fn folders(docs: &[impl AsRef<Path>], out: &Path) -> Value {
    Value::Array(docs.iter().map(|path| paths::relative(out, path.as_ref())).collect::<Array>())
}

/// Sets or removes a value; a comment behind the value stays.
fn put(document: &mut DocumentMut, key: &str, value: Option<Value>) {
    let Some(mut value) = value else {
        document.remove(key);
        return;
    };
    if let Some(old) = document.get(key).and_then(|item| item.as_value()) {
        *value.decor_mut() = old.decor().clone();
    }
    document[key] = toml_edit::Item::Value(value);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> SettingsFile {
        SettingsFile { text: Some(text.to_owned()), settings: toml_edit::de::from_str(text).unwrap() }
    }

    fn options(name: &str, license: Option<&str>) -> Options {
        let mut options = Options::default();
        options.package.name = name.to_owned();
        options.package.license = license.map(str::to_owned);
        options
    }

    #[test]
    fn a_new_file_holds_everything_that_the_run_was_told() {
        let text = SettingsFile::default().text_for(
            &options("graph", Some("MIT")),
            &[Path::new("/home/me/docs/v1.0"), Path::new("/home/me/more")],
            Path::new("/home/me/vendor/graph"),
        );
        let expected = r#"name = "graph"
version = "0.1.0"
license = "MIT"
serde = "table"
docs = ["../../docs/v1.0", "../../more"]
"#;
        assert_eq!(text.strip_prefix(HEADER), Some(expected));
    }

    #[test]
    fn comments_and_order_stay_and_only_what_changed_is_written() {
        let found = "\
# Ours.
name = \"graph\"  # short
license = 'MIT' # agreed
serde = \"table\"
version = \"0.1.0\"
";
        let none: [&Path; 0] = [];
        let same = file(found).text_for(&options("graph", Some("MIT")), &none, Path::new("/x"));
        assert_eq!(same, format!("{found}docs = []\n"));
        let renamed = file(found).text_for(&options("msgraph", None), &none, Path::new("/x"));
        let expected = "\
# Ours.
name = \"msgraph\"  # short
serde = \"table\"
version = \"0.1.0\"
docs = []
";
        assert_eq!(renamed, expected);
    }
}
