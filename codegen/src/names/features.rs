//! The names of cargo features.

use std::sync::Arc;

use heck::ToKebabCase;

use super::ident::{Ident, module};
use crate::model::Area;

/// The feature that switches all areas on.
pub(crate) const FULL: &str = "full";

/// Features that every crate has, or that cargo knows by name.
const TAKEN: [&str; 13] = [
    "chrono",
    "client",
    "default",
    "examples",
    FULL,
    "jiff",
    "reqwest",
    "reqwest-blocking",
    "rust_decimal",
    "time",
    "tracing",
    "ureq",
    "uuid",
];

/// The name of a feature, whose copies share their text: it stands at every item.
pub(crate) type Feature = Arc<str>;

/// The feature of an area. Areas that differ in nothing but signs share one.
pub(crate) fn feature(area: &Area) -> Feature {
    let ascii = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { ' ' };
    let name = area.0.chars().map(ascii).collect::<String>().to_kebab_case();
    if name.is_empty() || TAKEN.contains(&name.as_str()) {
        return format!("{name}-area").trim_matches('-').into();
    }
    name.into()
}

/// The module that is the index of an area.
pub(crate) fn index_module(feature: &str) -> Ident {
    module(feature)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_is_named_as_registries_want_it() {
        let feature = |area: &str| feature(&Area(area.to_owned())).to_string();
        assert_eq!(feature("microsoft teams"), "microsoft-teams");
        assert_eq!(feature("default"), "default-area");
        assert_eq!(feature("§"), "area");
    }
}
