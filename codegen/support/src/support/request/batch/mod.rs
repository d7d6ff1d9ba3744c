//! Several calls in one (`$batch`), each answered by itself.

mod answers;
mod write;

use std::collections::BTreeSet;

use http::{HeaderMap, Method};

use super::parts::Parts;
use super::{Answer, Body, Content, Request};
use crate::support::Error;

pub use answers::BatchAnswers;

/// Where a service takes batches: its root has this resource, whatever its pages document.
const ROUTE: &str = concat!('/', "$batch");

/// Several calls that are sent as one. Each has its own answer, of its own type, and may fail by itself.
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # #[cfg(feature = "client")]
/// # async fn example<T: client::Transport + Clone + 'static>(client: client::Client<T>) -> Result<(), Error> {
/// let mut batch = Batch::new();
/// let reader = batch.add(&reader::get("ada@example.com"));
/// let shelves = batch.add(&shelf::list().top(5));
/// let answers = client.batch(&batch).await?;
/// let (reader, shelves) = (answers.get(&reader)?, answers.get(&shelves)?);
/// # Ok(()) }
/// ```
///
/// Most services limit the number of calls; Microsoft Graph takes 20.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    calls: Vec<Call>,
    /// The first call that cannot be encoded.
    problem: Option<std::sync::Arc<Error>>,
}

/// A call whose type of answer is known to its [`BatchPart`] alone.
#[derive(Clone, Debug)]
struct Call {
    request: Request<Option<Content>, ()>,
    accept: &'static str,
    /// The calls that have to succeed before.
    after: BTreeSet<usize>,
}

/// Adds headers to those of a call.
pub(crate) type FillIn<'a> = dyn Fn(&mut HeaderMap) -> Result<(), Error> + 'a;

/// One call of a [`Batch`]. [`BatchAnswers::get`] takes it and gives the call's answer.
#[derive(Clone, Debug)]
pub struct BatchPart<R> {
    index: usize,
    request: Request<(), R>,
}

impl Batch {
    /// A batch without calls.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a call. If it cannot be sent, the whole batch fails with its error.
    pub fn add<B: Body, R: Answer>(&mut self, call: &Request<B, R>) -> BatchPart<R> {
        let (index, parts) = (self.calls.len(), call.parts.clone());
        let content = call.encoded().map(|encoded| encoded.answering());
        let request = content.unwrap_or_else(|error| {
            self.problem.get_or_insert(std::sync::Arc::new(error));
            Request::from_parts(parts.clone(), None)
        });
        self.calls.push(Call { request, accept: R::ACCEPT, after: BTreeSet::new() });
        BatchPart { index, request: Request::from_parts(parts, ()) }
    }

    /// Lets a call wait until an earlier one has succeeded (`dependsOn`). If that fails, so does this, with the status
    /// `424 Failed Dependency`.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # fn example(mut batch: Batch, book: Book) {
    /// let created = batch.add(&book::create("shelf-7", &book));
    /// let list = batch.add(&book::list("shelf-7"));
    /// batch.after(&list, &created);
    /// # }
    /// ```
    pub fn after<R, E>(&mut self, call: &BatchPart<R>, earlier: &BatchPart<E>) -> &mut Self {
        if let Some(call) = self.calls.get_mut(call.index) {
            call.after.insert(earlier.index);
        }
        self
    }

    /// How many calls there are.
    pub fn len(&self) -> usize {
        self.calls.len()
    }

    /// Whether the batch has no calls.
    pub fn is_empty(&self) -> bool {
        self.calls.is_empty()
    }

    /// The one request for all calls, to the service at a root: for a program that has no
    /// `Client`.
    pub fn request(&self, base: &str) -> Result<Request<Content, BatchAnswers>, Error> {
        self.request_of(base, &(0..self.len()).collect(), &|_| Ok(()))
    }

    /// The same for some of the calls, each with the headers that all calls have. They do not wait for other calls any more.
    pub(crate) fn request_of(
        &self,
        base: &str,
        wanted: &BTreeSet<usize>,
        fill_in: &FillIn<'_>,
    ) -> Result<Request<Content, BatchAnswers>, Error> {
        if let Some(problem) = &self.problem {
            return Err(Error::Batch(std::sync::Arc::clone(problem)));
        }
        let content = write::content(self, base, wanted, fill_in)?;
        Ok(Request::from_parts(Parts::new(Method::POST, ROUTE, "", &mut std::iter::empty()), content))
    }

    /// Method and headers of a call.
    #[cfg(feature = "client")]
    pub(crate) fn call(&self, index: usize) -> Option<(&Method, &HeaderMap)> {
        let call = self.calls.get(index)?;
        Some((call.request.method(), call.request.headers()))
    }

    /// The calls that others have to succeed before.
    #[cfg(feature = "client")]
    pub(crate) fn waits_for(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        self.calls.get(index).into_iter().flat_map(|call| call.after.iter().copied())
    }
}
