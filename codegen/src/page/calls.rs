//! The calls in a page's routes: which arguments a function has, and what is written around each of them.
//!
//! A route shows where a call stands; tables and examples show its arguments as well. A value in a table is a sample for
//! any other, and the declared type decides its quotes. Where a route ends with a function's name alone, what the tables
//! list is put in parentheses behind it.

use super::shown_calls::{ShownCalls, position};
use super::{Page, Route, Row, unsorted_parameters};
use crate::diagnostic::{Code, Diagnostics};
use crate::http::Method;
use crate::page::parameters::{self, Source};
use crate::path_template::{Call, NamedArgument, PathTemplate, Piece, QueryOption, QueryTemplate};
use crate::primitive::Primitive;
use crate::source::{Span, Spanned};

/// Completes the calls in all routes of a page.
pub(super) fn complete(page: &mut Page, diagnostics: &mut Diagnostics) {
    unsorted_parameters::sort(page, diagnostics);
    let known = PageCalls::of(page);
    let complete: Vec<CompleteCall> = page.api.routes.iter().map(|route| known.complete(route)).collect();
    let mut repaired: Vec<(String, Vec<Span>)> = Vec::new();
    for (route, complete) in page.api.routes.iter_mut().zip(complete) {
        let message = complete.repairs.join("; ");
        match repaired.iter_mut().find(|(known, _)| *known == message) {
            _ if message.is_empty() => {}
            Some((_, routes)) => routes.push(route.span),
            None => repaired.push((message, vec![route.span])),
        }
        if let Some(guess) = complete.guess {
            diagnostics.report(Code::ParameterInBody, guess.span, guess.value);
        }
        route.address.path = complete.path;
        route.query = complete.query;
    }
    // What is done to several routes in the same way is one finding.
    for (message, routes) in repaired {
        let Some((first, others)) = routes.split_first() else { continue };
        let related = others.iter().map(|span| (*span, "the same here".to_owned())).collect();
        diagnostics.report_with(Code::RepairedRoute, *first, message, related);
    }
}

/// What a page says about its calls.
struct PageCalls<'a> {
    page: &'a Page,
    rows: Vec<(Source, &'a Row)>,
    examples: ShownCalls,
}

/// A route's path and query, with the repairs.
struct CompleteCall {
    path: PathTemplate,
    query: Option<QueryTemplate>,
    repairs: Vec<String>,
    guess: Option<Spanned<String>>,
}

impl<'a> PageCalls<'a> {
    fn of(page: &'a Page) -> Self {
        PageCalls { page, rows: parameters::of_calls(page), examples: ShownCalls::of(page) }
    }

    fn complete(&self, route: &Route) -> CompleteCall {
        let path = &route.address.path;
        let mut complete =
            CompleteCall { path: path.clone(), query: route.query.clone(), repairs: Vec::new(), guess: None };
        for (index, segment) in path.segments.iter().enumerate() {
            let Some(mut call) = Call::of(segment) else { continue };
            let is_only_form = self.is_only_form(route, index);
            let known = call.clone();
            for argument in &mut call.arguments {
                let row = self.row(&argument.name);
                let optional = is_only_form
                    && self.may_be_left_out(&known.name, &argument.name, row, |name| {
                        position(&known, name).is_some()
                    });
                if row.is_some_and(has_other_type) && self.examples.quote(&known.name, &argument.name) {
                    put_in_quotes(argument, &mut complete.repairs);
                }
                complete_argument(argument, row, optional, &mut complete);
            }
            complete.path.replace(index, call.into_segment());
        }
        self.add_call(route, &mut complete);
        complete
    }

