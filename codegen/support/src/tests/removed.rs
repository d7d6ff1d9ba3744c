//! Objects that a list of changes no longer has.

use serde::{Deserialize, Serialize};

use crate::sample::{Line, Payment};
use crate::support::{Extra, Model, Slot, Table, View, table};

/// A file, with a facet that it has once it is deleted.
#[derive(Clone, Default, PartialEq)]
struct File {
    deleted: Option<Line>,
    extra: Extra,
}

impl Table for File {
    const NAMES: &'static [&'static str] = &["deleted", "@"];

    fn slot(&mut self, index: usize) -> Slot<'_> {
        match index {
            0 => Slot::Object(&mut self.deleted),
            _ => Slot::Extra(&mut self.extra),
        }
    }

    fn view(&self, index: usize) -> View<'_> {
        match index {
            0 => View::Object(&self.deleted),
            _ => View::Extra(&self.extra),
        }
    }
}

table!(File);

/// The same with serde's derive.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Derived {
    deleted: Option<Line>,
    #[serde(flatten)]
    extra: Extra,
}

impl Model for Derived {
    fn extra(&self) -> &Extra {
        &self.extra
    }

    fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

#[test]
fn an_annotation_or_a_facet_says_so() {
    for (json, reason) in [
        (r#"{"@removed":{"reason":"changed"}}"#, Some("changed")),
        (r#"{"@removed":{}}"#, Some("")),
        (r#"{"deleted":{"state":"softDeleted"}}"#, Some("softDeleted")),
        (r#"{"deleted":{}}"#, Some("")),
        (r#"{"deleted":null}"#, None),
        (r#"{"deleted":7}"#, None),
        (r#"{"deleted":true}"#, None),
        ("{}", None),
    ] {
        let removed = [
            File::from_json(json.as_bytes()).unwrap().removed(),
            Payment::from_json(json.as_bytes()).unwrap().removed(),
            Derived::from_json(json.as_bytes()).unwrap_or_default().removed(),
        ];
        assert_eq!(removed, [(); 3].map(|()| reason.map(str::to_owned)), "{json}");
    }
}
