//! The structure of a JSON text: values, arrays and objects.

use super::repair::{Repair, Repairs};
use super::scanner::{Failure, Scanner};
use super::{Kind, Member, Value};
use crate::limits;
use crate::source::{Excerpt, Span, Spanned};

/// How deep arrays and objects may be nested: serde_json's limit, so that both accept the same texts.
const MAX_DEPTH: usize = 127;

/// What came of reading a text.
pub(super) struct Reading {
    pub(super) result: Result<Value, Failure>,
    pub(super) repairs: Repairs,
    /// For each repeated member: its place, the place of the one before, and the name.
    pub(super) duplicates: Vec<(Span, Span, String)>,
}

pub(super) fn read(excerpt: &Excerpt) -> Reading {
    let scanner = Scanner { text: &excerpt.text, at: 0, repairs: Repairs::default() };
    let mut reader = JsonReader { excerpt, scanner, depth: 0, duplicates: Vec::new() };
    let result = reader.document();
    Reading { result, repairs: reader.scanner.repairs, duplicates: reader.duplicates }
}

struct JsonReader<'a> {
    excerpt: &'a Excerpt,
    scanner: Scanner<'a>,
    depth: usize,
    duplicates: Vec<(Span, Span, String)>,
}

impl JsonReader<'_> {
    fn document(&mut self) -> Result<Value, Failure> {
        self.scanner.skip_space();
        let value = self.value()?;
        self.scanner.skip_space();
        match self.scanner.peek() {
            None => Ok(value),
            Some(_) => Err(self.scanner.fail("the JSON ends before this text")),
        }
    }

    fn value(&mut self) -> Result<Value, Failure> {
        let start = self.scanner.at;
        let kind = match self.scanner.peek() {
            Some('{') => self.nested(Self::object)?,
            Some('[') => self.nested(Self::array)?,
            Some('0'..='9') if let Some(date) = self.scanner.date() => Kind::String(date.into()),
            Some('-' | '0'..='9') => Kind::Number(self.scanner.number()?.into()),
            _ if self.scanner.starts_string() => Kind::String(self.scanner.string()?.into()),
            Some('a'..='z' | 'A'..='Z') if let Some(kind) = self.scanner.placeholder() => kind,
            _ if self.scanner.take("null") => Kind::Null,
            _ if self.scanner.take("true") => Kind::Bool(true),
            _ if self.scanner.take("false") => Kind::Bool(false),
            None => return Err(self.scanner.fail("the JSON breaks off here")),
            Some(_) if let Some(name) = self.scanner.type_name() => Kind::String(name.into()),
            Some(_) => return Err(self.scanner.fail("a value is expected here")),
        };
        Ok(Value { kind, span: self.excerpt.span(start..self.scanner.at) })
    }

    /// Reads the inside of an array or object, unless it is nested so deep that the stack would be at risk.
    fn nested(&mut self, read: fn(&mut Self) -> Result<Kind, Failure>) -> Result<Kind, Failure> {
        if self.depth == MAX_DEPTH {
            return Err(self.scanner.fail(format!("nested more than {MAX_DEPTH} levels deep")));
        }
        self.depth += 1;
        self.scanner.at += 1;
        let kind = read(self)?;
        self.depth -= 1;
        Ok(kind)
    }

    fn array(&mut self) -> Result<Kind, Failure> {
        let mut elements = Vec::new();
        self.items("]", |reader| {
            elements.push(reader.value()?);
            Ok(())
        })?;
        Ok(Kind::Array(elements.into()))
    }

    fn object(&mut self) -> Result<Kind, Failure> {
        let mut members = Vec::new();
        self.scanner.skip_space();
        if let Some(member) = self.type_alone() {
            return match self.scanner.take("}") {
                true => Ok(Kind::Object([member].into())),
                false => Err(self.scanner.fail("a type's name stands alone between braces")),
            };
        }
        self.items("}", |reader| {
            if members.len() == limits::MEMBERS {
                let message = format!("an object with more than {} members is not read", limits::MEMBERS);
                return Err(reader.scanner.fail(message));
            }
            members.push(reader.member()?);
            Ok(())
        })?;
        self.drop_duplicates(&mut members);
        Ok(Kind::Object(members.into()))
    }

    /// `{NAV.PostalAddress}`: an object of this type, as its annotation says it.
    fn type_alone(&mut self) -> Option<Member> {
        let start = self.scanner.at;
        let name = self.scanner.type_name()?;
        let span = self.excerpt.span(start..self.scanner.at);
        self.scanner.skip_space();
        let value = Value { kind: Kind::String(name.into()), span };
        Some(Member { name: Spanned::new("@odata.type".to_owned(), span), value })
    }

    /// A member. One that may be left out can stand in parentheses, or its name: `("shelfMark"): string`.
    fn member(&mut self) -> Result<Member, Failure> {
        let start = self.scanner.at;
        let mut is_open = self.scanner.take("(");
        if is_open {
            self.scanner.repairs.add(Repair::Parentheses, start..self.scanner.at);
            self.scanner.skip_space();
        }
        let name = self.name()?;
        self.scanner.skip_space();
        if is_open && self.scanner.take(")") {
            is_open = false;
            self.scanner.skip_space();
        }
        if !self.scanner.take(":") {
            return Err(self.scanner.fail("a colon is expected after a member's name"));
        }
        self.scanner.skip_space();
        let value = self.value()?;
        if is_open {
            self.scanner.skip_space();
            if !self.scanner.take(")") {
                return Err(self.scanner.fail("`)` is expected here"));
            }
        }
        Ok(Member { name, value })
    }

    fn name(&mut self) -> Result<Spanned<String>, Failure> {
        let start = self.scanner.at;
        if let Some(name) = self.scanner.member_name() {
            return Ok(Spanned::new(name.to_owned(), self.excerpt.span(start..self.scanner.at)));
        }
        if !self.scanner.starts_string() {
            return Err(self.scanner.fail("a member's name in quotes is expected here"));
        }
        let mut name = self.scanner.string()?;
        if name.trim_end().len() < name.len() {
            name.truncate(name.trim_end().len());
            self.scanner.repairs.add(Repair::BlankInName, start..self.scanner.at);
        }
        Ok(Spanned::new(name, self.excerpt.span(start..self.scanner.at)))
    }

    /// Reads what stands between commas until the closing bracket.
    fn items(
        &mut self,
        close: &str,
        mut item: impl FnMut(&mut Self) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        self.scanner.skip_space();
        loop {
            // An ellipsis stands for items that were left out, with a comma after it or without.
            while self.scanner.take_ellipsis() {
                self.scanner.skip_space();
                self.scanner.take(",");
                self.scanner.skip_space();
            }
            if self.scanner.take(close) {
                return Ok(());
            }
            item(self)?;
            let end = self.scanner.at;
            self.scanner.skip_space();
            let comma = self.scanner.at;
            if self.scanner.take(",") {
                self.scanner.skip_space();
                if self.scanner.rest().starts_with(close) {
                    self.scanner.repairs.add(Repair::TrailingComma, comma..comma + 1);
                }
            } else if self.starts_next_line(end) {
                self.scanner.repairs.add(Repair::MissingComma, end..end);
            } else if !self.scanner.rest().starts_with(close) && !self.at_ellipsis() {
                return Err(self.scanner.fail(format!("`,` or `{close}` is expected here")));
            }
        }
    }

    /// Whether another item begins here, on a later line than the one before ended.
    fn starts_next_line(&self, end: usize) -> bool {
        let begins = self.scanner.starts_string() || matches!(self.scanner.peek(), Some('{' | '['));
        begins && self.scanner.text[end..self.scanner.at].contains('\n')
    }

    fn at_ellipsis(&self) -> bool {
        self.scanner.rest().starts_with('…') || self.scanner.rest().starts_with("...")
    }

    /// Keeps the last of the members that have one name, in the place of the first.
    fn drop_duplicates(&mut self, members: &mut Vec<Member>) {
        let mut order: Vec<usize> = (0..members.len()).collect();
        order.sort_by(|a, b| members[*a].name.value.cmp(&members[*b].name.value));
        let mut superseded = vec![false; members.len()];
        // Equal names stand side by side, in documented order: each later member moves to where the first one was.
        let mut first = 0;
        for index in 1..order.len() {
            let (earlier, later) = (order[first], order[index]);
            if members[earlier].name.value == members[later].name.value {
                let names = (&members[later].name, &members[earlier].name);
                self.duplicates.push((names.0.span, names.1.span, names.0.value.clone()));
                members.swap(earlier, later);
                superseded[later] = true;
            } else {
                first = index;
            }
        }
        let mut superseded = superseded.into_iter();
        members.retain(|_| !superseded.next().unwrap_or_default());
    }
}
