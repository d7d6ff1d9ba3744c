//! Texts, read as they come.

use std::fmt;

use serde_core::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::TextSlot;
use super::exact::doubt;
use super::nested::{unfit_list, unfit_object, unfit_scalars};
use crate::support::Json;

/// Reads `Edm.String`; gives back a value of another kind.
pub(super) struct StringVisitor<'a>(pub(super) &'a mut Option<String>);

/// Reads a value that keeps its text; gives back a value of another kind.
pub(super) struct TextVisitor<'a>(pub(super) &'a mut dyn TextSlot);

/// The two differ in where the text is put, and in nothing else.
macro_rules! text_visitor {
    ($visitor:ident, $slot:ident => $clear:expr, $text:ident => $put:expr) => {
        impl $visitor<'_> {
            #[cold]
            fn unfit<E>(self, json: Json) -> Result<Option<Json>, E> {
                doubt();
                let $slot = self.0;
                $clear;
                Ok(Some(json))
            }
        }

        impl<'de> Visitor<'de> for $visitor<'_> {
            type Value = Option<Json>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E: Error>(self, $text: &str) -> Result<Option<Json>, E> {
                let $slot = self.0;
                $put;
                Ok(None)
            }

            fn visit_unit<E: Error>(self) -> Result<Option<Json>, E> {
                let $slot = self.0;
                $clear;
                Ok(None)
            }

            unfit_list!();

            unfit_object!();

            unfit_scalars!(visit_bool: bool, visit_i64: i64, visit_u64: u64);
        }
    };
}

text_visitor!(StringVisitor, slot => *slot = None, text => *slot = Some(text.to_owned()));
text_visitor!(TextVisitor, slot => slot.set(None), text => slot.set(Some(text)));
