//! Keeps a copy of the directory's users: all of them the first time, then what has changed.

use std::collections::BTreeMap;
use std::{env, fs};

use generated::support::client::blocking::{Client, Transport};
use generated::support::{Error, Model, Request};
use generated::user::{self, User};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(ureq::Agent::new_with_defaults(), "https://graph.microsoft.com/v1.0")
        .token(&env::var("GRAPH_TOKEN")?);
    let mut users = BTreeMap::new();
    let saved = fs::read_to_string("users.link").ok();
    if let Some(link) = update(&client, &mut users, saved.as_deref())? {
        fs::write("users.link", link)?;
    }
    println!("{} users", users.len());
    Ok(())
}

/// Brings a copy up to date, and gives the link to start from next time.
fn update<T: Transport>(
    client: &Client<T>,
    users: &mut BTreeMap<String, User>,
    saved: Option<&str>,
) -> Result<Option<String>, Error> {
    let delta = client.delta(&saved.map_or_else(user::delta, Request::link))?;
    for gone in delta.removed.iter().filter_map(Model::key) {
        users.remove(&gone);
    }
    users.extend(delta.changed.into_iter().filter_map(|user| Some((user.key()?, user))));
    Ok(delta.link)
}

#[test]
fn it_runs_against_answers() {
    use std::sync::Mutex;

    use generated::support::TransportError;
    use generated::support::client::Limits;

    struct Canned(Mutex<Vec<&'static str>>);

    impl Transport for Canned {
        fn send(
            &self,
            _: http::Request<Vec<u8>>,
            _: Limits,
        ) -> Result<http::Response<Vec<u8>>, TransportError> {
            let answer = self.0.lock().unwrap().pop();
            answer.map(|body| http::Response::new(body.into())).ok_or_else(|| TransportError::new("the end"))
        }
    }

    let first = r#"{"value":[{"id":"1"},{"id":"2"}],"@odata.nextLink":"https://graph.microsoft.com/v1.0/users/delta?$skiptoken=s"}"#;
    let second = r#"{"value":[{"id":"3"}],"@odata.deltaLink":"https://graph.microsoft.com/v1.0/users/delta?$deltatoken=t"}"#;
    let later = r#"{"value":[{"id":"1","@removed":{"reason":"deleted"}}],"@odata.deltaLink":"https://graph.microsoft.com/v1.0/users/delta?$deltatoken=u"}"#;
    let answers = Canned(Mutex::new(vec![later, second, first]));
    let client = Client::new(answers, "https://graph.microsoft.com/v1.0");
    let mut users = BTreeMap::new();
    let link = update(&client, &mut users, None).unwrap();
    assert_eq!((users.len(), link.as_deref().unwrap().ends_with("=t")), (3, true));
    update(&client, &mut users, link.as_deref()).unwrap();
    assert_eq!(users.keys().collect::<Vec<_>>(), ["2", "3"]);
}
