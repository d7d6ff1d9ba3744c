//! The words of a page's file name, and those of a page that stands in a certain relation to it.

use crate::http::Method;
use crate::page::names::is_verb;
use crate::plural::singular;

/// What becomes of `user_list_messages` on the page of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Listed {
    /// `user_get_message`
    Below,
    /// `message_get`, for a type of this name
    Alone,
}

/// The verb of pages that read one.
pub(super) fn get() -> String {
    Method::Get.as_str().to_lowercase()
}

/// The words with another verb in the place of theirs, or behind them.
pub(super) fn with_verb(parts: &[String], method: Method, verb: &str) -> Vec<String> {
    let mut with_verb = parts.to_vec();
    match verb_at(parts, method) {
        Some(at) => with_verb[at] = verb.to_owned(),
        None => with_verb.push(verb.to_owned()),
    }
    with_verb
}

/// Where the verb stands: the method's own, or else the last one. (`list-get` gets a list.)
fn verb_at(parts: &[String], method: Method) -> Option<usize> {
    let own = method.as_str().to_lowercase();
    let last = || parts.iter().rposition(|part| is_verb(part));
    parts.iter().rposition(|part| *part == own).or_else(last)
}

/// The words of the page of one, by those of the list's page.
pub(super) fn one_of(list: &[String], way: Listed, type_: &str) -> Vec<String> {
    let Some(at) = verb_at(list, Method::Get) else { return [list, &[get()]].concat() };
    let (before, behind) = (&list[..at], &list[at + 1..]);
    let Some((last, words)) = behind.split_last() else { return [before, &[get()]].concat() };
    let one = [words, &[singular(last)]].concat();
    let is_type = squashed(&one) == type_.to_lowercase();
    match way {
        Listed::Alone if is_type && !before.is_empty() => [one, vec![get()]].concat(),
        _ => [before.to_vec(), vec![get()], one].concat(),
    }
}

/// The verb that stands in one row of words where the other has another one.
pub(super) fn exchanged<'a>(one: &[String], list: &'a [String]) -> Option<&'a str> {
    let mut others = one.iter().zip(list).filter(|(one, list)| one != list);
    let (own, verb) = others.next().filter(|_| one.len() == list.len())?;
    (others.next().is_none() && is_verb(own) && is_verb(verb)).then_some(verb)
}

/// The verb between an entity's words and a property's name, where the name of a page consists of these.
pub(super) fn verb_below<'a>(entity: &[String], below: &'a [String], name: &str) -> Option<&'a str> {
    let subject = subject(entity);
    let verb = below.get(subject.len()).filter(|verb| is_verb(verb))?;
    let words = [subject, std::slice::from_ref(verb), &[name.to_owned()]].concat();
    (squashed(&words) == squashed(below)).then_some(verb)
}

/// What stands before the verb, or else behind it.
pub(super) fn subject(parts: &[String]) -> &[String] {
    match verb_at(parts, Method::Get) {
        Some(0) => &parts[1..],
        Some(at) => &parts[..at],
        None => parts,
    }
}

pub(super) fn squashed(parts: &[String]) -> String {
    parts.concat().replace('_', "").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_list_has_the_words_of_one_with_another_verb() {
        let list = |one: &str, method| with_verb(&words(one), method, "list").join(" ");
        assert_eq!(list("reader get", Method::Get), "reader list");
        assert_eq!(list("get reader", Method::Get), "list reader");
        assert_eq!(list("reader update", Method::Patch), "reader list");
        // Here, the list is read.
        assert_eq!(list("list get", Method::Get), "list list");
        assert_eq!(list("latest_reader", Method::Get), "latest_reader list");
    }

    #[test]
    fn one_is_named_as_most_are() {
        let one = |list: &str, way| one_of(&words(list), way, "loan").join(" ");
        assert_eq!(one("loan list", Listed::Below), "loan get");
        assert_eq!(one("loan list", Listed::Alone), "loan get");
        assert_eq!(one("reader list loans", Listed::Below), "reader get loan");
        assert_eq!(one("reader list loans", Listed::Alone), "loan get");
        // The name of a property is not the name of what it leads to.
        assert_eq!(one("reader list favourites", Listed::Alone), "reader get favourite");
    }

    #[test]
    fn pairs_of_pages_show_the_verbs() {
        assert_eq!(exchanged(&words("loan get"), &words("loan list")), Some("list"));
        assert_eq!(exchanged(&words("loan get"), &words("reader list loans")), None);
        assert_eq!(
            verb_below(&words("reader get"), &words("reader list open_loans"), "openloans"),
            Some("list")
        );
        assert_eq!(
            verb_below(&words("reader get"), &words("reader get open_loans"), "openloans"),
            Some("get")
        );
        assert_eq!(verb_below(&words("reader get"), &words("loan list"), "loans"), None);
    }
}
