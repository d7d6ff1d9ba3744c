//! The names of everything in a model, handed out so that no two are equal.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::ident::{camel, camel_of_words, module, snake, type_name};
use super::members::{fields, variants};
use super::parameters;
use super::{Alias, Ident, ItemName, ModulePath, Names, OperationNames};
use crate::case::UsedNames;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{
    ApiModel, Implied, Operation, PageRoute, QualifiedName, RequestBody, StructuredType, by_page,
};
use crate::page::{Page, PageNames, Pages};
use crate::source::{PageId, Span};

/// The most modules that a namespace becomes: every system limits the length of a file's path.
const DEEPEST: usize = 4;

/// The constant that holds the path of a function.
pub(super) fn path_constant(function: &Ident) -> Ident {
    function.constant("PATH")
}

impl Names {
    /// Assigns the names of everything in the model.
    pub(crate) fn assign(model: &ApiModel, pages: &Pages, diagnostics: &mut Diagnostics) -> Self {
        let mut names = Names::default();
        // What has a scope of its own.
        let fields = diagnostics
            .of_each(&model.structured, |(name, type_), found| (name.clone(), fields(type_, found)));
        let variants =
            diagnostics.of_each(&model.enums, |(name, type_), found| (name.clone(), variants(type_, found)));
        (names.fields, names.variants) = (fields.into_iter().collect(), variants.into_iter().collect());
        let operations = by_page(&model.operations).into_par_iter();
        let operations: Vec<_> =
            operations.map(|(key, operation)| (key, operation, parameters::of(operation))).collect();
        let of_page = |(id, page): (&PageId, &Arc<Page>)| (*id, module_in(Some(page), &page.names.resource));
        let modules: BTreeMap<PageId, ModulePath> = pages.par_iter().map(of_page).collect();
        let (full_names, taken) = (BTreeMap::new(), BTreeMap::new());
        let mut assigner = Assigner { full_names, pages, modules: &modules, taken, diagnostics };
        for (name, type_) in &model.structured {
            names.types.insert(name.clone(), assigner.structured(type_));
        }
        for name in model.enums.keys() {
            names.types.insert(name.clone(), assigner.type_(name, None));
        }
        for (key, operation, parameters) in operations {
            let operation = assigner.operation(operation, parameters, &names);
            names.operations.insert(key.clone(), operation);
        }
        names.pages = modules;
        names
    }

    /// The parameter for the body of a function: a resource is named for its type.
    pub(super) fn body(&self, request: &RequestBody, parameters: &[Ident]) -> Option<Ident> {
        let name = match request {
            RequestBody::None => return None,
            RequestBody::Optional(inside) => return self.body(inside, parameters),
            // A type that is made for the call has no name that says more.
            RequestBody::Structured(name) if name.role.is_some() => Ident::word("body"),
            RequestBody::Structured(name) => snake(&self.types.get(name)?.ident),
            RequestBody::Collection(_) | RequestBody::Json | RequestBody::Content => Ident::word("body"),
        };
        Some(name.unique(&mut parameters.iter().collect()))
    }
}

/// Hands out names, and knows which ones are taken in each module.
struct Assigner<'a> {
    /// The names of pages' functions with all words of their files' names.
    full_names: BTreeMap<PageId, Vec<String>>,
    pages: &'a Pages,
    /// The module of each page's operations.
    modules: &'a BTreeMap<PageId, ModulePath>,
    taken: BTreeMap<ModulePath, UsedNames>,
    diagnostics: &'a mut Diagnostics,
}

