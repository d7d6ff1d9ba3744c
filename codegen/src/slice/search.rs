//! From the names that the user gives to resources and areas, or to suggestions.

use std::collections::BTreeSet;

use crate::model::{ApiModel, Area, QualifiedName};
use crate::names::{ModulePath, Names, feature};

/// Where names are looked up.
pub(super) struct Search<'a> {
    pub(super) model: &'a ApiModel,
    pub(super) names: &'a Names,
}

impl<'a> Search<'a> {
    /// The types of this name, plain or qualified, in any case. The body of an action has none.
    pub(super) fn types(&self, text: &str) -> BTreeSet<QualifiedName> {
        let is = |name: &&QualifiedName| {
            name.name.eq_ignore_ascii_case(text) || name.to_string().eq_ignore_ascii_case(text)
        };
        self.all_types().filter(is).cloned().collect()
    }

    /// The areas of this name, written as the cargo feature is.
    pub(super) fn areas(&self, text: &str) -> BTreeSet<Area> {
        let all = self.model.areas.pages.values();
        all.filter(|area| feature(area).eq_ignore_ascii_case(text)).cloned().collect()
    }

    /// Whether the operations of any page live in a module of this name.
    pub(super) fn has_module(&self, text: &str) -> bool {
        self.modules().any(|module| is_named(module, text))
    }

    /// Suggestions for an unknown name: names that are spelt most like it (`user` for `usr`), or that contain it.
    pub(super) fn similar(&self, text: &str) -> Vec<String> {
        const SHOWN: usize = 3;
        let text = plain(text);
        let modules = self.modules().filter_map(|module| module.last()).map(|name| name.to_string());
        let types = self.all_types().map(|name| name.name.clone());
        let areas = self.model.areas.pages.values().map(|area| feature(area).to_string());
        let mut found: Vec<(usize, String)> = Vec::new();
        for name in types.chain(modules).chain(areas).collect::<BTreeSet<String>>() {
            let known = plain(&name);
            let distance = strsim::osa_distance(&known, &text);
            let holds = known.len() > 2 && (known.contains(&text) || text.contains(&known));
            if holds || distance * 3 <= text.len() {
                found.push((distance, name));
            }
        }
        found.sort();
        found.dedup_by_key(|(_, name)| plain(name));
        found.into_iter().take(SHOWN).map(|(_, name)| name).collect()
    }

    fn all_types(&self) -> impl Iterator<Item = &'a QualifiedName> {
        let described = self.model.structured.values().filter(|type_| type_.owner.is_none());
        described.map(|type_| &type_.name).chain(self.model.enums.keys())
    }

    fn modules(&self) -> impl Iterator<Item = &'a ModulePath> {
        self.names.operations().map(|names| &names.function.module)
    }
}

/// Whether a module is named for the resource.
pub(super) fn is_named(module: &ModulePath, resource: &str) -> bool {
    module.last().is_some_and(|module| plain(module) == plain(resource))
}

fn plain(text: &str) -> String {
    text.replace(['_', '-'], "").to_lowercase()
}
