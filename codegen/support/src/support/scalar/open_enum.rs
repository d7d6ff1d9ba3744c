//! Enums that a service may add members to.

use super::Text;

/// A named set of values, open at its end: a member that this crate does not know keeps its text.
///
/// A member is matched exactly, also in case. Make values of a text with `From<&str>`, which finds the known member: an
/// unlisted one that holds a known member's text is a different value.
pub trait OpenEnum: Clone + PartialEq + 'static {
    /// The qualified name: `microsoft.graph.importance`.
    const TYPE: &'static str;

    /// The known members, in documented order, each with the text that JSON has for it.
    const MEMBERS: &'static [(&'static str, Self)];

    /// A member that this crate does not know.
    fn other(text: &str) -> Self;

    /// The member's text in JSON.
    fn as_str(&self) -> &str;
}

impl<E: OpenEnum> Text for E {
    fn from_text(text: &str) -> Self {
        match E::MEMBERS.iter().find(|(name, _)| *name == text) {
            Some((_, member)) => member.clone(),
            None => E::other(text),
        }
    }

    fn as_text(&self) -> &str {
        self.as_str()
    }
}

/// Text both ways, `Serialize` and `Deserialize` for open enums.
#[allow(unused_macros, reason = "not every crate has one")]
macro_rules! open_enum {
    ($($type:ident),+ $(,)?) => {
        $(
            $crate::support::scalar::text::text_conversions!($type);
            $crate::support::scalar::text::text_serde!($type);
            impl $crate::support::Element for $type {}
        )+
    };
}

pub(crate) use open_enum;
