//! The whole life of a payment, with a client that blocks.

use std::env;

use generated::customer_payment::{self, CustomerPayment};
use generated::support::client::blocking::{Client, Transport};
use generated::support::{Error, Model};
use generated::{field, fields};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = "https://graph.microsoft.com/beta";
    let client = Client::new(ureq::Agent::new_with_defaults(), root).token(&env::var("GRAPH_TOKEN")?);
    let (company, journal) = (env::var("COMPANY")?, env::var("JOURNAL")?);
    println!("{} large payments", live(&client, &company, &journal)?);
    Ok(())
}

/// Adds a payment, corrects it and takes it away again. How many large ones there were meanwhile.
fn live<T: Transport>(client: &Client<T>, company: &str, journal: &str) -> Result<usize, Error> {
    let payment =
        CustomerPayment { line_number: Some(10000), amount: Some("1500.50".into()), ..Default::default() };
    let created = client.send(&customer_payment::create(company, journal, &payment))?;
    let id = created.id.as_deref().unwrap_or_default();

    let large = customer_payment::list(company, journal)
        .filter(field!(CustomerPayment; amount).gt(1000))
        .select(fields!(CustomerPayment; id, amount, comment));
    let large = client.send(&large)?.value;

    let mut wanted = created.clone();
    wanted.amount = Some("2000.10".into());
    wanted.contact_id = None;
    let changes = created.changes_to(&wanted)?;
    let update = customer_payment::update(company, journal, id, "*", &changes.body).clear_lost(&changes);
    client.send(&update)?;

    client.send(&customer_payment::delete(company, journal, id, "*"))?;
    Ok(large.len())
}

#[test]
fn it_runs_against_the_documented_answers() {
    use generated::support::examples::Documented;
    let client = Client::new(Documented, "https://graph.microsoft.com/beta");
    assert!(live(&client, "company", "journal").unwrap() > 0);
}
