//! Reads unread mail and answers the first of it.

use std::env;

use generated::message::{self, Message, MessageReplyRequest};
use generated::support::Error;
use generated::support::client::blocking::{Client, Transport};
use generated::user;
use generated::{field, fields};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(ureq::Agent::new_with_defaults(), "https://graph.microsoft.com/v1.0")
        .token(&env::var("GRAPH_TOKEN")?);
    println!("{} messages", answer_first(&client, "Thanks!")?);
    Ok(())
}

/// How many unread messages there are; the newest is answered.
fn answer_first<T: Transport>(client: &Client<T>, comment: &str) -> Result<usize, Error> {
    let unread = user::list_messages()
        .filter(field!(Message; is_read).eq(false))
        .select(fields!(Message; id, subject, from.email_address.address))
        .orderby(field!(Message; received_date_time).desc())
        .top(10);
    let mut messages = client.items(&unread).collect::<Result<Vec<Message>, Error>>()?;
    if let Some(id) = messages.first_mut().and_then(|message| message.id.take()) {
        let reply = MessageReplyRequest { comment: Some(comment.into()), ..Default::default() };
        client.send(&message::reply(&id, &reply))?;
    }
    Ok(messages.len())
}

#[test]
fn it_runs_against_the_documented_answers() {
    let client = Client::new(generated::support::examples::Documented, "https://graph.microsoft.com/v1.0");
    assert!(answer_first(&client, "Thanks!").unwrap() > 0);
}
