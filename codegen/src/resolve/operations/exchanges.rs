//! Binds each documented exchange to the route that its address has.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::singleton;
use crate::page::{Exchange, Page, Pages, Route};
use crate::path_template::{self, Arguments};
use crate::source::PageId;

/// What each exchange of each page is bound to, in the pages' order.
pub(crate) type Bindings = BTreeMap<PageId, Vec<Binding>>;

/// What an exchange is bound to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Binding {
    /// The page's route at this position, with the arguments that the address has.
    Route(usize, Arguments),
    /// The page's route at this position, but for a key that the address lacks.
    WithoutKey(usize),
    /// An address that matches none of the page's routes.
    NoRoute,
    /// An address at another host than the service's: of a callback, an upload, a download.
    OtherService,
    /// The request line is missing.
    NoAddress,
}

/// Binds the exchanges of all pages. The service's hosts are those of the addresses that have a route of their page.
pub(crate) fn bind(pages: &Pages) -> Bindings {
    let of_page = |page: &Page| page.api.exchanges.iter().map(|exchange| binding(page, exchange)).collect();
    let mut bindings: Bindings = pages.par_iter().map(|(id, page)| (*id, of_page(page))).collect();
    let exchanges = || pages.values().flat_map(|page| &page.api.exchanges);
    let host_of = |exchange: &Exchange| exchange.http_request().and_then(|request| host(&request.url.value));
    let bound = exchanges().zip(bindings.values().flatten());
    let hosts: BTreeSet<String> = bound
        .filter(|(_, binding)| matches!(binding, Binding::Route(..)))
        .filter_map(|(exchange, _)| host_of(exchange))
        .collect();
    for (exchange, binding) in exchanges().zip(bindings.values_mut().flatten()) {
        let elsewhere = host_of(exchange).is_some_and(|host| !hosts.contains(&host));
        let is_unbound = matches!(binding, Binding::NoRoute | Binding::WithoutKey(_));
        if elsewhere && is_unbound && !hosts.is_empty() {
            *binding = Binding::OtherService;
        }
    }
    bindings
}

/// The address of the service: what most examples of the pages' own routes have before their path. One with a placeholder
/// does not count.
pub(crate) fn root(pages: &Pages, bindings: &Bindings) -> Option<String> {
    let mut roots: BTreeMap<&str, usize> = BTreeMap::new();
    for (exchange, binding) in
        pages.values().flat_map(|page| &page.api.exchanges).zip(bindings.values().flatten())
    {
        let Some(request) = exchange.http_request().filter(|_| matches!(binding, Binding::Route(..))) else {
            continue;
        };
        let address = request.url.value.trim();
        let path = path_template::concrete_path(address);
        let root = address.find(&path).map(|at| &address[..at]);
        if let Some(root) = root.filter(|root| root.starts_with("https://")) {
            *roots.entry(root).or_default() += 1;
        }
    }
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._:/".contains(letter);
    // Of several that are as frequent, the first in the alphabet.
    let best = roots.into_iter().rev().max_by_key(|(_, count)| *count);
    best.map(|(root, _)| root.to_owned()).filter(|root| root.chars().all(is_plain))
}

fn binding(page: &Page, exchange: &Exchange) -> Binding {
    let Some(request) = exchange.http_request() else { return Binding::NoAddress };
    let path = path_template::concrete_path(&request.url.value);
    let query = path_template::concrete_query(&request.url.value);
    let routes = page.api.routes.iter().enumerate();
    let of_route = |(index, route): (usize, &Route)| {
        let mut arguments =
            (route.method == request.method.value).then(|| route.address.path.matches(&path))??;
        let (places, mut fixed) = (arguments.iter().flatten().count(), 0);
        if let Some(template) = &route.query {
            arguments.extend(template.matches(query)?.into_iter().map(Some));
            fixed = template.options.len();
        }
        Some(((places, Reverse(fixed), index), arguments))
    };
    // Of several routes the most literal one, and of those the one that has most of the query.
    match routes.filter_map(of_route).min_by_key(|(rank, _)| *rank) {
        Some(((_, _, index), arguments)) => Binding::Route(index, arguments),
        None => singleton::route(page, request).map_or(Binding::NoRoute, Binding::WithoutKey),
    }
}

/// The host of an absolute address, in small letters.
fn host(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?']).next()?;
    scheme.chars().all(|letter| letter.is_ascii_alphabetic()).then(|| host.to_ascii_lowercase())
}