    fn row(&self, name: &str) -> Option<&'a Row> {
        self.rows.iter().map(|(_, row)| *row).find(|row| parameters::is_same(&row.name.value, name))
    }

    /// Whether the page has this call in no other form: each form of its own has the arguments that it has.
    fn is_only_form(&self, route: &Route, index: usize) -> bool {
        let path = &route.address.path;
        let start = |path: &PathTemplate| PathTemplate { segments: path.segments[..index].into() }.key();
        let (Some(segment), before) = (path.segments.get(index), start(path)) else { return false };
        !self.page.api.routes.iter().any(|other| {
            let here = &other.address.path;
            other.method == route.method
                && here.segments.len() == path.segments.len()
                && here.segments.get(index).is_some_and(|one| one != segment && one.name() == segment.name())
                && start(here) == before
        })
    }

    /// Whether the words say so, or an example that leaves the argument out.
    fn may_be_left_out(
        &self,
        call: &str,
        argument: &str,
        row: Option<&Row>,
        is_known: impl Fn(&str) -> bool,
    ) -> bool {
        let by_row = row.and_then(|row| row.required);
        by_row.map_or_else(|| self.examples.leave_out(call, argument, is_known), |required| !required)
    }

    /// Puts what the tables list behind the name that a route ends with.
    fn add_call(&self, route: &Route, complete: &mut CompleteCall) {
        let index = complete.path.segments.len() - 1;
        let [Piece::Literal(name)] = complete.path.segments[index].pieces.as_slice() else { return };
        let is_word =
            name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_'));
        if !is_word || !self.is_only_form(route, index) {
            return;
        }
        let example = self.examples.of_name(name).next();
        let is_shown =
            |row: &Row| example.is_some_and(|example| position(example, &row.name.value).is_some());
        let mut rows: Vec<(Source, &Row)> = Vec::new();
        for (source, row) in &self.rows {
            let is_argument = match source {
                _ if is_shown(row) => true,
                Source::Function => true,
                Source::Body => route.method == Method::Get,
                Source::Path => false,
            };
            let is_known =
                rows.iter().any(|(_, known)| parameters::is_same(&known.name.value, &row.name.value));
            if is_argument && !is_known && !parameters::is_mentioned(self.page, &row.name.value) {
                rows.push((*source, row));
            }
        }
        if rows.is_empty() {
            return;
        }
        // In an example's order, where one shows the call.
        let position = |row: &Row| example.and_then(|example| position(example, &row.name.value));
        rows.sort_by_key(|(_, row)| position(row).unwrap_or(usize::MAX));
        let names: Vec<String> = rows.iter().map(|(_, row)| format!("`{}`", row.name.value)).collect();
        let placed: Vec<String> =
            rows.iter().map(|(_, row)| format!("{0}={{{0}}}", row.name.value)).collect();
        let (names, name) = (names.join(", "), name.clone());
        complete.repairs.push(format!(
            "the route lacks {names}, which the page's tables list for `{name}`; it is read as `{name}({})`",
            placed.join(",")
        ));
        let guess = rows.iter().find(|(source, row)| *source == Source::Body && !is_shown(row));
        complete.guess = guess.map(|(_, row)| {
            let message = format!(
                "a GET has no body; {names}, listed below *Request body*, {} read as {} of `{name}`",
                if rows.len() == 1 { "is" } else { "are" },
                if rows.len() == 1 { "an argument" } else { "arguments" },
            );
            Spanned::new(message, row.span)
        });
        let is_known = |name: &str| rows.iter().any(|(_, row)| parameters::is_same(&row.name.value, name));
        let arguments = rows.iter().map(|(_, row)| {
            let argument = &row.name.value;
            let is_optional = self.may_be_left_out(&name, argument, Some(row), is_known);
            NamedArgument::place(argument, argument, around(row, "'"), is_optional)
        });
        complete.path.replace(index, Call { arguments: arguments.collect(), name }.into_segment());
    }
}

/// Whether the row has a type that is not a primitive, such as an enum.
fn has_other_type(row: &Row) -> bool {
    row.type_.as_ref().is_some_and(|type_| type_.primitive.is_none() && !type_.collection)
}

/// Puts the quotes of the examples around a place that has none.
fn put_in_quotes(argument: &mut NamedArgument, repairs: &mut Vec<String>) {
    if let Some((placeholder, "")) = argument.placeholder() {
        let name = &argument.name;
        repairs.push(format!(
            "the route writes `{name}` without quotes; the examples write it in quotes, so it is sent in quotes"
        ));
        *argument = NamedArgument::place(name, placeholder, "'", false);
    }
}

/// Decides how one argument of a route is written.
fn complete_argument(
    argument: &mut NamedArgument,
    row: Option<&Row>,
    optional: bool,
    complete: &mut CompleteCall,
) {
    let name = argument.name.clone();
    let place = |placeholder: &str, written: &str| {
        let before = row.map_or(written, |row| around(row, written));
        NamedArgument::place(&name, placeholder, before, optional)
    };
    if let Some((placeholder, written)) = argument.placeholder() {
        let with_place = place(placeholder, written);
        if with_place.placeholder() != argument.placeholder() {
            let spelling = row.and_then(|row| row.type_.as_ref()).map_or("", |type_| type_.name.as_str());
            let how = |before: &str| match before {
                "" => "without quotes".to_owned(),
                "'" => "in quotes".to_owned(),
                before => format!("as `{before}…'`"),
            };
            let sent = with_place.placeholder().map_or("", |(_, before)| before);
            complete.repairs.push(format!(
                "the route writes `{name}` {}; its table says `{spelling}`, so it is sent {}",
                how(written),
                how(sent)
            ));
        }
        *argument = with_place;
        return;
    }
    let Some(sample) = argument.sample().map(str::to_owned) else { return };
    let alias = sample.trim_matches('\'');
    if let Some(placeholder) = alias.strip_prefix('@') {
        if let Some(options) = without_option(complete.query.as_ref(), alias) {
            argument.set_sample(alias);
            complete.query = QueryTemplate::of(options);
        } else {
            complete.repairs.push(format!("`{alias}` is read as a placeholder"));
            *argument = place(placeholder, quote(&sample));
        }
    } else if row.is_some() {
        complete.repairs.push(format!("`{sample}` is read as a placeholder"));
        *argument = place(&name, quote(&sample));
    }
}

/// What stands before a sample's value: nothing, a quote, or a type's name with a quote.
fn quote(sample: &str) -> &str {
    match (sample.find('\''), sample.starts_with('[')) {
        (Some(at), false) if sample.ends_with('\'') => &sample[..=at],
        _ => "",
    }
}

/// What stands before a value of the row's type. A type that is not a primitive is written as the route has it.
fn around<'a>(row: &Row, written: &'a str) -> &'a str {
    let Some(type_) = &row.type_ else { return written };
    match type_.primitive {
        _ if type_.collection => "",
        Some(Primitive::String) => "'",
        Some(Primitive::Duration) => "duration'",
        Some(Primitive::Binary) => "binary'",
        Some(Primitive::Stream | Primitive::Untyped) | None => written,
        Some(_) => "",
    }
}

/// The query without an option; nothing where it has none of this name.
fn without_option(query: Option<&QueryTemplate>, name: &str) -> Option<Vec<QueryOption>> {
    let (own, rest): (Vec<_>, Vec<_>) =
        query?.options.iter().cloned().partition(|option| option.name == name);
    (!own.is_empty()).then_some(rest)
}
