//! How members of enums are sent: as tables spell them, unless all examples spell one otherwise.
//!
//! A service may escape what a name in XML cannot hold: `Not_x0020_Started`. Where one example of a reference does so, its
//! members are sent escaped, whether tables or examples spell them. Escaped or not, a member is the same when it comes.

use std::collections::{BTreeMap, BTreeSet};

use super::samples::{Samples, Types};
use crate::diagnostic::{Code, Diagnostics, Fix};
use crate::json::{Kind, Value};
use crate::model::{EnumType, Member, QualifiedName, Type};
use crate::resolve::types::enums::squeezed;

/// A text that an example shows for an enum.
type ExampleText<'a> = (&'a str, &'a Value);

/// Gives each member the spelling that is sent, and names the texts in examples that are not members.
pub(crate) fn correct(
    enums: &mut BTreeMap<QualifiedName, EnumType>,
    types: &Types,
    samples: &Samples<'_>,
    diagnostics: &mut Diagnostics,
) {
    let texts_of = texts_of_enums(types, samples);
    let none = Vec::new();
    let values = samples.of_place.values().flatten();
    let escapes = values.flat_map(|value| texts(value)).any(|(text, _)| unescaped(text) != text);
    for enum_ in enums.values_mut() {
        let texts = texts_of.get(&enum_.name).unwrap_or(&none);
        enum_.flags |= shows_several(enum_, texts);
        let spelled = by_member(&enum_.members, texts);
        let with_blanks = writes_blanks_as_underscores(&enum_.members, &spelled, escapes);
        for member in &mut enum_.members {
            let shown = spelled.get(&member.name).map_or(&[][..], Vec::as_slice);
            let spelling = from_examples(member, shown).or_else(|| {
                (with_blanks && shown.is_empty() && member.name.contains('_'))
                    .then(|| member.name.replace('_', " "))
            });
            let sent = spelling.as_ref().unwrap_or(&member.name);
            let wire = if escapes { escaped(sent) } else { sent.clone() };
            if spelling.is_some() {
                report(&enum_.name, member, &wire, shown, diagnostics);
            }
            let mut read = Vec::from([member.name.clone()]);
            read.append(&mut member.read);
            read.extend(spelling);
            if escapes {
                read.push(escaped(&member.name));
            }
            member.wire = Some(wire).filter(|wire| *wire != member.name);
            let mut known = BTreeSet::from([member.text().to_owned()]);
            read.retain(|text| known.insert(text.clone()));
            member.read = read;
        }
        read_without_blanks(&mut enum_.members);
        report_strangers(enum_, texts, diagnostics);
    }
}

/// The texts that examples show for each enum.
fn texts_of_enums<'a>(
    types: &'a Types,
    samples: &Samples<'a>,
) -> BTreeMap<&'a QualifiedName, Vec<ExampleText<'a>>> {
    let mut found: BTreeMap<&QualifiedName, Vec<ExampleText<'_>>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for property in types.values().flat_map(|type_| &type_.properties) {
        let Type::Enum(name) = property.type_.element() else { continue };
        if seen.insert(property.span) {
            let values = samples.of_place.get(&property.span).into_iter().flatten();
            found.entry(name).or_default().extend(values.flat_map(|value| texts(value)));
        }
    }
    found
}

fn texts(value: &Value) -> Vec<ExampleText<'_>> {
    match &value.kind {
        Kind::String(text) => vec![(&**text, value)],
        Kind::Array(elements) => elements.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// The texts that are a member, whatever their spelling, by the member's name.
fn by_member<'a>(
    members: &[Member],
    texts: &'a [ExampleText<'a>],
) -> BTreeMap<String, Vec<&'a ExampleText<'a>>> {
    let exact: BTreeSet<&str> = members.iter().map(|member| member.name.as_str()).collect();
    let mut squeezed_names: BTreeMap<String, &str> = BTreeMap::new();
    for member in members {
        squeezed_names.entry(squeezed(&member.name)).or_insert(&member.name);
    }
    let mut spelled: BTreeMap<String, Vec<&ExampleText<'_>>> = BTreeMap::new();
    for example in texts {
        let text = unescaped(example.0);
        let member = exact.get(&*text).or_else(|| squeezed_names.get(&squeezed(&text)));
        if let Some(member) = member {
            spelled.entry((*member).to_owned()).or_default().push(example);
        }
    }
    spelled
}

/// Lets members be read without the blanks around their names, which may be slips of the page.
fn read_without_blanks(members: &mut [Member]) {
    let has_blanks = |member: &Member| member.name.trim() != member.name;
    if !members.iter().any(has_blanks) {
        return;
    }
    let names: BTreeSet<String> = members.iter().map(|member| member.name.clone()).collect();
    for member in members {
        let trimmed = member.name.trim();
        if !trimmed.is_empty() && !names.contains(trimmed) && member.texts().all(|text| text != trimmed) {
            member.read.push(trimmed.to_owned());
        }
    }
}

