//! A program can be tried without the service: documented requests get their documented answers.

use generated::customer_payment::{self, CustomerPayment};
use generated::support::examples::respond;

const BASE: &str = "https://graph.microsoft.com/beta";

#[test]
fn a_documented_request_gets_its_documented_answer() {
    let payment = CustomerPayment { line_number: Some(99), ..Default::default() };
    let request = customer_payment::create("company", "journal", &payment);
    let answer = respond(&request.to_http(BASE).unwrap()).expect("the page shows an answer");
    assert_eq!(answer.status(), 201);
    let created: CustomerPayment = request.decode(answer).unwrap();
    assert_eq!(created.id.unwrap().as_str(), "id-value");
}

#[test]
fn each_operation_has_its_own_answer() {
    let list = customer_payment::list("company", "journal");
    let page = list.decode(respond(&list.to_http(BASE).unwrap()).unwrap()).unwrap();
    assert_eq!(page.value.len(), 2);
    assert!(page.next_link.is_some());

    let get = customer_payment::get("company", "journal", "payment");
    let payment = get.decode(respond(&get.to_http(BASE).unwrap()).unwrap()).unwrap();
    assert!(payment.amount.is_some());

    let delete = customer_payment::delete("company", "journal", "payment", "*");
    assert_eq!(respond(&delete.to_http(BASE).unwrap()).unwrap().status(), 204);
}

#[test]
fn what_no_page_shows_has_no_answer() {
    let request =
        http::Request::get("https://graph.microsoft.com/beta/nothing/of/this").body(Vec::new()).unwrap();
    assert!(respond(&request).is_none());
}
