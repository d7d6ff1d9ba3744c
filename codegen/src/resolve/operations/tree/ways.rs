//! The ways that the routes of all pages go, each piece that several routes share once.

use std::collections::BTreeMap;

use super::step::Step;

/// Ways from the root, each one step longer than another one.
pub(super) struct Ways {
    /// The way before the last step, and that step. The way of no step has neither.
    list: Vec<Option<(usize, Step)>>,
    /// The ways that go on behind each.
    further: Vec<BTreeMap<Step, usize>>,
}

impl Default for Ways {
    fn default() -> Self {
        Ways { list: vec![None], further: vec![BTreeMap::new()] }
    }
}

impl Ways {
    /// The way of these steps.
    pub(super) fn add(&mut self, steps: Vec<Step>) -> usize {
        let mut way = 0;
        for step in steps {
            way = match self.further[way].get(&step) {
                Some(known) => *known,
                None => {
                    let new = self.list.len();
                    self.list.push(Some((way, step.clone())));
                    self.further.push(BTreeMap::new());
                    self.further[way].insert(step, new);
                    new
                }
            };
        }
        way
    }

    /// The longest known way at the start of these steps, and the steps behind it.
    pub(super) fn along<'s>(&self, steps: &'s [Step]) -> (usize, &'s [Step]) {
        let mut way = 0;
        for (at, step) in steps.iter().enumerate() {
            match self.further[way].get(step) {
                Some(further) => way = *further,
                None => return (way, &steps[at..]),
            }
        }
        (way, &[])
    }

    /// The last step of a way.
    pub(super) fn last(&self, way: usize) -> Option<&Step> {
        self.list[way].as_ref().map(|(_, step)| step)
    }

    /// For each way, in an order in which none comes before what it goes on from: the way before its last step, and that step.
    pub(super) fn iter(&self) -> impl Iterator<Item = Option<(usize, &Step)>> {
        self.list.iter().map(|way| way.as_ref().map(|(before, step)| (*before, step)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_several_routes_share_is_there_once() {
        let name = |name: &str| Step::Name(name.to_owned());
        let mut ways = Ways::default();
        let books = ways.add(vec![name("shelves"), Step::Key, name("books")]);
        let pages = ways.add(vec![name("shelves"), Step::Key, name("pages")]);
        assert_eq!(ways.iter().count(), 5);
        assert_eq!(ways.add(vec![name("shelves"), Step::Key, name("books")]), books);
        assert_eq!((ways.last(pages), ways.last(0)), (Some(&name("pages")), None));
        assert!(ways.iter().enumerate().all(|(at, way)| way.is_none_or(|(before, _)| before < at)));
        let steps = [name("shelves"), Step::Key, name("books"), Step::Key];
        assert_eq!(ways.along(&steps), (books, &steps[3..]));
        assert_eq!(ways.along(&steps[..0]), (0, &steps[..0]));
    }
}
