use proc_macro2::TokenStream;
use quote::quote;

use super::item;
use crate::format::rust::pretty;

fn samples() -> Vec<TokenStream> {
    let long = "x".repeat(100);
    let names: Vec<String> = (0..12).map(|number| format!("name{number}")).collect();
    let text = proc_macro2::Literal::string("says \"a\\b\" to 'c'");
    vec![
        quote! {
            /// A book.
            ///
            #[doc = #text]
            #[derive(Clone, Default, PartialEq)]
            pub struct Book {
                /// Its title.
                pub title: Option<String>,
                #[deprecated]
                pub parts: Option<Box<Vec<crate::shelf::Part>>>,
            }
        },
        quote! { pub enum Kind { #[doc = " One."] One, Unlisted(Box<str>), } },
        quote! {
            impl crate::support::Table for Book {
                const TYPE: &'static str = #long;
                const NAMES: &'static [&'static str] = &[#(#names),*];
                const READ_ONLY: &'static [u16] = &[1, 2];
                fn slot(&mut self, index: usize) -> Slot<'_> {
                    match index {
                        0 => Slot::Text(&mut self.title),
                        _ => Slot::Extra(&mut self.extra),
                    }
                }
            }
        },
        quote! { table!(Book); },
        quote! { pub mod constants { use crate::support::Permissions; pub const GET_PATH: &str = "/books"; } },
        quote! { pub use constants::*; },
        quote! { pub fn get(book_id: &str) -> Request<(), Book> { Request::new(Method::GET, GET_PATH, &[book_id], ()) } },
        quote! {
            pub fn update<'a>(book_id: &str, if_match: &str, a_rather_long_name_of_a_body_that_is_sent: &'a Book) -> Request<&'a Book, Reply<Book>> {
                Request::new(Method::PATCH, UPDATE_PATH, &[book_id], a_rather_long_name_of_a_body_that_is_sent).header("If-Match", if_match).naming_type()
            }
        },
        quote! {
            pub fn replace(book_id: &str, shelf_id: &str) -> Request<(), Book> {
                Request::new(Method::PUT, REPLACE_THE_BOOK_BY_ANOTHER_OF_ITS_SHELF_PATH, &[book_id, shelf_id], ()).advanced_queries()
            }
        },
    ]
}

#[test]
fn items_are_laid_out_as_by_prettyplease() {
    let mut own = 0;
    for tokens in samples() {
        let written = item(&tokens);
        own += usize::from(written.is_some());
        let pretty = pretty(tokens).expect("Rust");
        assert_eq!(written.unwrap_or_else(|| pretty.clone()), pretty);
    }
    assert_eq!(own, samples().len());
}

#[test]
fn what_is_not_certain_is_left_to_prettyplease() {
    let numbers = 0..60_usize;
    for tokens in [
        quote! { use crate::{a, b}; },
        quote! { const NUMBERS: &[usize] = &[#(#numbers),*]; },
        quote! { fn a() { let b = 1; } },
        quote! { fn a() -> bool { b && c } },
        quote! { fn a() -> bool { b as u8 < 1 } },
        quote! { #![allow(x)] },
        quote! { struct A<T> where T: B { c: T } },
        quote! { fn name_that_is_very_long_and_longer_still() -> Request<(), Collection<NameThatIsVeryLongToo>> { a() } },
    ] {
        assert_eq!(item(&tokens), None, "{tokens}");
    }
}
