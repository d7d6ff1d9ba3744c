//! The chapters of the front page.

use quote::quote;

use super::Page;
use crate::format::{Code, Markdown};
use crate::model::Operation;
use crate::names::Ident;

impl Page<'_> {
    pub(super) fn beginning(&mut self) {
        self.doc.paragraph(&Markdown::text(&super::about::line(self.krate)));
        for origin in &self.krate.options.origins {
            self.doc.paragraph(&super::made_from(origin));
        }
        self.doc.ours(
            "A function makes a request, a plain value. A client sends it and reads the answer; or `to_http` turns it into an \
             `http::Request` for any HTTP client, and `decode` reads the `http::Response` that comes back.",
        );
        self.install();
    }

    pub(super) fn first_call(&mut self) {
        let Some((_, code)) = self.first.clone() else { return };
        self.doc.titled(&Markdown::ours("A first call"));
        self.example("", Some(code), Some("reqwest"));
        self.doc.paragraph(&Markdown::with(
            "Any other HTTP client works too: {} gives the request to send, and {} reads the response. Every path is appended to \
             the root, the address of the service.",
            [Markdown::code("request.to_http(root)?"), Markdown::code("request.decode(response)?")],
        ));
    }

    pub(super) fn finding(&mut self) {
        self.doc.titled(&Markdown::ours("Find a call or a type"));
        self.doc.paragraph(&Markdown::with(
            "{} lists every route with its function. {} has all types under one path. A resource's own module holds its type and \
             the functions that work on it.",
            [self.module("routes"), self.module("types")],
        ));
    }

    pub(super) fn features(&mut self) {
        self.doc.titled(&Markdown::ours("Features"));
        if let Some(area) = self.area().filter(|_| !self.krate.features.all().is_empty()) {
            self.doc.paragraph(&Markdown::with(
                "Each area of the API is a feature, such as {}. None is on by default; `full` turns on all of them. {} lists the modules \
                 of each area, and each module and function says which feature it needs; `cargo doc --open --features full`, in this \
                 crate's folder, shows everything. Where a navigation property leads to a type \
                 whose area is off, its value stays JSON.",
                [Markdown::code(area), self.module("areas")],
            ));
        }
        self.doc.ours(
            "`reqwest`, `reqwest-blocking` and `ureq` send requests with these HTTP clients, and `client` with your own. `tracing` adds a \
             span for each call. `chrono`, `jiff`, `time`, `uuid` and `rust_decimal` convert values. `examples` answers documented \
             requests offline.",
        );
    }

    pub(super) fn queries(&mut self) {
        self.doc.titled(&Markdown::ours("Select and filter"));
        let code = self.chosen.listed(|type_| super::chosen::texts(type_).count() > 1);
        let code = code.and_then(|(called, name)| {
            let [first, second] = self.chosen.two_fields(name)?;
            let item = self.krate.names.type_(name)?;
            let (import, call) = (self.called(called, Some(item)), self.call(called, None));
            let ident = &item.ident;
            import.import(&self.package(), &[], &[&Ident::word("field"), &Ident::word("fields")]).blank().and(
                quote! {
                    let request = #call
                        .select(fields!(#ident; #first, #second))
                        .filter(field!(#ident; #second).eq("text"))
                        .top(10);
                },
            )
        });
        let words =
            "Queries are written with the type's own fields, so that a misspelt one does not compile:";
        self.example(words, code, None);
        self.doc.ours("Plain strings work too: `select(&[\"id\"])`, `filter(\"size gt 3\")`.");
    }

    pub(super) fn paging(&mut self) {
        self.doc.titled(&Markdown::ours("Paging and changes"));
        let (package, show) = (self.package(), Ident::word("println"));
        let client = [Ident::word("support"), Ident::word("client")];
        let code = self.chosen.listed(|_| true).and_then(|(called, _)| {
            let call = self.call(called, None);
            let code = self.called(called, None).import(&package, &client, &[&Ident::word("Client")]);
            code.sorted().blank().inside(quote! {
                async fn call(client: Client<reqwest::Client>) -> Result<(), #package::support::Error> {
                    let mut items = client.items(&#call);
                    while let Some(item) = items.next().await {
                        let item = item?;
                        #show!("{item:?}");
                    }
                    Ok(())
                }
            })
        });
        let words = "A long list comes in pages. A client fetches them one at a time, as needed:";
        self.example(words, code, Some("reqwest"));
        self.doc.ours(
            "Without a client, `request.next(&page)` is the request for the next page, with the same headers. A link that \
             leads to another host is refused.",
        );
        let code = self.chosen.delta().and_then(|called| {
            let (module, function) = (called.1.function.module.last(), &called.1.function.ident);
            let code = self.called(called, None).import(
                &package,
                &[Ident::word("support")],
                &[&Ident::word("Request")],
            );
            code.import(&package, &client, &[&Ident::word("Client")]).sorted().blank().inside(quote! {
                async fn call(
                    client: Client<reqwest::Client>,
                    saved: Option<String>,
                ) -> Result<(), #package::support::Error> {
                    let request = saved.map_or_else(#module::#function, |link| Request::link(&link));
                    let delta = client.delta(&request).await?;
                    #show!("{} changed, {} removed", delta.changed.len(), delta.removed.len());
                    let saved = delta.link;
                    Ok(())
                }
            })
        });
        if code.is_some() {
            self.example(
                "A list of changes ends with a link to later changes. Save it:",
                code,
                Some("reqwest"),
            );
        }
    }

    pub(super) fn null(&mut self) {
        self.doc.titled(&Markdown::ours("Null"));
        let code = self.chosen.updated().and_then(|(called, name, at)| {
            let field = self.krate.names.fields(name).get(at)?;
            let item = self.krate.names.type_(name)?;
            let ident = &item.ident;
            let call = self.call(called, Some(quote! { &changes }));
            self.called(called, Some(item)).blank().and(quote! {
                let changes = #ident::default();
                let request = #call.clear(|changes| &changes.#field);
            })
        });
        self.example("An update sends the fields that are set. `clear` sends a field as `null`:", code, None);
        self.doc.ours("`changes_to` compares the object that was read with the one you want, and finds the fields to set and those to clear.");
    }

    pub(super) fn errors(&mut self) {
        self.doc.titled(&Markdown::ours("Errors"));
        let code =
            Code::default().import(&self.package(), &[Ident::word("support")], &[&Ident::word("Error")]);
        let code = code.blank().and(quote! {
            fn is_missing(error: &Error) -> bool {
                error.as_service().is_some_and(|error| error.status == http::StatusCode::NOT_FOUND)
            }
        });
        let words = "A status other than 2xx is an `Error::Service`, with the service's code and message. `as_service` gives it:";
        self.example(words, code, None);
        self.doc.ours(
            "A value that does not fit its property is not an error: it is kept, and `unfit` lists it. `strict` makes it one.",
        );
    }

    pub(super) fn derived(&mut self) {
        let Some((base, derived)) = self.chosen.family() else { return };
        self.doc.titled(&Markdown::ours("Derived types"));
        let (first, second) = (&base.ident, &derived.ident);
        let package = self.package();
        let code = Code::default()
            .import(&package, &base.module, &[first])
            .import(&package, &derived.module, &[second])
            .import(&package, &[Ident::word("support")], &[&Ident::word("Model")]);
        let code = code.blank().and(quote! {
            fn narrowed(read: &#first) -> Option<#second> {
                read.downcast::<#second>()
            }
            let sent = #second::default().typed().cast::<#first>()?;
        });
        let words = "A value declared as a base type keeps the properties that derived types add. `downcast` gives it as the derived type \
             that it names, and `match_type!` tries several types. To send a derived object where its base is declared, name its \
             type with `typed`:";
        self.example(words, code, None);
    }

    pub(super) fn offline(&mut self) {
        self.doc.titled(&Markdown::ours("Test offline"));
        let (package, show) = (self.package(), Ident::word("println"));
        // An answer that the crate cannot read would end the program.
        let holds = |operation: &Operation| {
            let mut answers = operation.exchanges.iter().filter_map(|exchange| exchange.response.as_ref());
            answers.all(|answer| answer.example.holds)
        };
        let listed = self.chosen.listed(|_| true).filter(|(called, _)| holds(called.0));
        let code = listed.and_then(|(called, _)| {
            let (call, root) = (self.call(called, None), self.root);
            let examples = ["support", "examples"].map(Ident::word);
            let code = self.called(called, None).import(&package, &examples, &[&Ident::word("respond")]);
            code.blank().and(quote! {
                let request = #call;
                if let Some(response) = respond(&request.to_http(#root)?) {
                    let page = request.decode(response)?;
                    #show!("{:?}", page.value);
                }
            })
        });
        let words = "With the feature `examples`, a documented request is answered with its documented response, so that a program \
             can be tried without the service:";
        self.example(words, code, Some("examples"));
    }

    pub(super) fn changes_of_pages(&mut self) {
        self.doc.titled(&Markdown::ours("When the pages change"));
        self.doc.ours(
            "Pages gain properties. Build structs with `..Default::default()`, and match them with `..`, so that a new field does \
             not break your code.",
        );
        self.doc.titled(&Markdown::ours("What is missing"));
        self.doc.ours(
            "`diagnostics.txt` lists what this crate leaves out of the pages, and where it had to guess.",
        );
    }

    pub(super) fn licence(&mut self) {
        let Some(attribution) = &self.krate.options.attribution else { return };
        self.doc.titled(&Markdown::ours("Licence"));
        self.doc.paragraph(&Markdown::text(attribution));
        self.doc.ours(
            "The code is under MIT or Apache-2.0, at your option. `ATTRIBUTION.md` says which parts come from where.",
        );
    }
}
