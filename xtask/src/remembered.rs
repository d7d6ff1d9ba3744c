//! What the last run for an output gave and said: made of the same, the crate is the same, and only the output is looked at.
//!
//! It lies in the user's cache folder and names a digest of all that it was made from: the pages, what the run was told, and
//! this build of the program. It only saves work: the output is compared byte by byte in any case, a check never asks it, and
//! what cannot be read, or is not what was written, is as good as none.

use std::env;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::PathBuf;

use codegen::Sources;
use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::output;
use crate::settings::Run;

/// What a run gave and said.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub(crate) struct Remembered {
    /// The crate's files, each with its digest.
    pub(crate) manifest: String,
    pub(crate) findings: String,
    pub(crate) elsewhere: String,
    pub(crate) summary: String,
}

/// Where it is kept, and what it must have been made from.
pub(crate) struct Memory {
    place: PathBuf,
    key: String,
}

impl Memory {
    /// The memory of runs for this output; none where the system knows no place for it. `folder` is how the output is shown.
    pub(crate) fn of(run: &Run, sources: &Sources, folder: &str) -> Option<Memory> {
        let caches = etcetera::choose_base_strategy().ok()?.cache_dir();
        let program = env::current_exe().ok()?;
        let file = fs::metadata(&program).ok()?;
        let program = (env!("CARGO_PKG_VERSION"), program, file.len(), file.modified().ok()?);
        let out = run.physical_out.to_str()?;
        let name = output::digest(out.as_bytes());
        let mut all = Feed(Sha256::new());
        (program, sources, &run.options, &run.settings_text, folder).hash(&mut all);
        Some(Memory {
            place: caches.join(crate::program::BINARY).join(name),
            key: output::hex(&all.0.finalize()),
        })
    }

    /// What a run that was made from the same gave and said.
    pub(crate) fn recall(&self) -> Option<Remembered> {
        let text = fs::read_to_string(&self.place).ok()?;
        let (key, rest) = text.split_once('\n')?;
        let (digest, json) = rest.split_once('\n')?;
        let is_whole = key == self.key && digest == output::digest(json.as_bytes());
        is_whole.then(|| serde_json::from_str(json).ok())?
    }

    /// Keeps it for the next run, if it can be kept.
    pub(crate) fn keep(&self, remembered: &Remembered) {
        if let Ok(json) = serde_json::to_string(remembered) {
            let text = format!("{}\n{}\n{json}", self.key, output::digest(json.as_bytes()));
            let _ = output::replace(&self.place, &text);
        }
    }
}

/// Takes in what a value is made of, whole.
struct Feed(Sha256);

impl Hasher for Feed {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Nobody asks for so short a digest.
    fn finish(&self) -> u64 {
        0
    }
}
