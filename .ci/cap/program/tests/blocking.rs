//! With clients that block.

use financials::company::{self, Company};
use financials::customer_payment::{self, CustomerPayment};
use financials::payment_status::PaymentStatus;
use financials::support::client::blocking::{Client, Transport};
use financials::support::{Batch, Error, Model, Request};
use financials::{field, fields};
use life::{USER, company, payments, refusal, root};

#[test]
fn with_ureq() {
    live(&Client::new(ureq::Agent::new_with_defaults(), root()).authorization(USER)).unwrap();
}

#[test]
fn with_reqwest() {
    live(&Client::new(reqwest::blocking::Client::new(), root()).authorization(USER)).unwrap();
}

fn live<T: Transport + Clone>(client: &Client<T>) -> Result<(), Error> {
    let company = client.send(&company::create(&company()))?;
    let company = company.key().unwrap();
    let first = create(client, &company)?;
    list(client, &company)?;
    change(client, &company, &first)?;
    batch(client, &company, &first)?;
    delete(client, &company, &first)
}

/// Adds the payments; the first as it is stored.
fn create<T: Transport>(client: &Client<T>, company: &str) -> Result<CustomerPayment, Error> {
    let mut first = None;
    for payment in payments() {
        let created = client.send(&customer_payment::create(company, &payment))?;
        assert_eq!(created.amount, payment.amount);
        assert_eq!(created.posting_date, payment.posting_date);
        assert_eq!(created.status, Some(PaymentStatus::Draft), "the service's own default");
        assert!(created.unfit().is_empty() && created.etag().is_some());
        first.get_or_insert(created);
    }
    let first = first.unwrap();
    let read = client.send(&customer_payment::get(company, &first.key().unwrap()))?;
    assert_eq!(
        (read.amount, read.last_modified_date_time),
        (first.amount.clone(), first.last_modified_date_time.clone())
    );
    Ok(first)
}

fn list<T: Transport + Clone>(client: &Client<T>, company: &str) -> Result<(), Error> {
    let large = customer_payment::list(company)
        .filter(
            field!(CustomerPayment; amount)
                .ge("2000.25")
                .and(field!(CustomerPayment; comment).starts_with("Part")),
        )
        .select(fields!(CustomerPayment; id, amount, line_number))
        .orderby(field!(CustomerPayment; amount).desc())
        .count();
    let mut pages = client.pages(&large);
    let page = pages.next().unwrap()?;
    assert_eq!((page.value.len(), page.count), (3, Some(7)), "the server cuts the list");
    assert!(page.value.iter().all(|payment| payment.amount.is_some() && payment.comment.is_none()));

    // The rest, on another day.
    let saved = pages.link().unwrap();
    let rest = client.items(&Request::link(&saved)).collect::<Result<Vec<CustomerPayment>, Error>>()?;
    let lines = page.value.iter().chain(&rest).filter_map(|payment| payment.line_number);
    assert_eq!(lines.collect::<Vec<_>>(), [80_000, 70_000, 60_000, 50_000, 40_000, 30_000, 20_000]);

    let ends = field!(CustomerPayment; line_number).is_in([10_000, 20_000]);
    let ends = ends.or(field!(CustomerPayment; posting_date).gt("2026-01-06"));
    let dated = customer_payment::list(company)
        .filter(ends.and(field!(CustomerPayment; status).eq(PaymentStatus::Draft)))
        .orderby(field!(CustomerPayment; line_number).asc());
    let dated = client.items(&dated).collect::<Result<Vec<_>, _>>()?;
    assert_eq!(
        dated.iter().filter_map(|payment| payment.line_number).collect::<Vec<_>>(),
        [10_000, 20_000, 70_000, 80_000]
    );
    let two = client.send(&customer_payment::list(company).orderby("lineNumber").skip(1).top(2))?.value;
    assert_eq!(two.iter().filter_map(|payment| payment.line_number).collect::<Vec<_>>(), [20_000, 30_000]);

    // Through what a company is related to.
    let payments = || field!(Company; customer_payments);
    let big = company::list()
        .filter(
            field!(Company; display_name)
                .eq("Müller's & Söhne, 100%")
                .and(field!(Company; id).eq(company))
                .and(payments().any(field!(CustomerPayment; amount).gt(8000))),
        )
        .expand(
            payments()
                .expand()
                .select(fields!(CustomerPayment; id, amount))
                .filter(field!(CustomerPayment; amount).gt(6000))
                .orderby(field!(CustomerPayment; amount).asc()),
        );
    let found = client.items(&big).next().unwrap()?;
    let big: Vec<CustomerPayment> = found.customer_payments.unwrap().get()?;
    assert_eq!(
        big.iter().flat_map(|payment| &payment.amount).map(|amount| amount.as_str()).collect::<Vec<_>>(),
        ["6000.25", "7000.25", "8000.25"]
    );
    let found = client.send(&company::list().search("Müller's").filter(field!(Company; id).eq(company)))?;
    assert_eq!(found.value.len(), 1);
    Ok(())
}

