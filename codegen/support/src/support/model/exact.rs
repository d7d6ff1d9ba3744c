//! Reading quickly, and a second time with every digit where that is in doubt.
//!
//! A text that is read as it comes is twice as fast as one that is first found as a whole. What does not fit is then kept
//! as the parser has understood it: a number in the place of a text as an `f64`. Where that happens, or where the parser
//! gives up (a number out of range, half a surrogate pair), the same bytes are read again, each value by its text.

use std::cell::Cell;

thread_local! {
    static EXACT: Cell<bool> = const { Cell::new(false) };
    static DOUBT: Cell<bool> = const { Cell::new(false) };
}

/// Whether values are read by their texts.
#[inline]
pub(super) fn is_exact() -> bool {
    EXACT.get()
}

/// Notes that digits may have been lost.
pub(super) fn doubt() {
    DOUBT.set(true);
}

/// Reads, and reads again where that is in doubt. The same bytes are read, so that nothing of the first time stays.
pub(crate) fn read<T>(mut read: impl FnMut() -> serde_json::Result<T>) -> serde_json::Result<T> {
    if is_exact() {
        return read();
    }
    // What was in doubt before stays so, for whoever asked that.
    let before = DOUBT.replace(false);
    let quick = read();
    match (quick, DOUBT.replace(before)) {
        (Ok(value), false) => Ok(value),
        _ => {
            let _quick_again = QuickAgain;
            EXACT.set(true);
            read()
        }
    }
}

/// Whatever happens, the next value is read quickly.
struct QuickAgain;

impl Drop for QuickAgain {
    fn drop(&mut self) {
        EXACT.set(false);
    }
}
