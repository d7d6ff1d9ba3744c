//! Enters a customer's payment into a new journal of Business Central, corrects it, and reads what the journal holds.

use std::env;
use std::error::Error;

use generated::company::{self, Company};
use generated::customer_payment::{self, CustomerPayment};
use generated::customer_payment_journal::{self, CustomerPaymentJournal};
use generated::support::Model;
use generated::support::client::blocking::{Client, Transport};
use generated::{field, fields};

fn main() -> Result<(), Box<dyn Error>> {
    // https://api.businesscentral.dynamics.com/v2.0/{tenant}/{environment}/api/v2.0
    let client = Client::new(ureq::Agent::new_with_defaults(), env::var("BUSINESS_CENTRAL")?)
        .token(&env::var("BUSINESS_CENTRAL_TOKEN")?);
    let payment = CustomerPayment {
        customer_number: Some("10000".into()),
        posting_date: Some("2026-11-30".into()),
        amount: Some("1500.50".into()),
        ..Default::default()
    };
    for payment in enter(&client, "CRONUS US", &payment)? {
        println!("{:?} of {:?}", payment.amount, payment.customer_number);
    }
    Ok(())
}

/// The payments of the journal afterwards.
fn enter<T: Transport>(
    client: &Client<T>,
    company: &str,
    payment: &CustomerPayment,
) -> Result<Vec<CustomerPayment>, Box<dyn Error>> {
    let named = company::get().filter(field!(Company; name).eq(company)).select(fields!(Company; id));
    let companies = client.send(&named)?.value;
    let company = companies.first().and_then(|company| company.id.as_deref()).ok_or("which company?")?;

    let journal = CustomerPaymentJournal { code: Some("ONLINE".into()), ..Default::default() };
    let journal = client.send(&customer_payment_journal::create(company, &journal))?;
    let journal = journal.id.as_deref().ok_or("the journal has no id")?;

    let create = customer_payment::create_in_customer_payment_journals(company, journal, payment);
    let entered = client.send(&create)?;

    // Sends what differs, and fails if somebody else has changed the payment in the meantime.
    let mut wanted = entered.clone();
    wanted.amount = Some("1450.75".into());
    wanted.comment = None;
    let changes = entered.changes_to(&wanted)?;
    let id = entered.id.as_deref().ok_or("the payment has no id")?;
    let etag = entered.etag().ok_or("the payment has no version")?;
    client.send(&customer_payment::update(company, id, &etag, &changes.body).clear_lost(&changes))?;

    let payments = field!(CustomerPaymentJournal; customer_payments).expand();
    let payments = payments.select(fields!(CustomerPayment; id, customer_number, amount));
    let journal = client.send(&customer_payment_journal::get(company, journal).expand(payments))?;
    Ok(journal.customer_payments.map(|payments| payments.get()).transpose()?.unwrap_or_default())
}

#[test]
fn it_runs_against_answers() {
    use generated::support::TransportError;
    use generated::support::client::Limits;

    /// A company with one customer, who pays. The keys of the company, the journal and the payment are GUIDs; below, the first
    /// letter stands for each.
    struct Service;

    const REST: &str = "0000000-0000-0000-0000-000000000000";

    impl Transport for Service {
        fn send(
            &self,
            request: http::Request<Vec<u8>>,
            _: Limits,
        ) -> Result<http::Response<Vec<u8>>, TransportError> {
            let address = request.uri().path_and_query().unwrap().as_str().replace(REST, "");
            let sent = String::from_utf8_lossy(request.body());
            let answer = match (request.method().as_str(), address.as_str()) {
                ("GET", "/companies?$filter=name%20eq%20%27CRONUS%20US%27&$select=id") => {
                    r#"{"value":[{"id":"a…"}]}"#
                }
                ("POST", "/companies(a)/customerPaymentJournals") => {
                    assert_eq!(sent, r#"{"code":"ONLINE"}"#);
                    r#"{"id":"b…","code":"ONLINE"}"#
                }
                ("POST", "/companies(a)/customerPaymentJournals(b)/customerPayments") => {
                    assert_eq!(sent, r#"{"customerNumber":"10000","amount":1500.50}"#);
                    r#"{"@odata.etag":"W/\"1\"","id":"c…","customerNumber":"10000","amount":1500.50,"comment":"?"}"#
                }
                ("PATCH", "/companies(a)/customerPayments(c)") => {
                    assert_eq!(request.headers()["if-match"], "W/\"1\"");
                    assert_eq!(sent, r#"{"amount":1450.75,"comment":null}"#);
                    r#"{"@odata.etag":"W/\"2\"","id":"c…","amount":1450.75}"#
                }
                ("GET", address) if address.starts_with("/companies(a)/customerPaymentJournals(b)?") => {
                    assert!(address.contains("$expand=customerPayments("), "{address}");
                    r#"{"id":"b…","customerPayments":[{"id":"c…","amount":1450.75}]}"#
                }
                other => return Err(TransportError::new(format!("nobody expects {other:?}"))),
            };
            Ok(http::Response::new(answer.replace('…', REST).into()))
        }
    }

    let client = Client::new(Service, "https://bc.example");
    let payment = CustomerPayment {
        customer_number: Some("10000".into()),
        amount: Some("1500.50".into()),
        ..Default::default()
    };
    let payments = enter(&client, "CRONUS US", &payment).unwrap();
    assert_eq!(payments.len(), 1);
    assert_eq!(payments[0].amount, Some("1450.75".into()));
}
