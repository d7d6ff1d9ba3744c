//! The names of a page's request functions.

use crate::case::{snake, unique};
use crate::page::{Page, Route};
use crate::path_template::{PathTemplate, Piece};

/// The names of a page's functions: of its routes, and behind them of the actions that it describes, which have names of
/// their own.
pub(super) fn functions(page: &Page, words: &str) -> Vec<String> {
    let mut names = of_routes(&page.api.routes, words);
    for action in &page.resource.actions {
        let name = format!("{words}_{}", snake(&action.name));
        names.push(unique(name, |name| names.iter().any(|known| known == name)));
    }
    names
}

/// The page's words, and for every route but the first what tells it from the first.
fn of_routes(routes: &[Route], words: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let Some(main) = routes.first() else { return names };
    for route in routes {
        let method = if route.method == main.method { "" } else { route.method.as_str() };
        let (first, route) = (&main.address.path, &route.address.path);
        let own = literals(route);
        // A shorter route is told by what it is a part of.
        let part_of = own.iter().rev().nth(1).map(|parent| format!("in_{parent}")).unwrap_or_default();
        let literals = added(literals(first), own);
        let parameters = added(first.parameter_names(), route.parameter_names());
        let by = if parameters.is_empty() { String::new() } else { format!("by_{parameters}") };
        let candidates = [
            vec![words, method, &literals],
            vec![words, method, &literals, &by],
            vec![words, method, &literals, &part_of],
        ];
        let candidates = candidates.map(|parts| {
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            snake(&parts.join("_").to_lowercase())
        });
        let free = candidates.iter().find(|name| !names.contains(name)).unwrap_or(&candidates[0]);
        names.push(unique(free.clone(), |name| names.iter().any(|known| known == name)));
    }
    names
}

/// What is in `here` and not in `first`, joined.
fn added(first: Vec<String>, here: Vec<String>) -> String {
    here.into_iter().filter(|name| !first.contains(name)).collect::<Vec<_>>().join("_")
}

/// The literal segments of a path, in snake case.
fn literals(path: &PathTemplate) -> Vec<String> {
    let literals = path.segments.iter().filter_map(|segment| match segment.pieces.first() {
        Some(Piece::Literal(text)) => {
            Some(snake(text.split('(').next().unwrap_or(text))).filter(|name| name != "blank")
        }
        _ => None,
    });
    literals.collect()
}
