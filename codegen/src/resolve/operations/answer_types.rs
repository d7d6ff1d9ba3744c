//! A page that lists or shows the properties of its answer without naming a type: the answer is the documented type that the
//! table describes, else the table itself, else what the examples show.

use super::body_types::{Maker, of_rows};
use super::calls::Call;
use super::fit;
use super::guesses::{Guess, Role};
use crate::diagnostic::Diagnostics;
use crate::http::Message;
use crate::json::Value;
use crate::model::{QualifiedName, ResponseBody, StructuredType, Type};
use crate::page::{NameTable, Page, Row};

impl Maker<'_> {
    /// The answer of a call. If it would be any JSON, and a table below *Response* describes what the examples show, it is an
    /// object of these properties; without such a table, of those that the examples have.
    pub(super) fn response(
        &mut self,
        call: &Call<'_>,
        body: ResponseBody,
        diagnostics: &mut Diagnostics,
    ) -> ResponseBody {
        let page = call.page;
        let names = match &body {
            ResponseBody::Json => fit::names(bodies(page)),
            ResponseBody::Collection(_) | ResponseBody::Wrapped(_) if body.is_untyped() => {
                fit::names(bodies(page).flat_map(fit::objects))
            }
            ResponseBody::Reply(inner) => {
                let full = self.response(call, (**inner).clone(), diagnostics);
                return ResponseBody::Reply(Box::new(full));
            }
            _ => return body,
        };
        let tables = page.api.response.tables.iter();
        let table = tables.max_by_key(|table| known(table, &names));
        let name = match table.filter(|table| known(table, &names) * 2 > names.len()) {
            Some(table) => {
                let same = self.same(page, table).cloned();
                Some(same.unwrap_or_else(|| self.listed(page, table, diagnostics)))
            }
            None => self.shown(call, diagnostics),
        };
        match (name, body) {
            (None, body) => body,
            (Some(name), ResponseBody::Collection(_)) => ResponseBody::Collection(Type::Structured(name)),
            (Some(name), ResponseBody::Wrapped(Type::Collection(_))) => {
                ResponseBody::Wrapped(Type::Structured(name).collection())
            }
            (Some(name), ResponseBody::Wrapped(_)) => ResponseBody::Wrapped(Type::Structured(name)),
            (Some(name), _) => ResponseBody::One(name),
        }
    }

    /// The type that only the examples show.
    fn shown(&mut self, call: &Call<'_>, diagnostics: &mut Diagnostics) -> Option<QualifiedName> {
        let shape = call.shown_answer.as_ref()?;
        let name = self.of_shape(call.page, call.route, Role::Response, shape, diagnostics)?;
        self.guesses.add(call.page, call.route, Guess::Shown(Role::Response));
        self.shown.insert(name.clone());
        Some(name)
    }

    /// The only documented type that has the properties of a table, and no other.
    fn same(&self, page: &Page, table: &NameTable) -> Option<&QualifiedName> {
        let has = |type_: &StructuredType, row: &Row| {
            let property = type_.properties.iter().find(|known| known.name == row.name.value);
            let type_ = row.type_.as_ref().and_then(|spelling| self.lookup.spelled(page, spelling));
            property.is_some_and(|property| type_.as_ref() == Some(&property.type_))
        };
        let is_same = |type_: &&StructuredType| {
            let rows = &table.rows;
            let many = rows.len() > 1 && type_.properties.len() == rows.len();
            many && !type_.description.pages.is_empty() && rows.iter().all(|row| has(type_, row))
        };
        let mut same = self.judge.types.values().filter(is_same);
        same.next().filter(|_| same.next().is_none()).map(|type_| &type_.name)
    }

    /// The type that a table lists the properties of.
    fn listed(&mut self, page: &Page, table: &NameTable, diagnostics: &mut Diagnostics) -> QualifiedName {
        let name = self.name(page, "Response");
        if self.made.iter().any(|type_| type_.name == name) {
            return name;
        }
        self.made.push(of_rows(self.lookup, page, name.clone(), &table.rows, diagnostics));
        name
    }
}

/// The bodies that the page shows as answers.
fn bodies(page: &Page) -> impl Iterator<Item = &Value> {
    let responses = page.api.exchanges.iter().filter_map(|exchange| exchange.response.as_ref());
    let failed = |message: &Message| matches!(message, Message::Response(it) if it.status.value >= 400);
    responses.filter(move |example| !failed(&example.message)).filter_map(|example| example.message.json())
}

/// How many of the names a table lists.
fn known(table: &NameTable, names: &[&str]) -> usize {
    let lists = |name: &str| table.rows.iter().any(|row| row.name.value.eq_ignore_ascii_case(name));
    names.iter().filter(|name| lists(name)).count()
}
