//! What holds of every text that may be JSON, and of every value that is written with the flaws that pages have.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::{Kind, Member, Value, mend, reader};
use super::read_all;
use crate::diagnostic::Code;
use crate::source::{Excerpt, FileId, Span, Spanned};

/// What JSON is made of, and what is not JSON. (No piece makes a number too great for an `f64`: serde_json refuses it, and
/// to this reader it is a number like any other.)
const PIECES: [&str; 24] = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"a\"",
    "\"\\u00e9\"",
    "\n",
    "-1.5",
    "E+0",
    "0",
    "null",
    "true",
    "…",
    "...",
    "//",
    "/*",
    "*/",
    "“a”",
    "'a'",
    "\"a \"",
    "\u{a0}",
    "\"\\ud800\"",
];

fn pieces() -> impl Strategy<Value = String> {
    vec(select(&PIECES[..]), 0..9).prop_map(|pieces| pieces.concat())
}

/// A value, four levels deep at most. No text holds what would end it in any of the quotes that pages use.
fn value() -> impl Strategy<Value = Value> {
    let text = "[a-zé年 _./@-]{0,6}[a-z]";
    let leaf = prop_oneof![
        Just(Kind::Null),
        any::<bool>().prop_map(Kind::Bool),
        "-?(0|[1-9][0-9]{0,20})([.][0-9]{1,5})?([eE][+-]?[0-9]{1,2})?"
            .prop_map(|digits| Kind::Number(digits.into())),
        text.prop_map(|text| Kind::String(text.into())),
    ];
    let value = |kind| Value { kind, span: Span::default() };
    leaf.prop_map(value).prop_recursive(4, 40, 5, move |inner| {
        let name = text.prop_map(|name| Spanned::new(name, Span::default()));
        let member = (name, inner.clone()).prop_map(|(name, value)| Member { name, value });
        let unique = |mut members: Vec<Member>| {
            let mut names = std::collections::BTreeSet::new();
            members.retain(|member| names.insert(member.name.value.clone()));
            Kind::Object(members.into())
        };
        prop_oneof![
            vec(inner, 0..5).prop_map(|elements| Kind::Array(elements.into())),
            vec(member, 0..5).prop_map(unique)
        ]
        .prop_map(value)
    })
}

/// How pages write, one choice after the other, over and over.
struct Hand<'a> {
    choices: std::iter::Cycle<std::slice::Iter<'a, u8>>,
    flaws: usize,
    text: String,
}

impl Hand<'_> {
    /// One of these; all but the first are flaws.
    fn put(&mut self, ways: &[&str]) {
        let at = usize::from(*self.choices.next().unwrap_or(&0)) % (ways.len() + 3);
        let way = ways.get(at).unwrap_or(&ways[0]);
        self.flaws += usize::from(*way != ways[0]);
        self.text += way;
    }

    fn space(&mut self) {
        self.put(&[" ", "\u{a0}", " // why\n", "/* so */", "\u{200b}"]);
    }

    fn string(&mut self, text: &str) {
        let (straight, smart) = (format!("\"{text}\""), format!("“{text}”"));
        self.put(&[&straight, &smart]);
    }

    fn items<T>(&mut self, items: &[T], begins: fn(&T) -> bool, mut item: impl FnMut(&mut Self, &T)) {
        for (at, one) in items.iter().enumerate() {
            self.space();
            item(self, one);
            match items.get(at + 1) {
                // Where another item clearly begins, a comma may be left out at the end of a line.
                Some(next) if begins(next) => self.put(&[",", "\n"]),
                Some(_) => self.put(&[","]),
                None => self.put(&["", ",", ", ...", "\n…"]),
            }
        }
    }

    fn value(&mut self, value: &Value) {
        match &value.kind {
            Kind::String(text) => self.string(text),
            Kind::Array(elements) => {
                self.text.push('[');
                let begins =
                    |value: &Value| matches!(value.kind, Kind::String(_) | Kind::Array(_) | Kind::Object(_));
                self.items(elements, begins, Self::value);
                self.text.push(']');
            }
            Kind::Object(members) => {
                self.text.push('{');
                self.items(
                    members,
                    |_| true,
                    |hand, member| {
                        hand.string(&member.name.value);
                        hand.put(&[":"]);
                        hand.space();
                        hand.value(&member.value);
                    },
                );
                self.text.push('}');
            }
            _ => self.text += &value.to_string(),
        }
    }
}

