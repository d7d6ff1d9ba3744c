use generated::message::{self, Message, MessageReplyRequest};
use generated::support::client::Client;
use generated::{field, fields, user};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(reqwest::Client::new(), "https://graph.microsoft.com/v1.0")
        .token(&std::env::var("GRAPH_TOKEN")?);
    let since = field!(Message; received_date_time).ge("2026-01-01T00:00:00Z");
    let unread = user::list_messages()
        .filter(since.and(field!(Message; is_read).eq(false)))
        .select(fields!(Message; id, subject, from.email_address.address))
        .orderby(field!(Message; received_date_time).desc());
    let (mut messages, mut newest) = (client.items(&unread), None);
    while let Some(message) = messages.next().await {
        let message = message?;
        let sender = message.from.as_ref().and_then(|from| from.email_address.as_ref()?.address.as_deref());
        println!("{}: {}", sender.unwrap_or("?"), message.subject.unwrap_or_default());
        newest = newest.or(message.id);
    }
    if let Some(id) = newest {
        let reply = MessageReplyRequest { comment: Some("Thanks!".into()), ..Default::default() };
        client.send(&message::reply(&id, &reply)).await?;
    }
    Ok(())
}
