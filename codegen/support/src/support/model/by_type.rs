//! A value by the type that it says it is of.

/// Does with an object what suits its type: the first arm whose type the object says it is of (`@odata.type`), with the object
/// as that type. The last arm is for all others.
///
/// ```ignore
/// let size = match_type!(&attachment;
///     file: FileAttachment => file.content_bytes.map_or(0, |bytes| bytes.as_str().len()),
///     item: ItemAttachment => item.size.unwrap_or_default() as usize,
///     _ => 0,
/// );
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
