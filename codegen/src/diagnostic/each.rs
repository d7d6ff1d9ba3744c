//! Findings about things that are independent of each other.

use rayon::prelude::*;

use super::Diagnostics;

impl Diagnostics {
    /// Does the same with each of many, several at once, and gives what comes of them in their order. Each reports for itself.
    pub(crate) fn of_each<T: Send, R: Send>(
        &mut self,
        all: impl IntoParallelIterator<Item = T>,
        of: impl Fn(T, &mut Diagnostics) -> R + Sync + Send,
    ) -> Vec<R> {
        let of_one = |one| {
            let mut found = Diagnostics::default();
            (of(one, &mut found), found)
        };
        let done: Vec<(R, Diagnostics)> = all.into_par_iter().map(of_one).collect();
        let keep = |(result, found)| {
            self.extend(found);
            result
        };
        done.into_iter().map(keep).collect()
    }
}