impl Assigner<'_> {
    fn structured(&mut self, type_: &StructuredType) -> ItemName {
        let span = type_.properties.first().map(|property| property.span);
        match (type_.owner, &type_.name.role) {
            (Some(page), Some(role)) => {
                let words = self.names(page).map_or("", |names| &names.words);
                self.take(self.module(page), camel_of_words(words).then(&camel(role)), span)
            }
            _ => self.type_(&type_.name, span),
        }
    }

    fn type_(&mut self, name: &QualifiedName, span: Option<Span>) -> ItemName {
        let mut path = namespace_modules(&name.namespace);
        path.push(module(&name.name));
        self.take(path, type_name(&name.name), span)
    }

    /// The module of a page's operations.
    fn module(&self, page: PageId) -> ModulePath {
        self.modules.get(&page).cloned().unwrap_or_else(|| module_in(None, "page"))
    }

    /// The names of a page and its functions.
    fn names(&self, page: PageId) -> Option<&PageNames> {
        self.pages.get(&page).map(|page| &page.names)
    }

    fn take(&mut self, module: ModulePath, ident: Ident, span: Option<Span>) -> ItemName {
        self.take_one_of(module, ident, None, span)
    }

    /// Takes the first of these names that is free, or else the wanted one with a number.
    fn take_one_of(
        &mut self,
        module: ModulePath,
        wanted: Ident,
        others: impl IntoIterator<Item = Ident>,
        span: Option<Span>,
    ) -> ItemName {
        let taken = self.taken.entry(module.clone()).or_default();
        let mut names = [wanted.clone()].into_iter().chain(others);
        let free = names.find(|name| !taken.contains(name)).unwrap_or_else(|| wanted.clone()).unique(taken);
        if let (true, Some(span)) = (free != wanted, span) {
            let message = format!("`{wanted}` is taken in `{}`; this one is `{free}`", module.join("::"));
            self.diagnostics.report(Code::NameCollision, span, message);
        }
        ItemName { module, ident: free }
    }

    fn operation(&mut self, operation: &Operation, parameters: Vec<Ident>, names: &Names) -> OperationNames {
        // Several pages may give one function one name.
        let mut known = BTreeSet::new();
        let mut wanted: Vec<(ItemName, PageRoute)> = Vec::new();
        for place in &operation.places {
            let name = self.wanted(*place);
            if known.insert(name.clone()) {
                wanted.push((name, *place));
            }
        }
        let mut taken = wanted.into_iter().map(|(name, place)| (self.function(name, place), place.page));
        let documented = taken.next().map(|(function, _)| function);
        let aliases: Vec<(ItemName, PageId)> = taken.collect();
        let implied = || operation.implied.as_ref().map(|implied| self.implied(implied));
        let nameless = || ItemName { module: Vec::new(), ident: Ident::word("page") };
        let function = documented.or_else(implied).unwrap_or_else(nameless);
        let body = names.body(&operation.request, &parameters);
        OperationNames {
            constant: path_constant(&function.ident),
            body,
            parameters,
            aliases: aliases
                .into_iter()
                .map(|(function, page)| Alias { constant: path_constant(&function.ident), function, page })
                .collect(),
            function,
        }
    }

    /// The name of a function that no page documents.
    fn implied(&mut self, implied: &Implied) -> ItemName {
        let module = module_in(self.pages.get(&implied.beside).map(Arc::as_ref), &implied.resource);
        self.take(module, snake(&implied.function), implied.from.first().copied())
    }

    /// The name that a page gives its function.
    fn wanted(&self, place: PageRoute) -> ItemName {
        let name = self.names(place.page).and_then(|names| names.functions.get(place.route));
        ItemName { module: self.module(place.page), ident: snake(name.map_or("", String::as_str)) }
    }

    /// The name that a page gives its function, or where another page has given it, with the area's word, or with all
    /// words of the file's name.
    fn function(&mut self, name: ItemName, place: PageRoute) -> ItemName {
        let is_taken = self.taken.get(&name.module).is_some_and(|taken| taken.contains(&name.ident));
        let longer = if is_taken { self.longer_names(place) } else { Vec::new() };
        let route = self.pages.get(&place.page).and_then(|page| page.route(place.route));
        self.take_one_of(name.module, name.ident, longer, route.map(|route| route.span))
    }

    fn longer_names(&mut self, place: PageRoute) -> Vec<Ident> {
        let Some(page) = self.pages.get(&place.page) else { return Vec::new() };
        let name = page.names.functions.get(place.route).filter(|_| !page.names.area.is_empty());
        let in_area = name.map(|name| format!("{}_{name}", page.names.area));
        let full = self.full_names.entry(place.page).or_insert_with(|| page.full_names());
        in_area.iter().chain(full.get(place.route)).map(|name| snake(name)).collect()
    }
}

/// The module of a resource in the namespace of a page.
fn module_in(page: Option<&Page>, resource: &str) -> ModulePath {
    let namespace = page.and_then(|page| page.namespace.as_ref());
    let mut path = namespace_modules(namespace.map_or("", |namespace| namespace.value.as_str()));
    path.push(module(resource));
    path
}

/// The modules of a namespace: the reference's main one is the crate's root.
fn namespace_modules(namespace: &str) -> ModulePath {
    let below = namespace.strip_prefix("microsoft.graph").unwrap_or(namespace);
    let mut parts = below.split('.').filter(|part| !part.is_empty());
    let mut modules: ModulePath = parts.by_ref().take(DEEPEST - 1).map(module).collect();
    let rest: Vec<&str> = parts.collect();
    modules.extend((!rest.is_empty()).then(|| module(&rest.join("_"))));
    modules
}
