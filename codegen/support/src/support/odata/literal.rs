//! Values as OData writes them in a condition.

use crate::support::{
    Argument, Binary, Date, DateTime, Decimal, Duration, Flags, Guid, OpenEnum, TimeOfDay, quoted,
};

/// A value that a field of type `V` can be compared with. A text is quoted, whatever is in it.
pub trait Literal<V> {
    /// The value as OData writes it.
    fn literal(&self) -> String;
}

macro_rules! strings {
    ($($type:ty),+) => {
        $(
            impl Literal<Option<String>> for $type {
                fn literal(&self) -> String {
                    quoted(self)
                }
            }
        )+
    };
}

strings!(&str, String, &String);

macro_rules! plain {
    ($($field:ty: $($type:ty),+;)+) => {
        $($(
            impl Literal<Option<$field>> for $type {
                fn literal(&self) -> String {
                    written(Argument::from(*self))
                }
            }
        )+)+
    };
}

plain! {
    bool: bool;
    i32: i32;
    i64: i64;
    f64: f64;
    Decimal: i32, i64, &Decimal, &str;
    Guid: &Guid, &str;
    Date: &Date, &str;
    DateTime: &DateTime, &str;
    TimeOfDay: &TimeOfDay, &str;
}

macro_rules! owned {
    ($($type:ty),+) => {
        $(
            impl Literal<Option<$type>> for $type {
                fn literal(&self) -> String {
                    Literal::<Option<$type>>::literal(&self)
                }
            }
        )+
    };
}

owned!(Decimal, Guid, Date, DateTime, TimeOfDay, Duration, Binary);

impl Literal<Option<Duration>> for &Duration {
    fn literal(&self) -> String {
        format!("duration{}", quoted(self.as_str()))
    }
}

impl Literal<Option<Binary>> for &Binary {
    fn literal(&self) -> String {
        format!("binary{}", quoted(self.as_str()))
    }
}

impl<E: OpenEnum> Literal<Option<E>> for E {
    fn literal(&self) -> String {
        quoted(self.as_str())
    }
}

impl<E: OpenEnum> Literal<Option<E>> for &E {
    fn literal(&self) -> String {
        quoted(self.as_str())
    }
}

impl<E: OpenEnum> Literal<Option<Flags<E>>> for E {
    fn literal(&self) -> String {
        quoted(self.as_str())
    }
}

impl<E: OpenEnum> Literal<Option<Flags<E>>> for &Flags<E> {
    fn literal(&self) -> String {
        quoted(self.as_str())
    }
}

/// A text that is not a literal of its type is quoted, so that it cannot end the condition.
fn written(argument: Argument<'_>) -> String {
    argument.into_literal().unwrap_or_default().into_owned()
}
