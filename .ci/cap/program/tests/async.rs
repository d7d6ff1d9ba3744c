//! With a client that does not block.

use financials::company;
use financials::customer_payment::{self, CustomerPayment};
use financials::support::client::Client;
use financials::support::{Batch, Error, Model, Request};
use financials::{field, fields};
use life::{USER, company, payments, refusal, root};

type Service = Client<reqwest::Client>;

#[tokio::test]
async fn the_life_of_a_payment() -> Result<(), Error> {
    let client = Client::new(reqwest::Client::new(), root()).authorization(USER);
    let company = client.send(&company::create(&company())).await?.key().unwrap();
    let mut batch = Batch::new();
    let created: Vec<_> =
        payments().map(|payment| batch.add(&customer_payment::create(&company, &payment))).collect();
    let answers = client.batch(&batch).await?;
    let created = created.iter().map(|part| answers.get(part)).collect::<Result<Vec<_>, _>>()?;
    let amounts = |payments: &[CustomerPayment]| {
        payments.iter().map(|payment| payment.amount.clone()).collect::<Vec<_>>()
    };
    assert_eq!(amounts(&created), amounts(&payments().collect::<Vec<_>>()));

    list(&client, &company).await?;
    change(&client, &company, &created[0]).await?;

    let id = created[0].key().unwrap();
    client.send(&customer_payment::delete(&company, &id, "*")).await?;
    assert_eq!(refusal(client.send(&customer_payment::get(&company, &id)).await).status.as_u16(), 404);
    client.send(&company::delete(&company)).await?;
    assert!(
        client
            .send(&company::list().filter(field!(company::Company; id).eq(&*company)))
            .await?
            .value
            .is_empty()
    );
    Ok(())
}

async fn list(client: &Service, company: &str) -> Result<(), Error> {
    let call = customer_payment::list(company)
        .filter(
            field!(CustomerPayment; amount)
                .gt(1000)
                .and(field!(CustomerPayment; comment).eq("nobody's").not()),
        )
        .select(fields!(CustomerPayment; line_number))
        .orderby(field!(CustomerPayment; posting_date).desc())
        .count();
    let mut items = client.items(&call);
    let mut lines = Vec::new();
    for _ in 0..4 {
        lines.extend(items.next().await.unwrap()?.line_number);
    }
    assert_eq!(lines, [80_000, 70_000, 60_000, 50_000]);

    // On another day: from the page on that was not read to its end.
    let saved = items.link().unwrap();
    let mut pages = client.pages(&Request::<(), _>::link(&saved));
    let (mut counts, mut lines) = (Vec::new(), Vec::new());
    while let Some(page) = pages.next().await {
        let page = page?;
        counts.push(page.count);
        lines.extend(page.value.iter().filter_map(|payment: &CustomerPayment| payment.line_number));
    }
    assert_eq!(lines, [50_000, 40_000, 30_000, 20_000, 10_000]);
    assert_eq!(counts, [Some(8), Some(8)]);
    Ok(())
}

async fn change(client: &Service, company: &str, read: &CustomerPayment) -> Result<(), Error> {
    let id = read.key().unwrap();
    let changes = CustomerPayment { amount: Some("1234567890123.45".into()), ..Default::default() };
    let update = customer_payment::update(company, &id, &read.etag().unwrap(), &changes)
        .clear(|payment| &payment.posting_date);
    let changed = client.send(&update).await?.body().unwrap();
    assert_eq!((changed.amount, changed.posting_date), (changes.amount.clone(), None));
    // The service may write large numbers as texts.
    let quoted =
        customer_payment::get(company, &id).header("Accept", "application/json;IEEE754Compatible=true");
    assert_eq!(client.send(&quoted).await?.amount, changes.amount);
    let stale = refusal(client.send(&update).await);
    assert_eq!(stale.status.as_u16(), 412);
    Ok(())
}

#[tokio::test]
async fn whoever_does_not_say_who_they_are_is_refused() {
    let client = Client::new(reqwest::Client::new(), root());
    let refusal = refusal(client.send(&company::list()).await);
    assert_eq!(refusal.status.as_u16(), 401);
    assert!(refusal.headers.contains_key(http::header::WWW_AUTHENTICATE));
}
