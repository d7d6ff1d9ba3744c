//! Values that only some texts are: refused where they are given, not by cargo later.

use std::path::Path;
use std::str::FromStr;

use clap::ValueEnum;
use codegen::SerdeStyle;
use serde::Deserialize;

macro_rules! checked_text {
    ($(#[doc = $doc:literal] $name:ident: $check:ident;)*) => {$(
        #[doc = $doc]
        #[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
        #[serde(try_from = "String")]
        pub(crate) struct $name(String);

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(text: String) -> Result<Self, String> {
                $check(&text)?;
                Ok($name(text))
            }
        }

        impl FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                $name::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> String {
                value.0
            }
        }
    )*};
}

checked_text! {
    /// A name that cargo takes.
    PackageName: check_name;
    /// A version that cargo takes.
    PackageVersion: check_version;
    /// An address with a place for the page.
    PageUrl: check_page_url;
    /// A licence, as SPDX writes it.
    License: check_license;
}

impl PackageName {
    /// The name that a folder's name makes: what cargo does not take becomes `-`. None where nothing is left.
    pub(super) fn of_folder(folder: &Path) -> Option<Self> {
        let name = folder.file_name()?.to_str()?;
        let letter =
            |letter: char| if letter.is_ascii_alphanumeric() || letter == '_' { letter } else { '-' };
        let name: String = name.chars().map(letter).collect();
        PackageName::try_from(name.trim_matches('-').to_owned()).ok()
    }
}

fn check_name(text: &str) -> Result<(), String> {
    let starts_well = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    let goes_on_well = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if starts_well && goes_on_well {
        return Ok(());
    }
    Err("a crate's name has ASCII letters, digits, `-` and `_`, and does not begin with a digit".to_owned())
}

fn check_version(text: &str) -> Result<(), String> {
    match semver::Version::parse(text) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("not a version such as 1.2.3: {error}")),
    }
}

fn check_license(text: &str) -> Result<(), String> {
    match spdx::Expression::parse(text) {
        _ if text.is_empty() => Ok(()),
        Ok(_) => Ok(()),
        Err(error) => Err(format!("not an SPDX expression such as `MIT OR Apache-2.0`: {}", error.reason)),
    }
}

fn check_page_url(text: &str) -> Result<(), String> {
    if text.is_empty() || text.contains("{path}") || text.contains("{page}") {
        return Ok(());
    }
    Err("has neither {path} nor {page}, so all pages would have the same address".to_owned())
}

/// How the types implement serde's traits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Serde {
    /// By a table of names and one shared visitor: cheap to compile.
    Table,
    /// By serde's derive.
    Derive,
}

impl From<Serde> for SerdeStyle {
    fn from(style: Serde) -> SerdeStyle {
        match style {
            Serde::Table => SerdeStyle::Table,
            Serde::Derive => SerdeStyle::Derive,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cargo_would_refuse_is_refused() {
        for name in ["graph", "ms-graph_2", "_x"] {
            assert!(check_name(name).is_ok(), "{name}");
        }
        for name in ["", "2graph", "-x", "mein grüße", "a/b"] {
            assert!(check_name(name).is_err(), "{name}");
        }
        let of_folder = |folder: &str| PackageName::of_folder(Path::new(folder)).map(String::from);
        assert_eq!(of_folder("/home/me/business central-v2.0").as_deref(), Some("business-central-v2-0"));
        assert_eq!(of_folder("/home/me/2graph"), None);
        assert_eq!(of_folder("/"), None);
        assert!(check_version("1.0.0-beta.1").is_ok());
        assert!(check_version("1.0").is_err());
        assert!(check_page_url("https://example.com/{page}?view=1").is_ok());
        assert!(check_page_url("https://example.com/").is_err());
        for license in ["", "MIT", "MIT OR Apache-2.0", "CC-BY-4.0 AND (MIT OR ISC)", "LicenseRef-Ours"] {
            assert!(check_license(license).is_ok(), "{license}");
        }
        for license in ["MIT or Apache", "Nobody-1.0", "MIT OR", "MIT\nname = \"x\""] {
            assert!(check_license(license).is_err(), "{license}");
        }
    }
}
