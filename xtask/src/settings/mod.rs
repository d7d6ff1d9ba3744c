//! What may be set: on the command line, in the workspace's table, in the output's own file.

mod defaults;
mod file;
#[cfg(any(test, feature = "fuzz"))]
pub(crate) mod fuzz;
mod layers;
mod license;
mod value;

use std::path::PathBuf;

use clap::Args;
use codegen::{Options, Package, SerdeStyle};
use serde::Deserialize;

pub(crate) use file::NAME as FILE;
pub(crate) use layers::{Run, folders_to_read};
pub(crate) use value::PageUrl;
use value::{License, PackageName, PackageVersion, Serde};

const CRATE: &str = "The crate (kept in its codegen.toml)";

/// The settings of one place; what is not set there is left to the next.
///
/// The doc comments are the text of `--help`. The keys of the files are the options' names, but for `version`, which on
/// a command line would ask for the program's. An empty text means that there is none, whatever weaker places say.
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[command(next_help_heading = "What is read and written")]
pub(crate) struct Settings {
    /// Folder of pages, read with all folders below it; may be repeated, all are read as one API.
    #[arg(long, value_name = "DIR")]
    docs: Option<Vec<PathBuf>>,
    /// Folder to write.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Name of the crate. Default: the output folder's name.
    #[arg(long, help_heading = CRATE)]
    name: Option<PackageName>,
    /// Version of the crate.
    #[arg(long = "crate-version", value_name = "VERSION", help_heading = CRATE)]
    version: Option<PackageVersion>,
    /// One sentence about the crate.
    #[arg(long, value_name = "TEXT", help_heading = CRATE)]
    description: Option<String>,
    /// Licence of the crate, as an SPDX expression. Default: the licence of the code and those that --attribution names.
    #[arg(long, value_name = "SPDX", help_heading = CRATE)]
    license: Option<License>,
    /// Address of the crate's repository.
    #[arg(long, value_name = "URL", help_heading = CRATE)]
    repository: Option<String>,
    /// Address of a page for people: {path} is its path without .md, {page} the same without api/ in front.
    ///
    /// By default, pages from a checkout of a GitHub repository link to GitHub, at the commit that was read.
    #[arg(long, value_name = "TEMPLATE", help_heading = CRATE)]
    page_url: Option<PageUrl>,
    /// Where the pages' text comes from and under which licence: `The library's handbook, CC-BY-4.0`.
    ///
    /// The crate then has ATTRIBUTION.md, which says so, and the texts of the code's licences.
    #[arg(long, value_name = "TEXT", help_heading = CRATE)]
    attribution: Option<String>,
    /// Resource or area to generate, with its operations and the types that these hold; may be repeated, nothing else is generated.
    ///
    /// An operation belongs to the resource that it sends or answers. Names are those of the whole crate. A property that leads to
    /// a type outside of the slice stays JSON. `--only ''` ends the choice.
    #[arg(long, value_name = "NAME", help_heading = CRATE)]
    only: Option<Vec<String>>,
    /// Also generate the reads that no page documents but that the pages imply.
    ///
    /// An entity that is read by its key implies the collection, a collection implies its entities by key, and a navigation
    /// property can be read below its entity. The docs of such a function say so, and a note names it. `--implied=false` ends it.
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    #[arg(help_heading = CRATE)]
    implied: Option<bool>,
    /// How the types implement serde's traits.
    #[arg(long, value_name = "STYLE", help_heading = CRATE)]
    serde: Option<Serde>,
}

impl Settings {
    /// What is read, or else the workspace's own pages, and where it is written.
    pub(crate) fn of(docs: &[PathBuf], out: PathBuf) -> Settings {
        let docs = (!docs.is_empty()).then(|| docs.to_vec());
        Settings { docs, out: Some(out), ..Settings::default() }
    }

    /// These settings, and where they say nothing, those.
    fn or(self, weaker: Settings) -> Settings {
        Settings {
            docs: self.docs.or(weaker.docs),
            out: self.out.or(weaker.out),
            name: self.name.or(weaker.name),
            version: self.version.or(weaker.version),
            description: self.description.or(weaker.description),
            license: self.license.or(weaker.license),
            repository: self.repository.or(weaker.repository),
            page_url: self.page_url.or(weaker.page_url),
            attribution: self.attribution.or(weaker.attribution),
            only: self.only.or(weaker.only),
            implied: self.implied.or(weaker.implied),
            serde: self.serde.or(weaker.serde),
        }
    }

    /// What the generator is told.
    fn options(&self) -> Options {
        let text = |value: &Option<String>| value.clone().filter(|text| !text.is_empty());
        let defaults = Options::default();
        Options {
            package: Package {
                name: self.name.clone().map_or_else(|| defaults.package.name.clone(), String::from),
                version: self.version.clone().map_or_else(|| defaults.package.version.clone(), String::from),
                description: text(&self.description),
                license: text(&self.license.clone().map(String::from)),
                repository: text(&self.repository),
            },
            serde: self.serde.map_or(defaults.serde, SerdeStyle::from),
            page_url: text(&self.page_url.clone().map(String::from)),
            attribution: text(&self.attribution),
            implied: self.implied.unwrap_or(defaults.implied),
            only: self.only.iter().flatten().filter(|name| !name.is_empty()).cloned().collect(),
            ..defaults
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_text_hides_what_a_weaker_place_says() {
        let weaker = Settings {
            license: "MIT".parse().ok(),
            description: Some("Typed.".to_owned()),
            ..Settings::default()
        };
        let stronger = Settings { license: "".parse().ok(), ..Settings::default() };
        let options = stronger.or(weaker).options();
        assert_eq!(options.package.license, None);
        assert_eq!(options.package.description.as_deref(), Some("Typed."));
    }
}
