//! What stands at the address that notifications of changes go to: behind any HTTP server.

use generated::change_notification_collection::ChangeNotificationCollection;
use generated::support::{Error, Model, validation};
use http::{Request, Response};

fn main() -> Result<(), Error> {
    // In place of a server: the question with which a subscription begins.
    let question = Request::post("https://books.example/changes?validationToken=Is%20anybody%20there%3F");
    let response = answer(&question.body(Vec::new())?, "the secret of the subscription")?;
    println!("{}", String::from_utf8_lossy(response.body()));
    Ok(())
}

/// Answers the service, and prints what has changed.
fn answer(request: &Request<Vec<u8>>, secret: &str) -> Result<Response<Vec<u8>>, Error> {
    if let Some(answer) = validation(request) {
        return Ok(answer);
    }
    for resource in changed(request.body(), secret)? {
        println!("changed: {resource}");
    }
    Ok(Response::builder().status(202).body(Vec::new())?)
}

/// The resources that have changed. Whoever does not know the secret of the subscription is not the service.
fn changed(body: &[u8], secret: &str) -> Result<Vec<String>, Error> {
    let notifications = ChangeNotificationCollection::from_json(body)?.value.unwrap_or_default();
    let known = notifications.into_iter().filter(|told| told.client_state.as_deref() == Some(secret));
    Ok(known.filter_map(|told| told.resource).collect())
}

#[test]
fn a_notification_is_decoded() {
    use generated::change_type::ChangeType;
    let body = br##"{
        "value": [{
            "subscriptionId": "7f105c7d-2dc5-4530-97cd-4e7ae6534c07",
            "subscriptionExpirationDateTime": "2026-03-20T11:00:00.0000000Z",
            "clientState": "secret",
            "changeType": "created,updated",
            "resource": "users/ada/messages/1",
            "resourceData": {"@odata.type": "#Microsoft.Graph.Message", "id": "1"},
            "tenantId": "84bd8158-6d4d-4958-8b9f-9d6445542f95",
            "unheardOf": true
        }, {
            "clientState": "a guess",
            "resource": "users/ada/messages/2"
        }],
        "validationTokens": ["eyJ0eXAiOiJKV1QifQ"]
    }"##;
    let collection = ChangeNotificationCollection::from_json(body).unwrap();
    assert!(collection.unfit().is_empty());
    let first = &collection.value.as_ref().unwrap()[0];
    assert!(first.change_type.as_ref().unwrap().contains(&ChangeType::Updated));
    assert_eq!(first.subscription_id, Some("7f105c7d-2dc5-4530-97cd-4e7ae6534c07".into()));
    assert_eq!(changed(body, "secret").unwrap(), ["users/ada/messages/1"]);

    let notification = Request::post("https://books.example/changes").body(body.to_vec()).unwrap();
    assert_eq!(answer(&notification, "secret").unwrap().status(), 202);
    let nothing = Request::post("https://books.example/changes").body(b"?".to_vec()).unwrap();
    assert!(answer(&nothing, "secret").is_err());
}

#[test]
fn the_question_is_answered_with_its_token() {
    let question =
        Request::post("https://books.example/changes?validationToken=a%20b").body(Vec::new()).unwrap();
    let answer = answer(&question, "secret").unwrap();
    assert_eq!((answer.status().as_u16(), &answer.body()[..]), (200, &b"a b"[..]));
}
