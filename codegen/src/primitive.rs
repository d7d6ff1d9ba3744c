//! OData's primitive types, and the words that pages use for them.

/// A primitive type of the OData entity data model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Primitive {
    String,
    Boolean,
    Int32,
    Int64,
    Double,
    Decimal,
    Guid,
    Date,
    DateTimeOffset,
    TimeOfDay,
    Duration,
    Binary,
    Stream,
    /// Any JSON value (`Edm.Untyped`, `Json`).
    Untyped,
}

impl Primitive {
    /// The type that a word names, however it is spelt: `Edm.String`, `string`, `GUID`, `integer`, `datetime`.
    pub(crate) fn from_word(word: &str) -> Option<Primitive> {
        let word = word.trim().to_ascii_lowercase();
        let word = word.strip_prefix("edm.").unwrap_or(&word);
        Some(match word {
            "string" | "text" | "url" | "etag" => Primitive::String,
            "boolean" | "bool" => Primitive::Boolean,
            "int32" | "int16" | "int" | "integer" | "byte" | "sbyte" => Primitive::Int32,
            "int64" | "long" => Primitive::Int64,
            "double" | "single" | "float" => Primitive::Double,
            "decimal" | "numeric" | "number" => Primitive::Decimal,
            "guid" | "uuid" => Primitive::Guid,
            "date" => Primitive::Date,
            "datetimeoffset" | "datetime" | "timestamp" | "date-time" => Primitive::DateTimeOffset,
            "timeofday" | "time" => Primitive::TimeOfDay,
            "duration" => Primitive::Duration,
            "binary" => Primitive::Binary,
            "stream" => Primitive::Stream,
            "json" | "untyped" | "untyped json" | "object" | "any" => Primitive::Untyped,
            _ => return None,
        })
    }
}