/// All values in a value.
fn within(value: &Value) -> Vec<&Value> {
    let inner: Vec<&Value> = match &value.kind {
        Kind::Array(elements) => elements.iter().collect(),
        Kind::Object(members) => members.iter().map(|member| &member.value).collect(),
        _ => Vec::new(),
    };
    std::iter::once(value).chain(inner.into_iter().flat_map(within)).collect()
}

fn is_strict(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok()
}

proptest! {
    /// A text that is read without a finding is JSON to serde_json too, and the other way round; and what was read says the
    /// same when it is written and read again.
    #[test]
    fn no_finding_means_that_serde_json_agrees(text in pieces()) {
        let (value, found) = read_all(&text);
        let strict = value.filter(|_| found.iter().all(|found| found.code == Code::DuplicateMember));
        // Blanks at the end of a name are a repair, and JSON.
        prop_assert!(strict.is_none() || is_strict(&text));
        prop_assert!(strict.is_some() || !is_strict(&text) || text.contains("\"a \""));
        if let Some(value) = strict {
            let serde: serde_json::Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&value.to_string()).unwrap(), serde);
        }
    }

    /// A value that is written with the flaws of pages is read as that value, and there is a finding if there was a flaw.
    #[test]
    fn a_flaw_changes_no_value(value in value(), choices in vec(any::<u8>(), 1..40)) {
        let mut hand = Hand { choices: choices.iter().cycle(), flaws: 0, text: String::new() };
        hand.value(&value);
        let (read, found) = read_all(&hand.text);
        prop_assert_eq!(read.map(|read| read.to_string()), Some(value.to_string()), "{}", hand.text);
        prop_assert_eq!(found.len(), usize::from(hand.flaws > 0), "{}", hand.text);
        prop_assert_eq!(hand.flaws == 0, is_strict(&hand.text), "{}", hand.text);
    }

    /// A fix that is offered makes strict JSON of the text, and where the text could be read, JSON that says the same.
    #[test]
    fn a_fix_makes_strict_json(value in value(), choices in vec(any::<u8>(), 1..40), cut in any::<prop::sample::Index>()) {
        let mut hand = Hand { choices: choices.iter().cycle(), flaws: 0, text: String::new() };
        hand.value(&value);
        // Something is lost: the text may be one that cannot be read.
        let letters: Vec<char> = hand.text.chars().collect();
        let lost = cut.index(letters.len());
        let cut: String = letters.iter().enumerate().filter(|(at, _)| *at != lost).map(|(_, c)| *c).collect();
        for text in [hand.text, cut] {
            let (read, found) = read_all(&text);
            for fix in found.iter().filter_map(|found| found.fix.as_ref()) {
                let mut mended = text.clone();
                for edit in fix.edits.iter().rev() {
                    mended.replace_range(edit.span.range(), &edit.text);
                }
                prop_assert!(is_strict(&mended), "{mended}");
                let again = read_all(&mended).0.map(|value| value.to_string());
                let meant = read.as_ref().map_or(again.clone(), |read| Some(read.to_string()));
                prop_assert_eq!(again, meant);
            }
        }
    }

    /// Every value knows its place: what stands there is that value.
    #[test]
    fn every_value_knows_its_place(value in value(), choices in vec(any::<u8>(), 1..40)) {
        let mut hand = Hand { choices: choices.iter().cycle(), flaws: 0, text: String::new() };
        hand.value(&value);
        let read = reader::read(&Excerpt::whole(&hand.text, FileId::default(), 0)).result.expect("a value");
        for value in within(&read) {
            let place = &hand.text[value.span.range()];
            prop_assert_eq!(read_all(place).0.map(|again| again.to_string()), Some(value.to_string()), "{}", place);
        }
    }

    /// Of any text, the place where its first object ends is behind a bracket, and what stands before it has as many that
    /// open as that close, quotes aside.
    #[test]
    fn the_first_object_ends_behind_a_bracket(text in pieces()) {
        if let Some(end) = mend::first_end(&text) {
            prop_assert!(text[..end].ends_with(['}', ']']), "{text}");
            prop_assert_eq!(mend::first_end(&text[..end]), Some(end));
        }
    }
}
