//! Types that keep the text they were given, and the impls that all of them share.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserializer, Error, Visitor};

/// A value that is made of any text and gives that text back.
pub trait Text: Sized {
    /// Keeps the text.
    fn from_text(text: &str) -> Self;

    /// The text that was kept.
    fn as_text(&self) -> &str;
}

impl Text for String {
    fn from_text(text: &str) -> Self {
        text.to_owned()
    }

    fn as_text(&self) -> &str {
        self
    }
}

/// Reads a JSON string as any [`Text`].
pub(crate) fn read_text<'de, T: Text, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: Text> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from_text(text))
    }
}

/// A newtype around a text, compared, ordered and hashed as that text.
macro_rules! text_type {
    ($(#[$attribute:meta])* $type:ident) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $type(Box<str>);

        impl $type {
            /// The text, as it was given.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl $crate::support::Text for $type {
            fn from_text(text: &str) -> Self {
                Self(text.into())
            }

            fn as_text(&self) -> &str {
                &self.0
            }
        }

        $crate::support::scalar::text::text_conversions!($type);
        $crate::support::scalar::text::text_serde!($type);
        $crate::support::scalar::text::scalar_conversions!($type);
    };
}

/// From text and to text, for a type that is [`Text`].
macro_rules! text_conversions {
    ($type:ty) => {
        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad($crate::support::Text::as_text(self))
            }
        }

        impl ::std::convert::From<&str> for $type {
            fn from(text: &str) -> Self {
                $crate::support::Text::from_text(text)
            }
        }

        impl ::std::convert::AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                $crate::support::Text::as_text(self)
            }
        }

        impl ::std::str::FromStr for $type {
            type Err = ::std::convert::Infallible;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                Ok($crate::support::Text::from_text(text))
            }
        }
    };
}

/// What scalars have beside that. Enums go without: there are hundreds, and each impl is half a per cent of what a crate
/// of types costs to check.
macro_rules! scalar_conversions {
    ($type:ty) => {
        impl ::std::convert::From<::std::string::String> for $type {
            fn from(text: ::std::string::String) -> Self {
                $crate::support::Text::from_text(&text)
            }
        }
    };
}

/// A JSON string, for a type that is [`Text`].
macro_rules! text_serde {
    ($type:ty) => {
        impl ::serde_core::Serialize for $type {
            fn serialize<S: ::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::support::Text::as_text(self))
            }
        }

        impl<'de> ::serde_core::Deserialize<'de> for $type {
            fn deserialize<D: ::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::support::scalar::text::read_text(deserializer)
            }
        }
    };
}

pub(crate) use {scalar_conversions, text_conversions, text_serde, text_type};
