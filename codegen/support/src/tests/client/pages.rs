//! Lists over several pages, async and blocking.

use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;

use super::canned::{Canned, run};
use crate::sample::{Payment, list_payments};
use crate::support::client::{Client, Retry, blocking};
use crate::support::{Collection, Error, Model, Request, UrlReason};

const ROOT: &str = "https://host/v1.0";
const FIRST: &str =
    r#"{"value":[{"comment":"a"},{"comment":"b"}],"@odata.nextLink":"https://host/v1.0/x?$skiptoken=2"}"#;
const EMPTY: &str = r#"{"value":[],"@odata.nextLink":"x?$skiptoken=3"}"#;
const LAST: &str = r#"{"value":[{"comment":"c"}]}"#;
const URIS: [&str; 3] = [
    "https://host/v1.0/companies/c/payments?$top=2",
    "https://host/v1.0/x?$skiptoken=2",
    "https://host/v1.0/x?$skiptoken=3",
];

fn three_pages() -> Canned {
    Canned::new([(200, FIRST), (200, EMPTY), (200, LAST)])
}

fn call() -> Request<(), Collection<Payment>> {
    list_payments("c").top(2).prefer("odata.maxpagesize=2")
}

fn comment(item: Result<Payment, Error>) -> String {
    item.unwrap().comment.unwrap()
}

#[test]
fn items_come_one_by_one_and_pages_when_they_are_asked_for() {
    let transport = three_pages();
    let client = blocking::Client::new(transport.clone(), ROOT);
    let mut items = client.items(&call());
    assert!(transport.uris().is_empty());
    assert_eq!(comment(items.next().unwrap()), "a");
    assert_eq!(transport.uris().len(), 1);
    assert_eq!(items.map(comment).collect::<Vec<_>>(), ["b", "c"]);
    assert_eq!(transport.uris(), URIS);
    assert!(transport.requests().iter().all(|request| request.headers()["prefer"] == "odata.maxpagesize=2"));
    let pages: Vec<usize> = blocking::Client::new(three_pages(), ROOT)
        .pages(&call())
        .map(|page| page.unwrap().value.len())
        .collect();
    assert_eq!(pages, [2, 0, 1]);
}

#[test]
fn the_same_async_with_and_without_streams() {
    run(async {
        let transport = three_pages();
        let mut items = Client::new(transport.clone(), ROOT).items(&call());
        let mut comments = Vec::new();
        while let Some(item) = items.next().await {
            comments.push(comment(item));
        }
        assert_eq!(
            (comments.concat().as_str(), transport.uris().as_slice()),
            ("abc", &URIS.map(str::to_owned)[..])
        );
        let mut pages = Client::new(three_pages(), ROOT).pages(&call());
        let mut sizes = Vec::new();
        while let Some(page) = poll_fn(|context| Pin::new(&mut pages).poll_next(context)).await {
            sizes.push(page.unwrap().value.len());
        }
        assert_eq!(sizes, [2, 0, 1]);
    });
}

#[test]
fn what_was_left_off_goes_on() {
    let client = blocking::Client::new(three_pages(), ROOT);
    let mut items = client.items(&call());
    assert_eq!(items.link().as_deref(), Some(URIS[0]));
    assert_eq!(comment(items.next().unwrap()), "a");
    // One of the page is left, so that the page comes again.
    assert_eq!(items.link().as_deref(), Some(URIS[0]));
    assert_eq!(comment(items.next().unwrap()), "b");
    assert_eq!(items.link().as_deref(), Some(URIS[1]));
    let saved = items.link().unwrap();
    let rest = Canned::new([(200, LAST)]);
    let client = blocking::Client::new(rest.clone(), ROOT);
    let mut items = client.items(&Request::<(), Collection<Payment>>::link(&saved));
    assert_eq!(comment(items.next().unwrap()), "c");
    assert_eq!((items.next().is_none(), items.link(), rest.uris()), (true, None, vec![saved]));
}

