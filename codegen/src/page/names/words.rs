//! The words of a page's file name, and where to break the ones that are written together.
//!
//! A file's name is unique and stays; a title is neither. So the words and their order come from the file's name. Where
//! it writes words together (`customerpayment`), the page's own title, routes and types tell the breaks.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::case;
use crate::page::Page;
use crate::page::outline::without_number;
use crate::path_template::Piece;
use crate::plural::singular;
use crate::text::RichText;

/// The words of a page's file name, without the one that only names its product.
pub(super) struct Words {
    /// Each word in snake case.
    words: Vec<String>,
    /// How many words stand before the resource's and name a part of the product.
    area: usize,
    /// The first word of the file's name, where only that nothing on the page is called by it makes it the product's.
    presumed: Option<String>,
}

/// Verbs that may stand before the resource: `create-customerpayment`.
const VERBS: [&str; 10] =
    ["add", "assign", "create", "delete", "get", "list", "post", "put", "remove", "update"];

/// Words that name no resource either: `add-or-remove-tags`, `get-all-loans`, `set-device-value`.
const FILLERS: [&str; 19] = [
    "or", "and", "all", "set", "by", "of", "to", "in", "for", "from", "with", "using", "run", "find",
    "cancel", "reset", "restore", "send", "check",
];

/// A page's prose says what it has to say of its name at the start.
const MANY_WORDS: usize = 60;

/// Words of which this many bytes at the start are the same may be one with two endings.
const AKIN: usize = 4;

/// The most words that a file's name writes as one.
const LONGEST_RUN: usize = 4;

/// Whether a word of a file's name says what is done, and not to what.
pub(crate) fn is_verb(word: &str) -> bool {
    VERBS.contains(&word)
}

impl Words {
    pub(super) fn of(page: &Page, stem: &str) -> Self {
        let raw = of_name(stem);
        let evidence = PageSpellings::of(page, &raw);
        let Prefix { product, area, is_sure } = Prefix::of(page, &raw, &evidence);
        let words = raw[product..].iter().map(|word| evidence.broken(word)).collect();
        let presumed = raw.first().filter(|_| product > 0 && !is_sure).cloned();
        Words { words, area, presumed }
    }

    /// The word that names the resource: behind the area, the first that is not a verb.
    pub(super) fn resource(&self) -> &str {
        let words = self.words.get(self.area..).unwrap_or_default();
        let says_nothing = |word: &str| VERBS.contains(&word) || FILLERS.contains(&word);
        let first = words.iter().find(|word| !says_nothing(word)).or(words.first());
        first.map_or("page", String::as_str)
    }

    /// How many words name a part of the product.
    pub(super) fn area(&self) -> usize {
        self.area
    }

    /// The first word of the file's name, where it is presumed to be the product's.
    pub(super) fn presumed(&self) -> Option<&str> {
        self.presumed.as_deref()
    }

    /// What a file with several calls is about: the words of its name from the first that a route has as a segment, or else the
    /// last one.
    pub(super) fn topic(&self, page: &Page) -> String {
        let segments = page.api.routes.iter().flat_map(|route| route.address.path.segments.iter());
        let literals = segments.flat_map(|segment| &segment.pieces).filter_map(|piece| match piece {
            Piece::Literal(text) => Some(singular(&squashed(&case::broken(text.as_str())))),
            Piece::Parameter(_) => None,
        });
        let literals: BTreeSet<String> = literals.collect();
        let has = |word: &String| literals.contains(&singular(&squashed(word)));
        let start = self.words.iter().position(has).unwrap_or(self.words.len().saturating_sub(1));
        singular(&self.words.get(start..).unwrap_or_default().join("_"))
    }

    /// All words, each by itself.
    pub(super) fn into_parts(self) -> Vec<String> {
        self.words
    }
}

/// The words of a name, without articles.
pub(super) fn of_name(name: &str) -> Vec<String> {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| !["", "a", "an", "the"].contains(&word.as_str())).collect()
}

