//! The call of a macro of ours: items in groups, each with the features of which one must be on.

use std::collections::{BTreeMap, BTreeSet};

use super::condition;
use crate::names::{Feature, Ident};

/// The widest line.
const WIDTH: usize = 100;

/// What is written into the call.
#[derive(Clone, Debug)]
pub(crate) struct Groups {
    name: &'static str,
    /// By the number of features first, so that what needs one alone stands together.
    groups: BTreeMap<(usize, BTreeSet<Feature>), Vec<String>>,
}

impl Groups {
    /// A call of this macro, so far without a group.
    pub(crate) fn of(name: &'static str) -> Self {
        Groups { name, groups: BTreeMap::new() }
    }

    /// Adds a name to the group of these features.
    pub(crate) fn name(&mut self, features: &BTreeSet<Feature>, name: &Ident) {
        self.push(features, name.to_string());
    }

    /// Adds an item to the group of these features.
    pub(crate) fn item(&mut self, features: &BTreeSet<Feature>, path: &[Ident]) {
        self.push(features, path.join("::"));
    }

    /// Adds an item, and the name that it gets, to the group of these features.
    pub(crate) fn path(&mut self, features: &BTreeSet<Feature>, path: &[Ident], name: &Ident) {
        self.push(features, format!("{} as {name}", path.join("::")));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    fn push(&mut self, features: &BTreeSet<Feature>, item: String) {
        self.groups.entry((features.len(), features.clone())).or_default().push(item);
    }

    /// The call with each item on a line.
    pub(super) fn text(&self) -> String {
        let groups = self.groups.iter().map(|((_, features), items)| {
            format!("{}        {};\n", gate(features), items.join("\n        "))
        });
        format!("{}! {{\n{}}}\n", self.name, groups.collect::<String>())
    }
}

/// What `cfg` asks for, and the arrow behind it.
fn gate(features: &BTreeSet<Feature>) -> String {
    let features = condition::each(features);
    if let [feature] = features.as_slice() {
        return format!("    {feature} =>\n");
    }
    let mut lines = vec!["    any(".to_owned()];
    for (index, feature) in features.iter().enumerate() {
        let end = if index + 1 < features.len() { "," } else { ") =>" };
        let line = lines.last_mut().expect("there is a first line");
        let space = if line.ends_with('(') { "" } else { " " };
        if line.len() + space.len() + feature.len() + end.len() > WIDTH {
            lines.push(format!("        {feature}{end}"));
        } else {
            line.push_str(&format!("{space}{feature}{end}"));
        }
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_has_its_features_once() {
        let mut groups = Groups::of("modules");
        let features = |names: &[&str]| names.iter().map(|name| (*name).into()).collect();
        groups.name(&features(&["library", "readers"]), &Ident::word("shelf"));
        groups.name(&features(&["library"]), &Ident::word("book"));
        groups.name(&features(&["library"]), &Ident::word("page"));
        let expected = "\
modules! {
    feature = \"library\" =>
        book
        page;
    any(feature = \"library\", feature = \"readers\") =>
        shelf;
}
";
        assert_eq!(groups.text(), expected);
    }
}