#[test]
fn an_error_is_the_end_and_can_be_read_on_from() {
    let failing = || Canned::new([(200, FIRST), (500, "{}"), (200, LAST)]);
    let client = blocking::Client::new(failing(), ROOT).retry(Retry::never());
    let mut pages = client.pages(&call());
    assert!(pages.next().unwrap().is_ok());
    assert!(pages.next().unwrap().is_err());
    assert_eq!(pages.link().as_deref(), Some(URIS[1]));
    assert!(pages.next().is_none());
    run(async {
        let mut pages = Client::new(failing(), ROOT).pages(&call());
        assert!(pages.next().await.unwrap().is_ok() && pages.next().await.unwrap().is_err());
        assert_eq!(pages.link().as_deref(), Some(URIS[1]));
        assert!(pages.next().await.is_none());
    });
    // A request that cannot be sent is an error, once.
    let wrong = list_payments("");
    let mut pages = client.pages(&wrong);
    assert!(matches!(pages.next(), Some(Err(Error::Argument(_)))) && pages.next().is_none());
    let elsewhere = Canned::new([(200, r#"{"value":[],"@odata.nextLink":"https://evil/x"}"#)]);
    let client = blocking::Client::new(elsewhere.clone(), ROOT);
    let answers: Vec<bool> = client.pages(&call()).map(|page| page.is_ok()).collect();
    assert_eq!((answers, elsewhere.uris().len()), (vec![true, false], 1));
}

#[test]
fn a_delta_has_what_was_removed_apart() {
    let first = r#"{"value":[{"id":"1"},{"id":"2","@removed":{"reason":"deleted"}}],"@odata.nextLink":"/x"}"#;
    let last = r#"{"value":[{"id":"3"}],"@odata.deltaLink":"https://host/v1.0/x?$deltatoken=t"}"#;
    let canned = || Canned::new([(200, first), (200, last)]);
    let delta = blocking::Client::new(canned(), ROOT).delta(&call()).unwrap();
    let keys = |list: &[Payment]| list.iter().filter_map(Model::key).collect::<Vec<_>>();
    assert_eq!(
        (keys(&delta.changed), keys(&delta.removed)),
        (vec!["1".into(), "3".into()], vec!["2".into()])
    );
    let link = delta.link.clone().unwrap();
    let again = Canned::new([(200, r#"{"value":[],"@odata.deltaLink":"/y"}"#)]);
    let none =
        blocking::Client::new(again.clone(), ROOT).delta(&Request::<(), Collection<Payment>>::link(&link));
    assert_eq!((none.unwrap().link.as_deref(), again.uris()), (Some("/y"), vec![link]));
    assert_eq!(run(Client::new(canned(), ROOT).delta(&call())).unwrap(), delta);
}

#[test]
fn what_a_delta_tells_last_of_an_object_counts() {
    let first = r#"{"value":[{"id":"1","comment":"a"},{"id":"2"},{"id":"3","@removed":{}},{"comment":"b"},{"comment":"b"}],
        "@odata.nextLink":"/x"}"#;
    let last =
        r#"{"value":[{"id":"1","comment":"c"},{"id":"2","@removed":{}},{"id":"3"}],"@odata.deltaLink":"/y"}"#;
    let delta = blocking::Client::new(Canned::new([(200, first), (200, last)]), ROOT).delta(&call()).unwrap();
    let shown = |list: &[Payment]| -> Vec<String> {
        let of = |payment: &Payment| {
            [payment.key(), payment.comment.clone()].map(Option::unwrap_or_default).join(":")
        };
        list.iter().map(of).collect()
    };
    assert_eq!(
        (shown(&delta.changed), shown(&delta.removed)),
        (
            // A large object is told in parts.
            ["1:a", ":b", ":b", "1:c", "3:"].map(str::to_owned).to_vec(),
            vec!["2:".to_owned()],
        )
    );
}

#[test]
fn the_link_of_a_delta_leads_where_it_did_on_its_page() {
    let page = r#"{"value":[],"@odata.deltaLink":"delta?$deltatoken=t"}"#;
    let delta = blocking::Client::new(Canned::new([(200, page)]), ROOT).delta(&call()).unwrap();
    let again = Canned::new([(200, page)]);
    let saved = Request::<(), Collection<Payment>>::link(&delta.link.unwrap());
    blocking::Client::new(again.clone(), ROOT).delta(&saved).unwrap();
    assert_eq!(again.uris(), ["https://host/v1.0/companies/c/delta?$deltatoken=t"]);
}

#[test]
fn a_page_that_leads_to_itself_is_not_read_for_ever() {
    let page = r#"{"value":[{"comment":"a"}],"@odata.nextLink":"https://host/v1.0/x"}"#;
    let transport = Canned::new([(200, page), (200, page), (200, page)]);
    let client = blocking::Client::new(transport.clone(), ROOT);
    let pages: Vec<_> = client.pages(&call()).collect();
    assert!(matches!(pages.as_slice(), [Ok(_), Err(Error::Link { reason: UrlReason::Loop, .. })]));
    assert_eq!(transport.uris().len(), 2);
}