/// The spelling that all examples have for a member, if it is not the table's.
fn from_examples(member: &Member, shown: &[&ExampleText<'_>]) -> Option<String> {
    let (first, _) = shown.first()?;
    let first = unescaped(first);
    let is_other = first != member.name && shown.iter().all(|(text, _)| unescaped(text) == first);
    is_other.then_some(first)
}

/// Whether a table has underscores where the examples have blanks: `Same_Code` for `Same Code`. Then it has them in the
/// members that no example shows, too. Where the service escapes blanks, one member tells; else it may be a slip, and two have to.
fn writes_blanks_as_underscores(
    members: &[Member],
    spelled: &BTreeMap<String, Vec<&ExampleText<'_>>>,
    escapes: bool,
) -> bool {
    let names = members.iter().map(|member| &member.name).filter(|name| name.contains('_'));
    let shown: Vec<(&String, &str)> = names
        .flat_map(|name| spelled.get(name).into_iter().flatten().map(move |(text, _)| (name, *text)))
        .collect();
    let members: BTreeSet<&String> = shown.iter().map(|(name, _)| *name).collect();
    let least = if escapes { 1 } else { 2 };
    members.len() >= least && shown.iter().all(|(name, text)| name.replace('_', " ") == unescaped(text))
}

/// Names a member that is not sent as its table spells it.
fn report(
    enum_: &QualifiedName,
    member: &Member,
    wire: &str,
    shown: &[&ExampleText<'_>],
    diagnostics: &mut Diagnostics,
) {
    let name = &member.name;
    let (span, message) = match shown.first() {
        Some((text, value)) => (
            value.span,
            format!(
                "all examples write `{text}` for the member `{name}` of `{enum_}`; the crate sends `{wire}`"
            ),
        ),
        None => (
            member.span,
            format!(
                "no example shows `{name}` of `{enum_}`; examples write the other members with blanks for underscores, so \
                 the crate sends `{wire}`"
            ),
        ),
    };
    diagnostics.report(Code::MemberSpelling, span, message);
}

/// Whether a text has several members of an enum at once: `read,write`. One that has all shows what to choose from.
fn shows_several(enum_: &EnumType, texts: &[ExampleText<'_>]) -> bool {
    let mut several = texts.iter().map(|(text, _)| *text).filter(|text| text.contains(',')).peekable();
    if several.peek().is_none() {
        return false;
    }
    let members: BTreeSet<&str> = enum_.members.iter().map(|member| member.name.as_str()).collect();
    several.any(|text| {
        let parts: Vec<&str> = text.split(',').map(str::trim).collect();
        parts.len() < enum_.members.len() && parts.iter().all(|part| members.contains(part))
    })
}

/// Names each text that is not a member; it is kept as text.
fn report_strangers(enum_: &EnumType, texts: &[ExampleText<'_>], diagnostics: &mut Diagnostics) {
    if enum_.members.is_empty() {
        return;
    }
    let members: BTreeSet<&str> = enum_.members.iter().flat_map(Member::texts).collect();
    let mut known = BTreeSet::new();
    for (text, value) in texts {
        let is_member = |text: &str| members.contains(text);
        let one = |text: &str| is_member(text) || is_member(&unescaped(text.trim())) || is_placeholder(text);
        // Members with commas between them are several at once, whether or not the page says so.
        let is_known = text.split(',').all(one);
        if !is_known && known.insert(*text) {
            report_stranger(enum_, text, value, diagnostics);
        }
    }
}

/// A text that differs from a member in case only is most likely meant to be that member.
fn report_stranger(enum_: &EnumType, text: &str, value: &Value, diagnostics: &mut Diagnostics) {
    let meant = enum_.members.iter().find(|member| member.name.eq_ignore_ascii_case(text));
    let kept = match meant {
        Some(member) => format!("; the table spells it `{}`", member.name),
        None => "; the crate keeps it as text".to_owned(),
    };
    let message = format!("`{text}` is not a member of `{}`{kept}", enum_.name);
    let fix = meant.map(|member| {
        Fix::new(format!("write `{}`", member.name), value.span, format!("\"{}\"", member.name))
    });
    diagnostics.report(Code::UnlistedMember, value.span, message).with_fix(fix);
}

/// Whether a text only stands for a value: `String`, `importance-value`, `{state}`.
fn is_placeholder(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    text.is_empty()
        || text.ends_with("value")
        || text == "string"
        || text.contains(['{', '<', '|', '.', '(', '#'])
}

/// What a name in XML cannot hold, by its code: `Not_x0020_Started`.
fn escaped(name: &str) -> String {
    let mut text = String::new();
    for (at, letter) in name.char_indices() {
        match letter {
            '0'..='9' if at == 0 => text.push_str(&format!("_x{:04X}_", u32::from(letter))),
            letter if letter.is_alphanumeric() || letter == '_' => text.push(letter),
            letter => text.push_str(&format!("_x{:04X}_", u32::from(letter))),
        }
    }
    text
}

/// The name without such codes.
fn unescaped(text: &str) -> String {
    let mut name = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest[at + 2..].chars().nth(4) == Some('_'));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let (kept, letter, next) = match letter {
            Some(letter) => (at, Some(letter), at + 7),
            None => (at + 2, None, at + 2),
        };
        name.push_str(&rest[..kept]);
        name.extend(letter);
        rest = &rest[next..];
    }
    name + rest
}

#[cfg(test)]
mod tests {
    use super::{escaped, unescaped};

    #[test]
    fn names_are_escaped_and_come_back() {
        for (name, text) in [
            ("Not Started", "Not_x0020_Started"),
            (" ", "_x0020_"),
            ("Non-Inventory", "Non_x002D_Inventory"),
            ("G/L Account", "G_x002F_L_x0020_Account"),
            ("1st", "_x0031_st"),
            ("plain_x", "plain_x"),
        ] {
            assert_eq!(escaped(name), text);
            assert_eq!(unescaped(text), name);
        }
        for text in ["_x", "_x00", "a_x0020", "_xZZZZ_", "_x€€€€_", "_xD800_"] {
            assert_eq!(unescaped(text), text);
        }
    }
}
