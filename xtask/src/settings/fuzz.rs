//! What holds of any text of settings.

use std::path::{Path, PathBuf};

use clap::{Args, Command, FromArgMatches};

use super::Settings;
use super::file::SettingsFile;
use crate::paths;

const OUT: &str = "/vendor/library";

/// A file that is read is written as one that says the same, and then stays as it is.
pub(crate) fn file(text: &str) {
    match SettingsFile::parse(text.to_owned(), &place()) {
        Ok(file) => comes_back(&file, &file.settings),
        Err(error) => assert!(error.to_string().starts_with("in /vendor/library/codegen.toml"), "{error}"),
    }
}

/// What is taken from a command line, one word in each line, is written into a file that says the same.
pub(crate) fn command_line(text: &str) {
    let command = Settings::augment_args(Command::new("codegen").no_binary_name(true));
    if let Ok(matches) = command.try_get_matches_from(text.lines()) {
        let given = Settings::from_arg_matches(&matches).expect("what was taken");
        comes_back(&SettingsFile::default(), &given);
    }
}

fn comes_back(file: &SettingsFile, given: &Settings) {
    let docs: Vec<PathBuf> =
        given.docs.iter().flatten().filter_map(|folder| paths::physical(folder).ok()).collect();
    let options = given.options();
    let written = file.text_for(&options, &docs, Path::new(OUT));
    let again = SettingsFile::parse(written.clone(), &place()).unwrap_or_else(|error| panic!("{error:#}"));
    assert_eq!(again.settings.options(), options);
    assert_eq!(again.text_for(&options, &docs, Path::new(OUT)), written);
}

fn place() -> PathBuf {
    Path::new(OUT).join(super::FILE)
}
