//! What a page, or a section of it, says of one structured type, and what the type is called.

use crate::model::{QualifiedName, Section};
use crate::page::{Page, PageKind, ResourcePart, outline};
use crate::source::{Sources, file_stem};
use crate::text::{RichText, lower_first, upper_first};

/// A page, and what it or a section of it says of a structured type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TypeSection<'a> {
    pub(crate) page: &'a Page,
    pub(crate) resource: &'a ResourcePart,
}

impl<'a> TypeSection<'a> {
    /// What a page says of its own type.
    pub(crate) fn of(page: &'a Page) -> Self {
        TypeSection { page, resource: &page.resource }
    }

    /// The target of a link to the type. An operation's page is about the operation.
    pub(crate) fn place(&self) -> Option<Section> {
        let anchor = self.resource.heading.as_ref().map(|heading| outline::anchor(&heading.value));
        (self.is_own() || anchor.is_some()).then_some(Section { page: self.page.id.file, anchor })
    }

    /// Whether the page as a whole is about the type.
    pub(super) fn is_own(&self) -> bool {
        self.page.kind == PageKind::Resource && std::ptr::eq(&self.page.resource, self.resource)
    }

    /// The paragraphs about the type.
    pub(crate) fn summary(&self) -> &'a [RichText] {
        if self.is_own() { &self.page.summary } else { &self.resource.summary }
    }

    /// What to know besides. Remarks on an operation's page are about the operation.
    pub(crate) fn notes(&self) -> Vec<&'a RichText> {
        match self.is_own() {
            true => self.page.notes_of_type().collect(),
            false => self.resource.remarks.iter().filter(|_| self.resource.heading.is_some()).collect(),
        }
    }

    /// The notice that the type is deprecated: a page's notice is about its own type.
    pub(crate) fn deprecation(&self) -> Option<RichText> {
        self.page.deprecation.clone().filter(|_| self.is_own())
    }
}

/// Splits a qualified name as an annotation writes it; a plain one lives in the page's namespace.
pub(crate) fn qualified(page: &Page, text: &str) -> QualifiedName {
    let text = text.trim().trim_start_matches('#');
    match text.rsplit_once('.') {
        Some((namespace, name)) => QualifiedName::new(namespace, name),
        None => QualifiedName::new(page.namespace(), text),
    }
}

/// What a page says of its own type, if it says anything of it, and of those that its sections describe.
pub(crate) fn parts(page: &Page) -> impl Iterator<Item = TypeSection<'_>> {
    page.resources()
        .filter(|resource| resource.describes_type())
        .map(move |resource| TypeSection { page, resource })
}

/// The name of a type: the annotation's, else that of the section's heading, the page's title or the file.
pub(crate) fn name_of(part: &TypeSection<'_>, sources: &Sources) -> QualifiedName {
    let titled = || match &part.resource.heading {
        Some(heading) => section_name(part.page, &heading.value),
        None => page_name(part.page, sources),
    };
    match annotated_name(part) {
        Some(name) => with_breaks(name, &titled().name),
        None => titled(),
    }
}

/// A name in small letters throughout, `bookloan`, as the title breaks it into words: `bookLoan`.
fn with_breaks(name: QualifiedName, title: &str) -> QualifiedName {
    let is_broken =
        name.name.chars().all(|letter| letter.is_lowercase()) && title.eq_ignore_ascii_case(&name.name);
    if is_broken { QualifiedName::new(name.namespace.as_str(), lower_first(title)) } else { name }
}

pub(crate) fn annotated_name(part: &TypeSection<'_>) -> Option<QualifiedName> {
    let annotated = part.resource.annotations().find_map(|annotation| annotation.odata_type.as_ref());
    annotated.map(|annotated| qualified(part.page, &annotated.value))
}

/// The name in a section's heading, which may be a qualified one.
fn section_name(page: &Page, heading: &str) -> QualifiedName {
    let namespace = heading.split_whitespace().next().and_then(|first| first.rsplit_once('.'));
    let namespace = namespace.map_or_else(|| page.namespace(), |(namespace, _)| namespace);
    let name = title_name(heading).unwrap_or_else(|| heading.to_owned());
    QualifiedName::new(namespace, name)
}

/// The name of a resource that a whole page is about.
pub(crate) fn page_name(page: &Page, sources: &Sources) -> QualifiedName {
    let stem = file_stem(&sources.get(page.id.file).path);
    let name = match title_name(&page.title.value) {
        // If the title is in the plural and the file in the singular, the title names many of one.
        Some(title) if is_plural_of(&title, stem) => title[..title.len() - 1].to_owned(),
        Some(title) => title,
        None => stem.rsplit(['-', '_']).next().unwrap_or(stem).to_owned(),
    };
    QualifiedName::new(page.namespace(), name)
}

/// Whether the file's name is the singular of the title.
fn is_plural_of(title: &str, stem: &str) -> bool {
    let title = title.to_lowercase();
    let file = stem.rsplit(['-', '_']).next().unwrap_or(stem).to_lowercase();
    title.strip_suffix('s').is_some_and(|one| one == file)
}

/// The name in a title such as "customerPayment resource type", "Audio facet" or "Loans API and the loan resource type".
fn title_name(title: &str) -> Option<String> {
    const KIND: [&str; 8] = ["resource", "resouce", "type", "facet", "complex", "enum", "entity", "object"];
    let words: Vec<&str> = title
        .split_whitespace()
        .take_while(|word| !KIND.contains(&word.to_lowercase().as_str()) && !word.starts_with('('))
        .collect();
    // An article is no part of a name: the name of what is of a kind stands behind it.
    let of_kind = words.len() < title.split_whitespace().count();
    let article = words.iter().rposition(|word| ["the", "a", "an"].contains(word)).filter(|_| of_kind);
    let name = article.map(|at| &words[at + 1..]).filter(|words| !words.is_empty()).unwrap_or(&words);
    let (first, rest) = name.split_first()?;
    let first = first.rsplit('.').next().unwrap_or(first);
    let name = rest.iter().fold(lower_first(first), |name, word| name + &upper_first(word));
    let name: String = name.chars().filter(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_resource_without_the_words_around_it() {
        let name = |title: &str| title_name(title).unwrap_or_default();
        assert_eq!(name("customerPayment resource type"), "customerPayment");
        assert_eq!(name("Audio facet"), "audio");
        assert_eq!(name("account resource type (v1.0)"), "account");
        assert_eq!(name("Trial balance resource type"), "trialBalance");
        assert_eq!(name("Loans API and the loan resource type"), "loan");
        assert_eq!(name("In the shop"), "inTheShop");
        assert_eq!(name("resource type"), "");
    }

    #[test]
    fn a_plural_title_over_a_singular_file_is_told() {
        assert!(is_plural_of("customerPayments", "dynamics-customerpayment"));
        assert!(!is_plural_of("currencies", "dynamics-currencies"));
    }
}