/// The words of a heading that names a call, in snake case: `get_update_settings` of `Get update settings`.
/// None if it has no words.
pub(crate) fn of_heading(heading: &str) -> Option<String> {
    let words = of_name(&without_number(heading).replace(['\'', '’'], ""));
    (!words.is_empty()).then(|| case::snake(&words.join("_")))
}

/// The words without the first that is the resource's, and without words inside of another that name it once more.
pub(crate) fn without_resource(words: &[String], resource: &str) -> String {
    let at = words.iter().position(|word| word == resource);
    let words = words.iter().enumerate().filter(|(position, _)| Some(*position) != at);
    let mut words: Vec<&str> = words.map(|(_, word)| word.as_str()).collect();
    // `list_of` without what it is a list of.
    while words.len() > 1 && words.last() == Some(&"of") {
        words.pop();
    }
    without_run(&words.join("_"), resource)
}

/// Words without those in a row that name a resource of several words, or most of it, or many of it: `post` of
/// `post_late_fees`, where that is a `late_overdue_fee`.
fn without_run(words: &str, resource: &str) -> String {
    let parts: Vec<&str> = words.split('_').collect();
    let named: Vec<&str> = resource.split('_').collect();
    let ([first, .., last], true) = (named.as_slice(), parts.len() > 2) else { return words.to_owned() };
    let run = (0..parts.len()).find_map(|start| {
        let mut at = (parts[start] == *first).then_some(0)?;
        for (end, part) in parts.iter().enumerate().skip(start + 1) {
            let is_last = singular(part) == *last;
            if is_last {
                return Some((start, end));
            }
            at += 1 + named[at + 1..].iter().position(|word| word == part)?;
        }
        None
    });
    let Some((start, end)) = run else { return words.to_owned() };
    [&parts[..start], &parts[end + 1..]].concat().join("_")
}

/// What the start of a file's name says of its product. Where the front matter names no product, the description may;
/// failing that, a first word that nothing on the page is called is presumed to be the product's or its short name.
struct Prefix {
    /// How many words name the page's product or namespace. They are dropped: the page says them elsewhere.
    product: usize,
    /// How many words behind them name a part of the product. They tell pages apart.
    area: usize,
    /// Whether the page says so.
    is_sure: bool,
}

impl Prefix {
    fn of(page: &Page, raw: &[String], evidence: &PageSpellings) -> Prefix {
        let none = Prefix { product: 0, area: 0, is_sure: true };
        let Some(first) = raw.first() else { return none };
        let Some(product) = page.front.product.as_ref().map(|product| product.value.to_lowercase()) else {
            let name = page.front.product_name().unwrap_or_default().to_lowercase();
            let is_sure = name.split(' ').next() == Some(first);
            let product = usize::from(raw.len() > 1 && (is_sure || !evidence.has(first)));
            return Prefix { product, is_sure, ..none };
        };
        let namespace =
            page.namespace.as_ref().map(|namespace| namespace.value.to_lowercase()).unwrap_or_default();
        match raw.len() {
            // Pages of one big product name the part of the product second: `intune-apps-mobileapp-get`.
            4.. if product == *first && !is_verb(&raw[2]) => Prefix { product: 1, area: 1, ..none },
            2.. if product.strip_prefix(first.as_str()).is_some_and(|rest| rest.starts_with('-')) => {
                Prefix { product: 1, ..none }
            }
            2.. if namespace.rsplit('.').next() == Some(first) => Prefix { product: 1, ..none },
            _ => none,
        }
    }
}

/// Names on the page that show how words are broken.
struct PageSpellings {
    /// Each name in snake case with the same text without breaks.
    names: Vec<(String, String)>,
}

