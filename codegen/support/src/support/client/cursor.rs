//! Where a list is read on, page by page.

use crate::support::{Body, Collection, Content, Element, Error, Request, UrlReason};

/// The request for a page of a list, whichever it is.
pub(super) type PageRequest<E> = Request<Option<Content>, Collection<E>>;

/// A list that is being read. What sends is not here.
pub(super) struct Cursor<E> {
    /// The first request, whose headers hold for all.
    first: Option<PageRequest<E>>,
    /// The next one; none behind the last page, and after an error.
    next: Option<PageRequest<E>>,
    /// The one whose page was given last.
    current: Option<PageRequest<E>>,
    /// Why the first request cannot be made.
    problem: Option<Error>,
}

impl<E: Element> Cursor<E> {
    pub(super) fn new<B: Body>(call: &Request<B, Collection<E>>) -> Self {
        match call.encoded() {
            Ok(first) => Self { next: Some(first.clone()), first: Some(first), current: None, problem: None },
            Err(problem) => Self { first: None, next: None, current: None, problem: Some(problem) },
        }
    }

    /// The next request, or why it cannot be sent; `None` at the end.
    pub(super) fn next(&mut self) -> Option<Result<PageRequest<E>, Error>> {
        if let Some(problem) = self.problem.take() {
            return Some(Err(problem));
        }
        self.current = self.next.take();
        self.current.clone().map(Ok)
    }

    /// Takes the answer to what was sent. After an error nothing more is sent. A page that leads to itself would be read for
    /// ever.
    pub(super) fn answered(&mut self, answer: Result<Collection<E>, Error>) -> Result<Collection<E>, Error> {
        let page = answer?;
        let next = self.first.as_ref().and_then(|first| first.next(&page));
        let next = next.map(|next| next.encoded()).transpose()?;
        let address = |request: &Option<PageRequest<E>>| {
            let request = request.as_ref()?;
            Some((request.path().ok()?.to_owned(), request.query_string().to_owned()))
        };
        if next.is_some() && address(&next) == address(&self.current) {
            return Err(Error::Link { reason: UrlReason::Loop, host: String::new() });
        }
        self.next = next;
        Ok(page)
    }

    /// The address of the page that comes next, or else of the one that failed.
    pub(super) fn link(&self, root: &str, failed: bool) -> Option<String> {
        let request = if failed { self.current.as_ref() } else { self.next.as_ref() };
        Some(request?.to_http(root).ok()?.uri().to_string())
    }
}
