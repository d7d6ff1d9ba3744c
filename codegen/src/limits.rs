//! How much of one thing is read. Real pages stay far below; a finding names whatever exceeds a limit.
//!
//! Without these, a small page could make a large crate: the words of a page are written for each of its routes, and the
//! properties of a type for each type derived from it.

/// The routes of a page; real ones have up to 60.
pub(crate) const ROUTES: usize = 250;

/// The calls that a page describes one after the other, each read with what stands around all of them; real ones have up to 30.
pub(crate) const CALLS: usize = 60;

/// The segments of a route's path, its places and the options of its query; real ones have up to 15.
pub(crate) const PARTS_OF_ROUTE: usize = 60;

/// The types that a type is derived from; real ones have up to 6.
pub(crate) const BASES: usize = 30;

/// The properties that a type inherits; the largest type of a real reference has 214 of its own.
pub(crate) const INHERITED: usize = 200;

/// The members of an object in JSON; real ones have up to 200.
pub(crate) const MEMBERS: usize = 1_000;

/// The headings, and the code blocks, of a page with all that it includes; real ones have up to 160, and up to 70.
pub(crate) const SECTIONS: usize = 500;

/// The zones and tabs of a page.
pub(crate) const ZONES: usize = 200;

/// The files that a page includes, each as often as it does.
pub(crate) const INCLUDES: usize = 100;

/// The columns of a table.
pub(crate) const COLUMNS: usize = 100;

/// The names that are tried for the enum of one property, besides the property's own.
pub(crate) const ENUMS_OF_ONE_NAME: usize = 5;
