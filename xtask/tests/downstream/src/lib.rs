//! A customer payment journal, kept by the functions of the generated crate.

use generated::customer_payment::{
    CustomerPayment, create_customer_payment, customer_payment_delete, customer_payment_get,
    customer_payment_list, customer_payment_update,
};
use generated::support::{Error, Reply};

/// A journal of one company, and what it takes to reach it.
pub struct Journal<'a> {
    pub client: reqwest::Client,
    /// The service's root: `https://graph.microsoft.com/beta`.
    pub base: &'a str,
    pub token: &'a str,
    pub company: &'a str,
    pub journal: &'a str,
}

impl Journal<'_> {
    /// Adds a payment and gives it back as stored.
    pub async fn add(&self, payment: &CustomerPayment) -> Result<CustomerPayment, Error> {
        create_customer_payment(self.company, self.journal, payment)
            .send(&self.client, self.base, self.token)
            .await
    }

    /// Reads one payment.
    pub async fn get(&self, id: &str) -> Result<CustomerPayment, Error> {
        customer_payment_get(self.company, self.journal, id).send(&self.client, self.base, self.token).await
    }

    /// Reads all payments, however many pages the service cuts them into.
    pub async fn all(&self) -> Result<Vec<CustomerPayment>, Error> {
        let mut payments = Vec::new();
        let mut next = Some(customer_payment_list(self.company, self.journal));
        while let Some(request) = next {
            let page = request.send(&self.client, self.base, self.token).await?;
            next = page.next();
            payments.extend(page.value);
        }
        Ok(payments)
    }

    /// Changes what `changes` has set, provided that the payment is still the one that `etag` stands for.
    pub async fn change(
        &self,
        id: &str,
        etag: &str,
        changes: &CustomerPayment,
    ) -> Result<Reply<CustomerPayment>, Error> {
        customer_payment_update(self.company, self.journal, id, etag, changes)
            .send(&self.client, self.base, self.token)
            .await
    }

    /// Deletes a payment, whatever has become of it.
    pub async fn delete(&self, id: &str) -> Result<(), Error> {
        customer_payment_delete(self.company, self.journal, id, "*")
            .send(&self.client, self.base, self.token)
            .await
    }
}
