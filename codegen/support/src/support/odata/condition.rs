//! Conditions on fields: comparisons, and what the elements of a collection have to be like.

use super::filter::{Binds, Part};
use super::{Collected, Field, Filter, Literal};
use crate::support::{Flags, OpenEnum};

impl<T, V> Field<T, V> {
    /// The field has this value.
    pub fn eq<L: Literal<V>>(self, value: L) -> Filter<T> {
        self.compare("eq", &value.literal())
    }

    /// The field has another value, or none.
    pub fn ne<L: Literal<V>>(self, value: L) -> Filter<T> {
        self.compare("ne", &value.literal())
    }

    /// The field is above this value.
    pub fn gt<L: Literal<V>>(self, value: L) -> Filter<T> {
        self.compare("gt", &value.literal())
    }

    /// The field is this value or above.
    pub fn ge<L: Literal<V>>(self, value: L) -> Filter<T> {
        self.compare("ge", &value.literal())
    }

    /// The field is below this value.
    pub fn lt<L: Literal<V>>(self, value: L) -> Filter<T> {
        self.compare("lt", &value.literal())
    }

    /// The field is this value or below.
    pub fn le<L: Literal<V>>(self, value: L) -> Filter<T> {
        self.compare("le", &value.literal())
    }

    /// The field has no value.
    pub fn is_null(self) -> Filter<T> {
        self.compare("eq", "null")
    }

    /// The field has a value.
    pub fn is_set(self) -> Filter<T> {
        self.compare("ne", "null")
    }

    /// The field has one of these values (`in`).
    pub fn is_in<L: Literal<V>>(self, values: impl IntoIterator<Item = L>) -> Filter<T> {
        let values: Vec<String> = values.into_iter().map(|value| value.literal()).collect();
        self.compare("in", &format!("({})", values.join(",")))
    }

    fn compare(self, operator: &str, literal: &str) -> Filter<T> {
        let (path, named) = self.part();
        Filter::of(vec![path, Part::Text(format!(" {operator} {literal}"))], Binds::Comparison, named)
    }

    fn part(self) -> (Part, Option<()>) {
        let path = self.into_path();
        let named = path.is_some().then_some(());
        (Part::Path(path.unwrap_or_default()), named)
    }
}

impl<T> Field<T, Option<String>> {
    /// The field's text begins with `text` (`startswith`).
    pub fn starts_with(self, text: &str) -> Filter<T> {
        self.call("startswith", text)
    }

    /// The field's text ends with `text` (`endswith`).
    pub fn ends_with(self, text: &str) -> Filter<T> {
        self.call("endswith", text)
    }

    /// The field's text contains `text` (`contains`).
    pub fn contains(self, text: &str) -> Filter<T> {
        self.call("contains", text)
    }

    fn call(self, function: &str, text: &str) -> Filter<T> {
        let (path, named) = self.part();
        let (start, end) = (format!("{function}("), format!(",{})", crate::support::quoted(text)));
        Filter::of(vec![Part::Text(start), path, Part::Text(end)], Binds::Call, named)
    }
}

impl<T, E: OpenEnum> Field<T, Option<Flags<E>>> {
    /// The member is among those that are set (`has`).
    pub fn has(self, member: E) -> Filter<T> {
        self.compare("has", &crate::support::quoted(member.as_str()))
    }
}

impl<T, V: Collected> Field<T, V> {
    /// The condition holds for at least one element.
    pub fn any(self, condition: Filter<V::Element>) -> Filter<T> {
        self.elements("any", condition)
    }

    /// The condition holds for all elements.
    pub fn all(self, condition: Filter<V::Element>) -> Filter<T> {
        self.elements("all", condition)
    }

    /// The list has elements.
    pub fn is_not_empty(self) -> Filter<T> {
        let (path, named) = self.part();
        Filter::of(vec![path, opened("any"), Part::Text(")".to_owned())], Binds::Call, named)
    }

    /// The number of elements (`$count`).
    pub fn count(self) -> Field<T, Option<i64>> {
        self.below("$count")
    }

    fn elements(self, function: &str, condition: Filter<V::Element>) -> Filter<T> {
        let (path, named) = self.part();
        // Each condition inside of another has a name of its own for its element.
        let name = VARIABLES.get(condition.depth).copied().unwrap_or("element");
        let mut parts = vec![path, opened(function), Part::Text(format!("{name}:"))];
        parts.extend(condition.parts.into_iter().map(|part| match part {
            Part::Path(path) if path.is_empty() => Part::Text(name.to_owned()),
            Part::Path(path) => Part::Text(format!("{name}/{path}")),
            text => text,
        }));
        parts.push(Part::Text(")".to_owned()));
        let filter = Filter::of(parts, Binds::Call, named);
        Filter { depth: condition.depth + 1, unnamed: filter.unnamed || condition.unnamed, ..filter }
    }
}

/// The beginning of a call below a collection, up to its parenthesis.
fn opened(function: &str) -> Part {
    Part::Text(["/", function, "("].concat())
}

const VARIABLES: [&str; 6] = ["x", "y", "z", "u", "v", "w"];
