//! On which terms the crate may be used: it holds the generator's code and the words of the pages.

use anyhow::bail;
use codegen::{LICENSE_OF_CODE, Options};

/// Finds the licences that the attribution names, and with them the crate's own, where it is not given.
pub(super) fn settle(options: &mut Options) -> anyhow::Result<()> {
    let named = named(options.attribution.as_deref().unwrap_or_default());
    let Some(given) = &options.package.license else {
        options.package.license = (!named.is_empty()).then(|| whole(LICENSE_OF_CODE, &named));
        options.page_licenses = named;
        return Ok(());
    };
    let missing: Vec<String> = named.iter().filter(|name| !asks_for(given, name)).cloned().collect();
    if !missing.is_empty() {
        bail!(
            "the attribution names {}, but the licence `{given}` does not cover {}, and the crate contains text from the \
             pages. Pass --license '{}', or omit --license",
            missing.join(" and "),
            if missing.len() == 1 { "it" } else { "them" },
            whole(given, &missing),
        );
    }
    options.page_licenses = named;
    Ok(())
}

/// The licences that a text names. A plain word that is a licence's name too (`Ruby`) most likely is none.
fn named(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && !"-.+".contains(letter));
    let ids = words.filter_map(|word| spdx::license_id(word.trim_matches(['.', '-'])));
    let mut named = Vec::new();
    for id in ids.filter(|id| id.name.contains('-') || id.name == "MIT") {
        if !named.iter().any(|known| known == id.name) {
            named.push(id.name.to_owned());
        }
    }
    named
}

/// What asks for all of these at once.
fn whole(first: &str, more: &[String]) -> String {
    let first = if first.contains(' ') { format!("({first})") } else { first.to_owned() };
    [first].into_iter().chain(more.iter().cloned()).collect::<Vec<_>>().join(" AND ")
}

/// Whether an expression speaks of a licence.
fn asks_for(expression: &str, name: &str) -> bool {
    let requirements = spdx::Expression::parse(expression);
    requirements.is_ok_and(|expression| {
        expression.requirements().any(|one| one.req.license.id().is_some_and(|id| id.name == name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(license: Option<&str>, attribution: Option<&str>) -> Options {
        let mut options = Options::default();
        options.package.license = license.map(str::to_owned);
        options.attribution = attribution.map(str::to_owned);
        options
    }

    #[test]
    fn the_licence_is_the_codes_and_the_pages() {
        let license = |license: Option<&str>, attribution: Option<&str>| {
            let mut options = options(license, attribution);
            settle(&mut options).map(|()| options.package.license.unwrap_or_default()).map_err(|_| ())
        };
        let library = Some("Words of the library's handbook, CC-BY-4.0.");
        assert_eq!(license(None, None).as_deref(), Ok(""));
        assert_eq!(license(None, Some("Words of Ruby, the librarian.")).as_deref(), Ok(""));
        assert_eq!(license(None, library).as_deref(), Ok("(MIT OR Apache-2.0) AND CC-BY-4.0"));
        assert_eq!(license(Some("MIT AND CC-BY-4.0"), library).as_deref(), Ok("MIT AND CC-BY-4.0"));
        assert_eq!(license(Some("MIT"), library), Err(()));
        assert_eq!(license(Some("MIT"), Some("Ours.")).as_deref(), Ok("MIT"));
    }
}
