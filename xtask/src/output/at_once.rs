//! One step for each of many files, several at once: a thread that waits for the disk keeps nobody from asking it for more.

use std::io;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

/// The first that failed, by its number, and why.
pub(super) type Failure = (usize, io::Error);

/// A step for the file of each number below `count`.
pub(super) type Step<'a> = dyn Fn(usize) -> io::Result<()> + Sync + 'a;

/// How many threads wait for the disk, however few cores there are.
const THREADS: usize = 8;

/// Several at once. Behind one that fails, some have been done and some have not.
pub(super) fn at_once(count: usize, step: &Step<'_>) -> Result<(), Failure> {
    if count < 2 {
        return in_turn(count, step);
    }
    let failure = |at| step(at).err().map(|error| (at, error));
    match ThreadPoolBuilder::new().num_threads(count.min(THREADS)).build() {
        Ok(pool) => pool.install(|| (0..count).into_par_iter().find_map_first(failure)).map_or(Ok(()), Err),
        // The system gives no more threads.
        Err(_) => in_turn(count, step),
    }
}

/// One after the other, up to one that fails.
pub(super) fn in_turn(count: usize, step: &Step<'_>) -> Result<(), Failure> {
    (0..count).try_for_each(|at| step(at).map_err(|error| (at, error)))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    #[test]
    fn all_are_done_and_the_first_that_fails_is_named() {
        for each in [at_once, in_turn] {
            for failing in [&[][..], &[0], &[70, 40, 41], &[99]] {
                let done = [const { AtomicBool::new(false) }; 100];
                let outcome = each(done.len(), &|at| match failing.contains(&at) {
                    true => Err(io::ErrorKind::StorageFull.into()),
                    false => {
                        done[at].store(true, Ordering::Relaxed);
                        Ok(())
                    }
                });
                let first = failing.iter().min().copied();
                assert_eq!(outcome.err().map(|(at, _)| at), first);
                let before = &done[..first.unwrap_or(done.len())];
                assert!(before.iter().all(|done| done.load(Ordering::Relaxed)), "{failing:?}");
            }
            assert!(each(0, &|_| Err(io::ErrorKind::Other.into())).is_ok());
        }
    }
}
