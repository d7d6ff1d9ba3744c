//! Tokens show nowhere.

use crate::sample::{Payment, create_payment, delete_payment, list_payments};
use crate::support::Collection;

const TOKEN: &str = "s3cr3t-token";

#[test]
fn no_debug_output_holds_a_token() {
    let payment = Payment::default();
    let request = create_payment("c", "j", &payment).bearer(TOKEN);
    let http = request.to_http("https://host").unwrap();
    assert_eq!(http.headers()["authorization"], format!("Bearer {TOKEN}"));
    assert!(http.headers()["authorization"].is_sensitive());
    let by_hand =
        list_payments("c").header("Authorization", &format!("Basic {TOKEN}")).header("cookie", TOKEN);
    for text in [
        format!("{request:?} {:?} {http:?}", request.headers()),
        format!("{by_hand:?} {:?}", by_hand.to_http("https://host").unwrap()),
    ] {
        assert!(!text.contains(TOKEN), "{text}");
    }
}

#[test]
fn no_error_holds_a_token() {
    let link = Collection::<Payment> { next_link: Some("https://evil/x".into()), ..Collection::default() };
    let broken = format!("{TOKEN}\n");
    for error in [
        delete_payment("p").bearer(&broken).to_http("https://host").unwrap_err(),
        delete_payment("p").header("cookie", &broken).to_http("https://host").unwrap_err(),
        delete_payment("..").bearer(TOKEN).to_http("https://host").unwrap_err(),
        delete_payment("p").bearer(TOKEN).to_http("nowhere").unwrap_err(),
        delete_payment("p").to_http(&format!("https://user:{TOKEN}@host")).unwrap_err(),
        link.next().unwrap().bearer(TOKEN).to_http("https://host").unwrap_err(),
    ] {
        let text = format!("{error} {error:?}");
        assert!(!text.contains(TOKEN), "{text}");
    }
}
