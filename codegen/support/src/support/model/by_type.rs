//! A value by the type that it says it is of.

/// Matches an object by its type. The first arm whose type is the one that the object names (`@odata.type`) gets the object as
/// that type; the last arm is for all other types.
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # fn example(book: Book) -> i32 {
/// let sheets = match_type!(&book;
///     atlas: Atlas => atlas.maps.unwrap_or_default(),
///     novel: Novel => novel.pages.unwrap_or_default() / 2,
///     _ => 0,
/// );
/// # sheets }
/// ```
#[macro_export]
macro_rules! match_type {
    (@ $object:ident; _ => $other:expr $(,)?) => {{
        let _ = $object;
        $other
    }};
    (@ $object:ident; $name:ident: $type:ty => $same:expr, $($rest:tt)+) => {
        match $crate::support::Model::downcast::<$type>($object) {
            ::std::option::Option::Some($name) => $same,
            ::std::option::Option::None => $crate::match_type!(@ $object; $($rest)+),
        }
    };
    ($object:expr; $($arms:tt)+) => {{
        let object = $object;
        $crate::match_type!(@ object; $($arms)+)
    }};
}