impl PageSpellings {
    /// What the page has to say of these words of its file's name.
    fn of(page: &Page, of: &[String]) -> Self {
        let description = page.front.description.as_ref().map(|description| description.value.as_str());
        let texts = page.summary.iter().chain(&page.api.response.text).chain(&page.api.request_body.text);
        let texts: Vec<String> = texts.map(RichText::plain).collect();
        let prose = [page.title.value.as_str()].into_iter().chain(description);
        let mut names = BTreeSet::new();
        for text in prose.chain(texts.iter().map(String::as_str)) {
            let words = text.split_whitespace().take(MANY_WORDS).map(case::broken);
            add_runs(&words.collect::<Vec<Cow<str>>>(), of, &mut names);
        }
        for piece in page
            .api
            .routes
            .iter()
            .flat_map(|route| route.address.path.segments.iter())
            .flat_map(|segment| &segment.pieces)
        {
            names.insert(match piece {
                Piece::Literal(text) => case::broken(text).into_owned(),
                Piece::Parameter(parameter) => case::broken(&parameter.name).into_owned(),
            });
        }
        let types = page.annotated_types();
        names
            .extend(types.map(|name| case::broken(name.rsplit('.').next().unwrap_or_default()).into_owned()));
        names.remove("");
        let mut names: Vec<(String, String)> =
            names.into_iter().map(|name| (squashed(&name).into_owned(), name)).collect();
        // Of two spellings the one with more breaks tells more.
        names.sort_by_cached_key(|(_, name)| std::cmp::Reverse(name.matches('_').count()));
        PageSpellings { names }
    }

    /// Whether something on the page is called by this word.
    fn has(&self, word: &str) -> bool {
        self.names.iter().any(|(squashed, _)| squashed.contains(word))
    }

    /// The word with its breaks: from a name that is the same text, from one that shares all but its ending, or from
    /// the single words that it is made of. Without evidence it stays one word.
    fn broken(&self, word: &str) -> String {
        if let Some((_, name)) = self.names.iter().find(|(squashed, _)| squashed == word) {
            return name.clone();
        }
        let shared = |squashed: &str| shared(squashed, word);
        let akin = |squashed: &str| {
            let longest = squashed.len().max(word.len());
            shared(squashed) >= AKIN && longest - shared(squashed) <= 3
        };
        if let Some((squashed, name)) = self.names.iter().find(|(squashed, _)| akin(squashed)) {
            return break_like(word, name, shared(squashed));
        }
        self.segmented(word).unwrap_or_else(|| word.to_owned())
    }

    /// The word as a row of words of the page, the longest first.
    fn segmented(&self, word: &str) -> Option<String> {
        let parts = self.names.iter().flat_map(|(_, name)| name.split('_')).filter(|part| part.len() > 2);
        // Most words of the page are not in this one.
        let parts: BTreeSet<&str> = parts.filter(|part| word.contains(part)).collect();
        // From the end: how the rest of the word behind each place is broken, if it can be.
        let mut rests: Vec<Option<String>> = vec![None; word.len()];
        rests.push(Some(String::new()));
        for (at, _) in word.char_indices().rev() {
            let starts = parts.iter().filter(|part| word[at..].starts_with(**part));
            let fits = starts.filter_map(|part| Some((part, rests[at + part.len()].as_deref()?)));
            rests[at] = fits.max_by_key(|(part, _)| part.len()).map(|(part, rest)| match rest {
                "" => (*part).to_owned(),
                rest => format!("{part}_{rest}"),
            });
        }
        rests.swap_remove(0)
    }
}

/// Adds each word that may tell of a wanted one, and each run of words that could be one of the wanted words written apart.
fn add_runs(words: &[Cow<'_, str>], wanted: &[String], names: &mut BTreeSet<String>) {
    for at in 0..words.len() {
        if words[at].contains('_') || wanted.iter().any(|wanted| is_akin(wanted, &words[at])) {
            names.insert(words[at].clone().into_owned());
        }
        let first = squashed(&words[at]);
        if first.is_empty() || !wanted.iter().any(|wanted| wanted.starts_with(&*first)) {
            continue;
        }
        for length in 2..=LONGEST_RUN.min(words.len() - at) {
            names.insert(words[at..at + length].join("_"));
        }
    }
}

/// Words without the breaks between them.
fn squashed(words: &str) -> Cow<'_, str> {
    if words.contains('_') { Cow::Owned(words.replace('_', "")) } else { Cow::Borrowed(words) }
}

