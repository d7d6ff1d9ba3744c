//! What the page that this project started from must become. `.ci/run` copies this file into the crate made from that
//! page alone: no resource page is at hand, so every type is read off the page's examples.

use seed::customer_payment::{self, CREATE_PATH, CustomerPayment};

const DOCUMENTED: &str = r#"{"id":"id-value","journalDisplayName":"journalDisplayName-value","lineNumber":99,"customerId":"customerId-value","customerNumber":"customerNumber-value","contactId":"contactId-value"}"#;

#[test]
fn the_struct_has_the_documented_properties_in_order() {
    let payment: CustomerPayment = serde_json::from_str(DOCUMENTED).expect("the documented response decodes");
    assert_eq!(payment.line_number, Some(99));
    assert!(payment.id.is_some());
    assert!(payment.journal_display_name.is_some());
    assert!(payment.customer_id.is_some());
    assert!(payment.customer_number.is_some());
    assert!(payment.contact_id.is_some());
    assert_eq!(serde_json::to_string(&payment).expect("a payment encodes"), DOCUMENTED);
}

#[test]
fn the_constant_is_the_documented_template() {
    assert_eq!(
        CREATE_PATH,
        "/financials/companies/{id}/customerPaymentJournals/{id}/customerPayments"
    );
}

#[test]
fn the_function_puts_both_arguments_in_their_places() {
    let payment = CustomerPayment { line_number: Some(99), ..CustomerPayment::default() };
    let request = customer_payment::create("company 1", "journal/1", &payment);
    let request = request.to_http("https://graph.microsoft.com/beta").expect("the request can be built");
    assert_eq!(request.method(), "POST");
    assert_eq!(
        request.uri().path(),
        "/beta/financials/companies/company%201/customerPaymentJournals/journal%2F1/customerPayments"
    );
    assert_eq!(request.body(), br#"{"lineNumber":99}"#);
}
