//! The hand-written half of every crate, copied as it is.

use std::collections::BTreeMap;

macro_rules! support {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../support/", $path)))),*]
    };
}

/// The files of `support/`, by their path there.
const FILES: [(&str, &str); 0] = support![];

/// The support module's files.
pub(crate) fn files() -> BTreeMap<String, String> {
    FILES.iter().map(|(path, text)| (format!("src/support/{path}"), (*text).to_owned())).collect()
}
