//! What `cfg` asks for: features, one by one or together.

use proc_macro2::Literal;

/// A condition for each feature.
pub(super) fn each<'a>(features: impl IntoIterator<Item = impl AsRef<str> + 'a>) -> Vec<String> {
    let literals = features.into_iter().map(|name| Literal::string(name.as_ref()));
    literals.map(|name| format!("feature = {name}")).collect()
}

/// A condition by itself, or several of them in `all(…)` or `any(…)`.
pub(super) fn joined(joint: &str, features: &[String]) -> String {
    match features {
        [one] => one.clone(),
        several => format!("{joint}({})", several.join(", ")),
    }
}
