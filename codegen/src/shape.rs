//! What a JSON value shows of its type: a lattice, so that many examples say more than one and their order says nothing.

use crate::json::{Kind, Value};

/// What has been seen in one place. `join` goes up from `Nothing` towards `Any`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Null only, or no value at all: every type reads null as absent.
    #[default]
    Nothing,
    Bool,
    /// Whole numbers; `wide` when one of them does not fit 32 bits.
    Integer {
        wide: bool,
    },
    /// Numbers, of which one has a fraction, an exponent or more than 64 bits.
    Number,
    String,
    Array(Box<Shape>),
    /// Members in documented order. A member may be absent from some of the values.
    Object(Vec<(String, Shape)>),
    /// Values of different kinds.
    Any,
}

impl Shape {
    /// The shape of one value.
    pub(crate) fn of(value: &Value) -> Shape {
        match &value.kind {
            Kind::Null => Shape::Nothing,
            Kind::Bool(_) => Shape::Bool,
            Kind::Number(digits) => match digits.parse::<i64>() {
                Ok(number) => Shape::Integer { wide: i32::try_from(number).is_err() },
                Err(_) => Shape::Number,
            },
            Kind::String(_) => Shape::String,
            Kind::Array(elements) => Shape::Array(Box::new(Shape::of_all(elements))),
            Kind::Object(members) => Shape::Object(
                members.iter().map(|member| (member.name.value.clone(), Shape::of(&member.value))).collect(),
            ),
        }
    }

    /// The shape of all of these values.
    pub(crate) fn of_all<'a>(values: impl IntoIterator<Item = &'a Value>) -> Shape {
        values.into_iter().map(Shape::of).fold(Shape::Nothing, Shape::join)
    }

    /// Whether it is an object without members.
    pub(crate) fn is_empty_object(&self) -> bool {
        matches!(self, Shape::Object(members) if members.is_empty())
    }

    /// The least shape that covers both. Members keep the order of `self`; those that only `other` has come behind.
    pub(crate) fn join(self, other: Shape) -> Shape {
        match (self, other) {
            (Shape::Nothing, shape) | (shape, Shape::Nothing) => shape,
            (Shape::Integer { wide: a }, Shape::Integer { wide: b }) => Shape::Integer { wide: a || b },
            (Shape::Integer { .. } | Shape::Number, Shape::Integer { .. } | Shape::Number) => Shape::Number,
            (Shape::Array(a), Shape::Array(b)) => Shape::Array(Box::new(a.join(*b))),
            (Shape::Object(a), Shape::Object(b)) => Shape::Object(join_members(a, b)),
            (a, b) if a == b => a,
            _ => Shape::Any,
        }
    }
}

fn join_members(mut members: Vec<(String, Shape)>, others: Vec<(String, Shape)>) -> Vec<(String, Shape)> {
    for (name, shape) in others {
        match members.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = std::mem::take(known).join(shape),
            None => members.push((name, shape)),
        }
    }
    members
}

#[cfg(test)]
mod tests {
    use super::Shape;
    use crate::diagnostic::Diagnostics;
    use crate::json;
    use crate::source::{Excerpt, FileId};

    fn of(text: &str) -> Shape {
        let value = json::read(&Excerpt::whole(text, FileId::default(), 0), &mut Diagnostics::default());
        Shape::of(&value.expect("JSON"))
    }

    /// All shapes of a few members, nested once.
    fn generated() -> Vec<Shape> {
        let mut shapes = vec![
            Shape::Nothing,
            Shape::Bool,
            Shape::Number,
            Shape::String,
            Shape::Any,
            Shape::Object(Vec::new()),
        ];
        shapes.extend([false, true].map(|wide| Shape::Integer { wide }));
        let flat = shapes.clone();
        let member = |name: &str, shape: &Shape| (name.to_owned(), shape.clone());
        for (index, shape) in flat.iter().enumerate() {
            let other = &flat[(index + 3) % flat.len()];
            shapes.push(Shape::Array(Box::new(shape.clone())));
            shapes.push(Shape::Object(vec![member("a", shape)]));
            shapes.push(Shape::Object(vec![member("b", shape), member("a", other)]));
            shapes.push(Shape::Array(Box::new(Shape::Object(vec![member("c", shape), member("b", other)]))));
        }
        shapes
    }

    /// The shape with all members in the order of their names.
    fn sorted(shape: Shape) -> Shape {
        match shape {
            Shape::Array(element) => Shape::Array(Box::new(sorted(*element))),
            Shape::Object(members) => {
                let mut members: Vec<_> =
                    members.into_iter().map(|(name, shape)| (name, sorted(shape))).collect();
                members.sort_by(|a, b| a.0.cmp(&b.0));
                Shape::Object(members)
            }
            shape => shape,
        }
    }

    #[test]
    fn join_is_commutative_associative_and_idempotent() {
        let join = |a: &Shape, b: &Shape| a.clone().join(b.clone());
        let shapes = generated();
        for a in &shapes {
            assert_eq!(join(a, a), *a);
            assert_eq!(join(a, &Shape::Nothing), *a);
            assert_eq!(join(a, &Shape::Any), Shape::Any);
            for b in &shapes {
                assert_eq!(sorted(join(a, b)), sorted(join(b, a)), "{a:?} {b:?}");
                for c in &shapes {
                    assert_eq!(join(&join(a, b), c), join(a, &join(b, c)), "{a:?} {b:?} {c:?}");
                }
            }
        }
    }

    #[test]
    fn a_value_shows_its_shape() {
        let member = |name: &str, shape: Shape| (name.to_owned(), shape);
        let integer = |wide: bool| Shape::Integer { wide };
        assert_eq!(of("[1, null, -2147483648]"), Shape::Array(Box::new(integer(false))));
        assert_eq!(of("[1, 2147483648]"), Shape::Array(Box::new(integer(true))));
        assert_eq!(of("[1, 1.0]"), Shape::Array(Box::new(Shape::Number)));
        assert_eq!(of("9223372036854775808"), Shape::Number);
        assert_eq!(of("[1, \"1\"]"), Shape::Array(Box::new(Shape::Any)));
        assert_eq!(
            of(r#"[{"b": []}, {"a": true, "b": ["x"]}]"#),
            Shape::Array(Box::new(Shape::Object(vec![
                member("b", Shape::Array(Box::new(Shape::String))),
                member("a", Shape::Bool),
            ])))
        );
    }
}