/// Whether one is a part of the other, or both begin alike.
fn is_akin(one: &str, other: &str) -> bool {
    shared(one, other) >= AKIN || one.contains(other) || other.contains(one)
}

/// How many bytes at their start two words share.
fn shared(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count()
}

/// Breaks `word` where `name` is broken, within the first `shared` bytes that they have in common.
fn break_like(word: &str, name: &str, shared: usize) -> String {
    let mut broken = String::new();
    let mut name = name.chars();
    for (at, letter) in word.char_indices() {
        if at < shared && name.next() == Some('_') {
            broken.push('_');
            name.next();
        }
        broken.push(letter);
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Span, Spanned};

    fn page(title: &str, product: &str) -> Page {
        let mut page = Page { title: Spanned::new(title.to_owned(), Span::default()), ..Page::default() };
        page.front.product = Some(Spanned::new(product.to_owned(), Span::default()));
        page
    }

    #[test]
    fn words_are_broken_as_the_page_breaks_them() {
        let joined = |title: &str, product: &str, stem: &str| {
            Words::of(&page(title, product), stem).into_parts().join("_")
        };
        let dynamics = "dynamics-365-business-central";
        assert_eq!(
            joined("Create customerPayments", dynamics, "dynamics-create-customerpayment"),
            "create_customer_payment"
        );
        assert_eq!(
            joined("List owned devices", "users", "user-list-owneddevices"),
            "user_list_owned_devices"
        );
        assert_eq!(
            joined("Create androidLobApp", "intune", "intune-apps-androidlobapp-create"),
            "apps_android_lob_app_create"
        );
        assert_eq!(joined("Something", "users", "user-sendmail"), "user_sendmail");
    }

    #[test]
    fn a_prefix_that_is_not_the_resources_is_the_products() {
        let joined = |title: &str, description: &str, stem: &str| {
            let mut page = page(title, "");
            page.front.product = None;
            page.front.description = Some(Spanned::new(description.to_owned(), Span::default()));
            Words::of(&page, stem).into_parts().join("_")
        };
        let (title, named) = ("Get customerPayments", "Gets a customer payment in Example 365 Suite.");
        assert_eq!(joined(title, named, "example_customerpayment_get"), "customer_payment_get");
        assert_eq!(joined(title, "Gets one.", "example_customerpayment_get"), "customer_payment_get");
        assert_eq!(joined(title, named, "customerpayment_get"), "customer_payment_get");
    }

    #[test]
    fn the_resource_is_the_first_word_that_is_no_verb() {
        let resource = |stem: &str| Words::of(&page("Post event", "x"), stem).resource().to_owned();
        assert_eq!(resource("create-event"), "event");
        assert_eq!(resource("calendar-post-events"), "calendar");
        assert_eq!(resource("add-or-remove-event-tags"), "event");
        assert_eq!(resource("get-all-events"), "events");
        assert_eq!(resource("create-an-event"), "event");
        assert_eq!(resource("delete"), "delete");
    }

    #[test]
    fn the_resource_is_named_once() {
        let without = |words: &[&str], resource: &str| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            without_resource(&words, resource)
        };
        assert_eq!(without(&["late_overdue_fee", "post", "late_fees"], "late_overdue_fee"), "post");
        assert_eq!(without(&["late_fee", "print_late_fee_notice"], "late_fee"), "print_notice");
        assert_eq!(without(&["late_fee", "list", "fees"], "late_fee"), "list_fees");
        assert_eq!(without(&["late_fee", "late_fees"], "late_fee"), "late_fees");
        assert_eq!(without(&["book", "list", "books"], "book"), "list_books");
    }
}
