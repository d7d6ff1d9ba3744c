//! Creates, reads, lists, changes and deletes payments over real HTTP.

mod service;

use downstream::Journal;
use generated::customer_payment::{self, CustomerPayment};
use generated::support::Error;
use generated::support::client::Client;
use service::{COMPANY, ETAG, JOURNAL, PAYMENT, TOKEN};

fn journal(base: &str) -> Journal<'_, reqwest::Client> {
    let client = Client::new(reqwest::Client::new(), base).token(TOKEN);
    Journal { client, company: COMPANY, journal: JOURNAL }
}

#[tokio::test]
async fn a_payment_is_created() {
    let base = service::start().await;
    let payment = CustomerPayment {
        journal_display_name: Some("journalDisplayName-value".to_owned()),
        line_number: Some(99),
        customer_id: Some("customerId-value".into()),
        customer_number: Some("customerNumber-value".to_owned()),
        contact_id: Some("contactId-value".to_owned()),
        ..CustomerPayment::default()
    };
    let created = journal(&base).add(&payment).await.expect("the payment is created");
    assert_eq!(created, CustomerPayment { id: Some("id-value".into()), ..payment });
}

#[tokio::test]
async fn a_payment_is_read_with_every_digit() {
    let base = service::start().await;
    let payment = journal(&base).get(PAYMENT).await.expect("the payment is there");
    assert_eq!(payment.id, Some(PAYMENT.into()));
    assert_eq!(payment.line_number, Some(10000));
    assert_eq!(payment.contact_id, None, "null reads as absent");
    assert_eq!(payment.posting_date.as_ref().map(|date| date.as_str()), Some("2015-12-31"));
    assert_eq!(payment.amount.as_ref().map(|amount| amount.as_str()), Some("1500.50"));
    assert_eq!(
        payment.last_modified_date_time.as_ref().map(|moment| moment.as_str()),
        Some("2017-03-17T19:02:22.043Z")
    );
    assert_eq!(etag_of(&payment).as_deref(), Some(ETAG));
    let written = serde_json::to_string(&payment).expect("a payment encodes");
    assert!(written.contains(r#""amount":1500.50"#), "a decimal stays a number, digit for digit: {written}");
}

#[tokio::test]
async fn a_list_is_followed_to_its_end() {
    let base = service::start().await;
    let payments = journal(&base).all().await.expect("the payments are listed");
    let amounts = payments.iter().flat_map(|payment| &payment.amount).map(|amount| amount.as_str());
    assert_eq!(amounts.collect::<Vec<_>>(), ["1500.50", "-200.00", "0.10"]);
}

#[tokio::test]
async fn a_payment_is_changed_and_deleted() {
    let base = service::start().await;
    let journal = journal(&base);
    let read = journal.get(PAYMENT).await.expect("the payment is there");
    let changes = CustomerPayment {
        amount: Some("2000.10".into()),
        comment: Some("Paid in two parts".to_owned()),
        ..CustomerPayment::default()
    };
    let etag = etag_of(&read).expect("a payment has an ETag");
    let changed = journal.change(PAYMENT, &etag, &changes).await.expect("the payment is changed");
    let changed = changed.body().expect("the service answers the payment");
    assert_eq!(changed.amount, changes.amount);
    assert_eq!(changed.posting_date, read.posting_date);
    journal.delete(PAYMENT).await.expect("the payment is deleted");
}

#[tokio::test]
async fn a_refusal_is_a_typed_error() {
    let base = service::start().await;
    let missing = journal(&base).get("nobody").await.expect_err("there is no such payment");
    let refusal = missing.as_service().expect("an answer of the service");
    assert_eq!(refusal.status, 404);
    assert_eq!(refusal.code.as_deref(), Some("Internal_RecordNotFound"));
    assert_eq!(refusal.message.as_deref(), Some("no payment has the id nobody"));
}

#[tokio::test]
async fn a_token_is_never_shown() {
    let base = service::start().await;
    let payment = CustomerPayment::default();
    let request = customer_payment::create(COMPANY, JOURNAL, &payment);
    assert!(!format!("{request:?}").contains(TOKEN));

    for (base, token) in [
        // An answer of the service, an address where nobody listens, and a token that no header may hold.
        (base.as_str(), format!("{TOKEN}-expired")),
        ("http://127.0.0.1:1", TOKEN.to_owned()),
        (base.as_str(), format!("{TOKEN}\n")),
    ] {
        let client = Client::new(reqwest::Client::new(), base).token(&token);
        assert!(!format!("{client:?}").contains(TOKEN));
        let request = customer_payment::get(COMPANY, JOURNAL, "1");
        let error = client.send(&request).await.expect_err("nothing comes of it");
        let shown = format!("{error} {error:?} {:?}", std::error::Error::source(&error));
        assert!(!shown.contains(TOKEN), "{shown}");
    }
}

#[tokio::test]
async fn a_link_to_another_service_is_not_followed() {
    let base = service::start().await;
    let stranger = service::start().await;
    let client = Client::new(reqwest::Client::new(), &*base).token(TOKEN);
    let mut page =
        client.send(&customer_payment::list(COMPANY, JOURNAL)).await.expect("the payments are listed");
    page.next_link = page.next_link.map(|link| link.replace(&base, &stranger));
    let request = page.next().expect("there is a link");
    let error = client.send(&request).await.expect_err("the token stays here");
    assert!(matches!(error, Error::Link { .. }), "{error}");
}

#[tokio::test]
async fn an_argument_that_would_leave_the_path_is_refused() {
    let base = service::start().await;
    for argument in ["", ".", ".."] {
        let error = journal(&base).get(argument).await.expect_err("no such path is sent");
        assert!(matches!(error, Error::Argument(_)), "{argument:?}: {error}");
    }
}

fn etag_of(payment: &CustomerPayment) -> Option<String> {
    payment.extra.get("@odata.etag")?.decode().ok()
}