/// Changes a payment, as long as it is the one that was read.
fn change<T: Transport>(client: &Client<T>, company: &str, read: &CustomerPayment) -> Result<(), Error> {
    let id = read.key().unwrap();
    let mut wanted = read.clone();
    wanted.comment = None;
    wanted.amount = Some("0.1".into());
    let changes = read.changes_to(&wanted)?;
    let update =
        customer_payment::update(company, &id, &read.etag().unwrap(), &changes.body).clear_lost(&changes);
    let changed = client.send(&update)?.body().unwrap();
    assert_eq!(changed.amount.as_ref().unwrap().as_str(), "0.1");
    assert_eq!(
        (changed.comment.as_deref(), changed.posting_date.as_ref()),
        (None, read.posting_date.as_ref())
    );
    assert_ne!(changed.etag(), read.etag());

    let stale = refusal(client.send(&update));
    assert_eq!((stale.status.as_u16(), stale.code.as_deref()), (412, Some("412")));
    let unconditional = refusal(client.send(&customer_payment::update(company, &id, "", &changes.body)));
    assert!(unconditional.status.is_client_error(), "{unconditional}");
    let nobody = "00000000-0000-4000-8000-000000000000";
    let missing = refusal(client.send(&customer_payment::get(company, nobody)));
    assert_eq!((missing.status.as_u16(), missing.message.as_deref()), (404, Some("Not Found")));
    Ok(())
}

/// Several calls as one.
fn batch<T: Transport + Clone>(
    client: &Client<T>,
    company: &str,
    first: &CustomerPayment,
) -> Result<(), Error> {
    let mut batch = Batch::new();
    let ninth = CustomerPayment { line_number: Some(90_000), amount: Some("9".into()), ..Default::default() };
    let created = batch.add(&customer_payment::create(company, &ninth));
    let listed =
        batch.add(&customer_payment::list(company).orderby(field!(CustomerPayment; line_number).asc()));
    let missing = batch.add(&company::get("00000000-0000-4000-8000-000000000000"));
    let read = batch.add(&customer_payment::get(company, &first.key().unwrap()));
    batch.after(&listed, &created).after(&read, &missing);
    let answers = client.batch(&batch)?;
    assert_eq!(answers.get(&created)?.line_number, ninth.line_number);
    assert_eq!(refusal(answers.get(&missing)).status.as_u16(), 404);
    assert_eq!(refusal(answers.get(&read)).status.as_u16(), 424);

    // The link of a page inside of a batch leads on outside of it.
    let (mut page, mut lines) = (answers.get(&listed)?, Vec::new());
    loop {
        lines.extend(page.value.iter().filter_map(|payment| payment.line_number));
        let Some(next) = page.next() else { break };
        page = client.send(&next)?;
    }
    assert_eq!(lines, (1..=9).map(|line| line * 10_000).collect::<Vec<_>>());
    Ok(())
}

fn delete<T: Transport + Clone>(
    client: &Client<T>,
    company: &str,
    first: &CustomerPayment,
) -> Result<(), Error> {
    let id = first.key().unwrap();
    client.send(&customer_payment::delete(company, &id, "*"))?;
    assert_eq!(refusal(client.send(&customer_payment::get(company, &id))).status.as_u16(), 404);
    client.send(&company::delete(company))?;
    assert_eq!(refusal(client.send(&company::get(company))).status.as_u16(), 404);
    Ok(())
}
