//! Which item of one crate is which of another.

use std::collections::BTreeMap;

/// The items of both crates.
pub(super) struct Pairs<'a, T> {
    /// The same item, as it was and as it is.
    pub(super) both: Vec<(&'a T, &'a T)>,
    pub(super) gone: Vec<&'a T>,
    pub(super) come: Vec<&'a T>,
}

impl<'a, T> Pairs<'a, T> {
    pub(super) fn new(old: impl IntoIterator<Item = &'a T>, new: impl IntoIterator<Item = &'a T>) -> Self {
        Pairs { both: Vec::new(), gone: old.into_iter().collect(), come: new.into_iter().collect() }
    }

    /// Pairs the remaining items whose key is equal and unique. Items without a key stay.
    pub(super) fn by<K: Ord>(mut self, key: impl Fn(&T) -> Option<K>) -> Self {
        let mut keyed: BTreeMap<K, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (index, item) in self.gone.iter().enumerate() {
            if let Some(key) = key(item) {
                keyed.entry(key).or_default().0.push(index);
            }
        }
        for (index, item) in self.come.iter().enumerate() {
            if let Some(key) = key(item) {
                keyed.entry(key).or_default().1.push(index);
            }
        }
        let (mut gone, mut come) = (vec![true; self.gone.len()], vec![true; self.come.len()]);
        for (old, new) in keyed.into_values() {
            if let ([old], [new]) = (old.as_slice(), new.as_slice()) {
                self.both.push((self.gone[*old], self.come[*new]));
                (gone[*old], come[*new]) = (false, false);
            }
        }
        let (mut gone, mut come) = (gone.into_iter(), come.into_iter());
        self.gone.retain(|_| gone.next().unwrap_or(true));
        self.come.retain(|_| come.next().unwrap_or(true));
        self
    }
}
