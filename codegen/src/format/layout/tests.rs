use proc_macro2::TokenStream;
use quote::quote;

use super::documentation::by_line;
use super::{expression, item, statements, token};
use crate::format::pretty;

fn samples() -> Vec<TokenStream> {
    let long = "x".repeat(100);
    let names: Vec<String> = (0..12).map(|number| format!("name{number}")).collect();
    let words: Vec<TokenStream> = names.iter().map(|name| name.parse().expect("a word")).collect();
    let numbers = (90..150).map(proc_macro2::Literal::u16_unsuffixed);
    let more = 0..60_usize;
    let lines: TokenStream = "\"one\ntwo\"".parse().expect("a text of two lines");
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
        quote! {
            pub struct Shelf {
                pub books_that_are_not_to_be_taken_home_by_any_reader: Option<Related<Vec<BookThatStays>>>,
            }
        },
        quote! {
            impl Shelf {
                fn slot(&mut self, index: usize) -> Slot<'_> {
                    match index {
                        0 => Slot::Related(&mut self.books_that_are_not_to_be_taken_home_by_any_reader),
                        2 => Slot::Related(&mut self.books_that_are_not_to_be_taken_home_by_read),
                        3 => Slot::Related(&mut self.books_that_are_not_to_be_taken_home_by_r),
                        4 => Slot::Related(&mut self.books_that_are_not_to_be_taken_home_by_),
                        _ => Slot::Extra(&mut self.extra),
                    }
                }
            }
        },
        quote! { table!(Book); },
        quote! {
            impl OpenEnum for Kind {
                const MEMBERS: &'static [(&'static str, Self)] = &[
                    ("one", Self::One),
                    ("aKindOfBookThatIsNotToBeTakenHome", Self::AKindOfBookThatIsNotToBeTakenHome),
                    ("aKindOfBookThatIsNotToBeTakenHom", Self::AKindOfBookThatIsNotToBeTakenHom),
                ];
                const READ_ONLY: &'static [u16] = &[#(#numbers),*];
                const ALL: &'static [usize] = &[#(#more),*];
                fn view(&self, index: usize) -> View<'_> {
                    let _ = index;
                    View::Extra(&self.extra)
                }
            }
        },
        quote! {
            pub const UPDATE_BOOKS_THAT_ARE_NOT_TO_BE_TAKEN_HOME_BY_ANY_READER_OF_THE_LIBRARY_PATH: &str = "/books";
        },
        quote! {
            pub const UPDATE_BOOKS_THAT_ARE_NOT_TO_BE_TAKEN_HOME_BY_ANY_READER_OF_THE_LIBRARY_NEED: Needs = Needs(#lines);
        },
        quote! { pub mod constants { use crate::support::Permissions; pub const GET_PATH: &str = "/books"; } },
        quote! { pub use constants::*; },
        quote! { use crate::{a, b as c}; },
        quote! { use crate::{book}; },
        quote! { use crate::support::{#(#words),*}; },
        quote! { pub use crate::a_rather_long_name_of_a_module_of_books::and_of_a_function_that_has as another_one_again; },
        quote! { #[doc = " One line.\n\n # Another"] pub const A_RATHER_LONG_NAME_OF_PERMISSIONS: Permissions = ANOTHER_LONG_NAME_OF_PERMISSIONS; },
        quote! { pub fn get(book_id: &str) -> Request<(), Book> { Request::new(Method::GET, GET_PATH, &[book_id], ()) } },
        quote! {
            pub fn update<'a>(book_id: &str, if_match: &str, a_rather_long_name_of_a_body_that_is_sent: &'a Book) -> Request<&'a Book, Reply<Book>> {
                Request::new(Method::PATCH, UPDATE_PATH, &[book_id], a_rather_long_name_of_a_body_that_is_sent).header("If-Match", if_match).naming_type()
            }
        },
        quote! {
            pub fn search(a_rather_long_name_of_a_body_that_is_sent: &BodyOfWhatIsSearchedFor) -> Request<&BodyOfWhatIsSearchedFor, Reply<Collection<BookThatWasFound>>> {
                Request::new(Method::POST, SEARCH_PATH, &[], a_rather_long_name_of_a_body_that_is_sent)
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
    for tokens in samples() {
        let pretty = pretty::file(by_line(token::tokens(tokens.clone()))).expect("Rust");
        assert_eq!(item(tokens).map_err(|tokens| tokens.to_string()), Ok(pretty));
    }
}

#[test]
fn statements_are_laid_out_as_by_prettyplease() {
    let title = "A title that is so long that it needs most of a line";
    let samples = [
        quote! { let book = Book { title: Some("Emma".into()), ..Default::default() }; },
        quote! {
            let book = Book {
                title: Some(#title.into()),
                author: Some(Author { name: Some(#title.into()), born: Some(1775), ..Default::default() }),
                parts: Some(Vec::from([Part { title: Some("One".into()), ..Default::default() }])),
                words: Some(Vec::from([#title.into(), "two".into(), #title.into()])),
                kind: Some(Kind::Novel),
                ..Default::default()
            };
            let request = create("{shelf-id}", &book);
            let answer = request.decode(response)?;
            assert_eq!(answer.title, Some("Emma".into()));
        },
        quote! { let parts = [Part { title: Some(#title.into()), ..Default::default() }, Part { title: Some("One".into()), ..Default::default() }]; },
        quote! { let a = A { name_of_this_field_is_so_long: Some("and so is the text of it, or so we say".into()), ..Default::default() }; },
        quote! { let a = A { b: Some(Vec::from(["a text that is nearly as wide as a line can be, or even more.".into()])), ..Default::default() }; },
        quote! { let a = A { b: Some(Vec::from(["a text that is nearly as wide as a line can be, or even so.".into()])), ..Default::default() }; },
        quote! { let a = Json { ..Default::default() }; },
        quote! { let a = A { b: Some(B { cde: Some(12345), ..Default::default() }), ..Default::default() }; },
        quote! { let a = A { b: Some(B { c: Some(1), ..D::default() }), ..Default::default() }; },
        quote! { let a = f("x", [A { b: c }, A { d: e }]); },
        quote! { request.decode(response)?; },
        quote! {
            let a = Novel { title: Some(#title.into()), born: Some(Author { name: Some(#title.into()), ..Default::default() }.typed()), ..Default::default() }.typed();
            let b = Novel { ..Default::default() }.typed();
            let c = Novel { title: Some(#title.into()), ..Default::default() }.bind("shelf", "https://example.com/shelves/{id}");
            if let Some(answer) = request.decode(response)?.body() {
                assert_eq!(answer.title, Some("Emma".into()));
                let b = Novel { title: Some(#title.into()), ..Default::default() }.typed();
            }
            if a { b(); }
            c();
        },
        // However far a line is indented, it holds some letters.
        quote! {
            let a = A { b: Some(B { c: Some(C { d: Some(D { e: Some(E { f: Some(F {
                g: Some("278405a3-f568-4b3e-b684-009193463064".into()),
                h: Some("278405a3-f568-4b3e-b684-009193463064 and".into()),
                i: Some("278405a3-f568-4b3e-b684-009193463064 and a".into()),
                ..Default::default()
            }), ..Default::default() }), ..Default::default() }), ..Default::default() }.typed()), ..Default::default() }), ..Default::default() };
        },
    ];
    for tokens in samples {
        let pretty = pretty::inside(tokens.clone()).expect("Rust");
        assert_eq!(statements(tokens).map_err(|tokens| tokens.to_string()), Ok(pretty));
    }
}

#[test]
fn expressions_that_fit_are_laid_out_as_by_prettyplease() {
    for tokens in [
        quote! { ("get", |book| book.check(api::get(book.argument(0), &book.body()?))) },
        quote! { |a, b| a },
        quote! { [Book { title: Some(1) }, list(0..3)] },
    ] {
        let pretty = pretty::inside(quote! { #tokens; }).expect("Rust");
        assert_eq!(expression(tokens).as_deref(), pretty.trim().strip_suffix(';'));
    }
}

#[test]
fn what_is_not_certain_is_left_to_prettyplease() {
    for tokens in [
        quote! { use crate::{a, b::{c, d}}; },
        quote! { fn a() { let b = 1; } },
        quote! { fn a() -> bool { b && c } },
        quote! { fn a() -> bool { b as u8 < 1 } },
        quote! { #![allow(x)] },
        quote! { struct A<T> where T: B { c: T } },
        quote! { fn name_that_is_very_long_and_longer_still() -> Request<(), Collection<NameThatIsVeryLongToo>> { a() } },
    ] {
        assert!(item(tokens.clone()).is_err(), "{tokens}");
    }
    let long = "x".repeat(60);
    for tokens in [
        quote! { assert_eq!(answer.title_of_the_book, Some(#long.into())); },
        quote! { let book = shelf.first_of_the_books_that_are_not_taken_home().reserve(#long); },
        quote! { let numbers = Vec::from([1000000, 1000000, 1000000, 1000000, 1000000, 1000000, 1000000, 1000000, 1000000]); },
        quote! { if is_new { read(book); } else { find(book); } },
    ] {
        assert!(statements(tokens.clone()).is_err(), "{tokens}");
    }
}
