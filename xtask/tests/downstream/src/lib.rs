//! A customer payment journal, kept by the functions of the generated crate.
//!
//! The names of properties are checked when a program is compiled:
//!
//! ```
//! use generated::customer_payment::CustomerPayment;
//! use generated::{field, fields};
//!
//! let _ = field!(CustomerPayment; amount).gt(1000);
//! let _ = fields!(CustomerPayment; id, amount);
//! ```
//!
//! ```compile_fail,E0609
//! use generated::customer_payment::CustomerPayment;
//! use generated::field;
//!
//! let _ = field!(CustomerPayment; amuont).gt(1000);
//! ```
//!
//! ```compile_fail,E0609
//! use generated::customer_payment::CustomerPayment;
//! use generated::fields;
//!
//! let _ = fields!(CustomerPayment; id, amuont);
//! ```
//!
//! A value of another type than the property's is an error, too:
//!
//! ```compile_fail,E0277
//! use generated::customer_payment::CustomerPayment;
//! use generated::field;
//!
//! let _ = field!(CustomerPayment; line_number).eq("first");
//! ```

use generated::customer_payment::{self, CustomerPayment};
use generated::support::client::{Client, Transport};
use generated::support::{Error, Reply};

/// A journal of one company, and the service that keeps it.
pub struct Journal<'a, T> {
    pub client: Client<T>,
    pub company: &'a str,
    pub journal: &'a str,
}

impl<T: Transport + Clone + 'static> Journal<'_, T> {
    /// Adds a payment and gives it back as stored.
    pub async fn add(&self, payment: &CustomerPayment) -> Result<CustomerPayment, Error> {
        self.client.send(&customer_payment::create(self.company, self.journal, payment)).await
    }

    /// Reads one payment.
    pub async fn get(&self, id: &str) -> Result<CustomerPayment, Error> {
        self.client.send(&customer_payment::get(self.company, self.journal, id)).await
    }

    /// Reads all payments, however many pages the service cuts them into.
    pub async fn all(&self) -> Result<Vec<CustomerPayment>, Error> {
        let mut items = self.client.items(&customer_payment::list(self.company, self.journal));
        let mut payments = Vec::new();
        while let Some(payment) = items.next().await {
            payments.push(payment?);
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
        self.client.send(&customer_payment::update(self.company, self.journal, id, etag, changes)).await
    }

    /// Deletes a payment, whatever has become of it.
    pub async fn delete(&self, id: &str) -> Result<(), Error> {
        self.client.send(&customer_payment::delete(self.company, self.journal, id, "*")).await
    }
}
