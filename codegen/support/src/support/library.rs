// The library that the examples in this crate's documentation call. Nothing but these examples includes this file.

pub use support::support::*;
pub use support::{field, fields, match_type};

macro_rules! types {
    ($($type:ident { $($field:ident $name:literal $slot:ident $value:ty,)* })*) => {$(
        #[derive(Clone, Default, PartialEq)]
        pub struct $type {
            $(pub $field: Option<$value>,)*
            pub extra: Extra,
        }

        impl Table for $type {
            const TYPE: &'static str = concat!("library.", stringify!($type));
            const NAMES: &'static [&'static str] = &[$($name,)* "@"];

            fn slot(&mut self, index: usize) -> Slot<'_> {
                match Self::NAMES.get(index).copied().unwrap_or("@") {
                    $($name => Slot::$slot(&mut self.$field),)*
                    _ => Slot::Extra(&mut self.extra),
                }
            }

            fn view(&self, index: usize) -> View<'_> {
                match Self::NAMES.get(index).copied().unwrap_or("@") {
                    $($name => View::$slot(&self.$field),)*
                    _ => View::Extra(&self.extra),
                }
            }
        }

        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                debug_table(stringify!($type), self, f)
            }
        }

        impl serde_core::Serialize for $type {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                write_table(self, serializer)
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $type {
            fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read_table(deserializer)
            }
        }
    )*};
}

types! {
    Book {
        id "id" String String,
        title "title" String String,
        comment "comment" String String,
        language "language" String String,
        is_lent "isLent" Bool bool,
        author "author" Object Person,
        bought_date_time "boughtDateTime" Text DateTime,
        due_date "dueDate" Text Date,
        reviews "reviews" Json Related<Vec<Review>>,
    }
    Person { name "name" String String, }
    Review { stars "stars" Int32 i32, }
    Atlas { scale "scale" Int32 i32, maps "maps" Int32 i32, }
    Novel { pages "pages" Int32 i32, }
    Shelf { books "books" Json Related<Vec<Book>>, }
    Session { upload_url "uploadUrl" String String, }
}

/// A function that makes a call.
macro_rules! calls {
    ($($module:ident { $($name:ident($($key:ident)*; $($body:ident: $type:ty)?) $method:ident $path:literal $answer:ty;)* })*) => {$(
        pub mod $module {
            use super::*;

            $(pub fn $name<'a>($($key: &str,)* $($body: $type)?) -> Request<calls!(@type $($type)?), $answer> {
                Request::new(Method::$method, $path, &[$($key),*], calls!(@body $($body)?))
            })*
        }
    )*};
    (@type) => { () };
    (@type $type:ty) => { $type };
    (@body) => { () };
    (@body $body:ident) => { $body };
}

calls! {
    shelf {
        list(;) GET "/shelves" Collection<Shelf>;
    }
    book {
        list(shelf;) GET "/shelves/{id}/books" Collection<Book>;
        create(shelf; book: &'a Book) POST "/shelves/{id}/books" Book;
        get(id;) GET "/books/{id}" Book;
        update(id; book: &'a Book) PATCH "/books/{id}" Reply<Book>;
        delta(;) GET "/books/delta" Collection<Book>;
        get_content(id;) GET "/books/{id}/content" Vec<u8>;
        create_upload_session(id;) POST "/books/{id}/createUploadSession" Session;
    }
    reader {
        get(id;) GET "/readers/{id}" Person;
        send_mail(id; mail: &'a Json) POST "/readers/{id}/sendMail" ();
    }
    page {
        create(section; page: Content) POST "/sections/{id}/pages" Json;
    }
}
