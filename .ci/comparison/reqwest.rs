use std::time::Duration;

use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde::Deserialize;
use serde_json::json;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[derive(Deserialize)]
struct Page {
    value: Vec<Message>,
    #[serde(rename = "@odata.nextLink")]
    next_link: Option<String>,
}

#[derive(Deserialize)]
struct Message {
    id: String,
    subject: Option<String>,
    from: Option<Recipient>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Recipient {
    email_address: EmailAddress,
}

#[derive(Deserialize)]
struct EmailAddress {
    address: Option<String>,
}

#[tokio::main]
async fn main() -> Result<()> {
    let (client, token) = (Client::new(), std::env::var("GRAPH_TOKEN")?);
    let root = "https://graph.microsoft.com/v1.0/me/messages";
    let query = "$filter=receivedDateTime%20ge%202026-01-01T00:00:00Z%20and%20isRead%20eq%20false\
        &$select=id,subject,from&$orderby=receivedDateTime%20desc";
    let (mut next, mut newest) = (Some(format!("{root}?{query}")), None);
    while let Some(link) = next {
        let page: Page = send(client.get(link).bearer_auth(&token)).await?.json().await?;
        for message in page.value {
            let sender = message.from.and_then(|from| from.email_address.address);
            println!("{}: {}", sender.as_deref().unwrap_or("?"), message.subject.unwrap_or_default());
            newest = newest.or(Some(message.id));
        }
        next = page.next_link;
    }
    if let Some(id) = newest {
        let reply = client.post(format!("{root}/{id}/reply")).bearer_auth(&token);
        send(reply.json(&json!({ "comment": "Thanks!" }))).await?;
    }
    Ok(())
}

async fn send(request: RequestBuilder) -> Result<Response> {
    for _ in 0..4 {
        let response = request.try_clone().ok_or("the body is a stream")?.send().await?;
        if ![StatusCode::TOO_MANY_REQUESTS, StatusCode::SERVICE_UNAVAILABLE].contains(&response.status()) {
            return Ok(response.error_for_status()?);
        }
        let wait = response.headers().get("retry-after").and_then(|wait| wait.to_str().ok()?.parse().ok());
        tokio::time::sleep(Duration::from_secs(wait.unwrap_or(1))).await;
    }
    Err("the service is busy".into())
}
