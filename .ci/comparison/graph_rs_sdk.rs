use futures::StreamExt;
use graph_rs_sdk::{GraphClient, GraphClientConfiguration, ODataQuery};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Page {
    value: Vec<Message>,
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
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let configuration = GraphClientConfiguration::new()
        .access_token(std::env::var("GRAPH_TOKEN")?)
        .wait_for_retry_after_headers(true)
        .retry(Some(3));
    let client = GraphClient::from(configuration);
    let mut pages = client
        .me()
        .messages()
        .list_messages()
        .filter(&["receivedDateTime ge 2026-01-01T00:00:00Z and isRead eq false"])
        .select(&["id", "subject", "from"])
        .order_by(&["receivedDateTime desc"])
        .paging()
        .stream::<Page>()?;
    let mut newest = None;
    while let Some(page) = pages.next().await {
        for message in page?.into_body()?.value {
            let sender = message.from.and_then(|from| from.email_address.address);
            println!("{}: {}", sender.as_deref().unwrap_or("?"), message.subject.unwrap_or_default());
            newest = newest.or(Some(message.id));
        }
    }
    if let Some(id) = newest {
        let reply = json!({ "comment": "Thanks!" });
        client.me().message(id).reply(&reply).send().await?.error_for_status()?;
    }
    Ok(())
}
