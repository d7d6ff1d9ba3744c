//! Tokens from `azure_identity`, which keeps them until they run out: here those of whoever has signed in with Azure's tools.

use std::env;

use azure_core::credentials::TokenCredential;
use azure_identity::DeveloperToolsCredential;
use generated::customer_payment;
use generated::support::client::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let credential = DeveloperToolsCredential::new(None)?;
    let client =
        Client::new(reqwest::Client::new(), "https://graph.microsoft.com/beta").token_source(move |_| {
            let credential = credential.clone();
            async move {
                let token = credential.get_token(&["https://graph.microsoft.com/.default"], None).await?;
                Ok(token.token.secret().to_owned())
            }
        });
    let mut payments = client.items(&customer_payment::list(&env::var("COMPANY")?, &env::var("JOURNAL")?));
    while let Some(payment) = payments.next().await {
        println!("{:?}", payment?.amount);
    }
    Ok(())
}
