//! Which of a page's permissions are those of a route, where the page tells cases apart: by resource, or by who is acted for.

use std::cmp::Reverse;

use crate::model::Permission;
use crate::page::{self, Page, Route};
use crate::path_template::Piece;
use crate::plural;
use crate::text;

/// The permissions of a page's route: of the cases, those that its path names best; all of them, each with its case, where
/// the path names none.
pub(super) fn of(page: &Page, route: &Route) -> Vec<Permission> {
    let rows = &page.api.permissions;
    let segments = segments(route);
    let scores: Vec<(usize, Reverse<usize>)> = rows
        .iter()
        .map(|row| row.case.as_deref().map_or((0, Reverse(0)), |case| score(case, &segments)))
        .collect();
    let best = scores.iter().copied().filter(|(fit, _)| *fit > 0).max();
    let fits = |score: &(usize, Reverse<usize>)| best.is_none_or(|best| *score == best);
    let fitting = rows.iter().zip(&scores).filter(|(row, score)| row.case.is_none() || fits(score));
    let fitting: Vec<&page::Permission> = fitting.map(|(row, _)| row).collect();
    let mut cases: Vec<&str> = fitting.iter().filter_map(|row| row.case.as_deref()).collect();
    cases.dedup();
    let is_sure = best.is_some() && cases.len() == 1;
    fitting.into_iter().map(|row| permission(row, is_sure)).collect()
}

fn permission(row: &page::Permission, is_sure: bool) -> Permission {
    let kind = match &row.case {
        Some(case) if !is_sure => format!("{}: {case}", row.kind),
        _ => row.kind.clone(),
    };
    Permission { kind, sets: row.sets.clone(), text: row.text.clone() }
}

/// The words of a route's path, in lower case.
fn segments(route: &Route) -> Vec<String> {
    let pieces = route.address.path.segments.iter().flat_map(|segment| &segment.pieces);
    let literals = pieces.filter_map(|piece| match piece {
        Piece::Literal(text) => Some(text.split('(').next().unwrap_or_default().to_lowercase()),
        Piece::Parameter(_) => None,
    });
    literals.filter(|word| !word.is_empty()).collect()
}

/// How well a path names a case: for each of its words the place of the last segment that is it, counted from the start;
/// and how many of its words no segment is.
fn score(case: &str, segments: &[String]) -> (usize, Reverse<usize>) {
    let words = text::words(case);
    let places: Vec<usize> = words.map(|word| place(&word.to_lowercase(), segments)).collect();
    (places.iter().sum(), Reverse(places.iter().filter(|place| **place == 0).count()))
}

fn place(word: &str, segments: &[String]) -> usize {
    let is_it = |segment: &String| match word {
        "self" => segment == "me",
        "user" if segment == "me" => true,
        // A cast names its type behind the namespace.
        _ => plural::singular(segment.rsplit('.').next().unwrap_or(segment)) == plural::singular(word),
    };
    segments.iter().rposition(is_it).map_or(0, |at| at + 1)
}
