//! Lists, read page by page or item by item.

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::cursor::Cursor;
use super::{Client, Transport};
use crate::support::{Body, Collection, Delta, Element, Error, Model, Request};

type Answer<E> = Pin<Box<dyn Future<Output = Result<Collection<E>, Error>> + Send>>;

impl<T: Transport + Clone + 'static> Client<T> {
    /// The pages of a list. Each is read when you ask for it, with the headers and options of the call.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # async fn example<T: client::Transport + Clone + 'static>(client: client::Client<T>) -> Result<(), Error> {
    /// let mut pages = client.pages(&book::list("shelf-7").top(100));
    /// while let Some(page) = pages.next().await {
    ///     println!("{} books", page?.value.len());
    /// }
    /// # Ok(()) }
    /// ```
    pub fn pages<B: Body, E: Element + 'static>(&self, call: &Request<B, Collection<E>>) -> Pages<T, E> {
        Pages { client: self.clone(), cursor: Cursor::new(call), answer: None, failed: false }
    }

    /// The items of a list. A page is read when you ask for its first item.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # async fn example<T: client::Transport + Clone + 'static>(client: client::Client<T>) -> Result<(), Error> {
    /// let mut books = client.items(&book::list("shelf-7"));
    /// while let Some(book) = books.next().await {
    ///     println!("{:?}", book?.title);
    /// }
    /// # Ok(()) }
    /// ```
    pub fn items<B: Body, E: Element + 'static>(&self, call: &Request<B, Collection<E>>) -> Items<T, E> {
        Items { pages: self.pages(call), page: Vec::new().into_iter(), link: None }
    }

    /// What has changed since a link was saved, or everything if there is none: all pages in one, with the removed objects in a
    /// list of their own.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # fn save(link: Option<String>) {}
    /// # async fn example<T: client::Transport + Clone + 'static>(client: client::Client<T>, saved: Option<String>) -> Result<(), Error> {
    /// let call = saved.map_or_else(book::delta, |link| Request::link(&link));
    /// let delta = client.delta(&call).await?;
    /// save(delta.link);
    /// # Ok(()) }
    /// ```
    pub async fn delta<B: Body, E: Element + Model + Send + 'static>(
        &self,
        call: &Request<B, Collection<E>>,
    ) -> Result<Delta<E>, Error> {
        let mut pages = self.pages(call);
        let mut delta = Delta::default();
        while let Some(page) = pages.next().await {
            delta.add(page?);
        }
        Ok(delta)
    }
}

/// The pages of a list: a [`Stream`]; without streams, call `next`. It ends after the last page and after an error.
#[must_use = "pages are read when they are asked for"]
pub struct Pages<T, E> {
    client: Client<T>,
    cursor: Cursor<E>,
    answer: Option<Answer<E>>,
    failed: bool,
}

impl<T: Transport + Clone + 'static, E: Element + 'static> Pages<T, E> {
    /// The next page.
    pub async fn next(&mut self) -> Option<Result<Collection<E>, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// The address of the page that comes next, or of the one that could not be read. Save it to resume later:
    /// `client.pages(&Request::link(&saved))`. `None` after the last page, and after a link to another service, which is refused.
    pub fn link(&self) -> Option<String> {
        self.cursor.link(&self.client.settings.root, self.failed || self.answer.is_some())
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Collection<E>, Error>>> {
        if self.answer.is_none() {
            match self.cursor.next() {
                None => return Poll::Ready(None),
                Some(Err(problem)) => return Poll::Ready(Some(Err(problem))),
                Some(Ok(request)) => {
                    let client = self.client.clone();
                    self.answer = Some(Box::pin(async move { client.send(&request).await }));
                }
            }
        }
        let Some(answer) = &mut self.answer else { return Poll::Ready(None) };
        let Poll::Ready(answer) = answer.as_mut().poll(context) else { return Poll::Pending };
        self.answer = None;
        let page = self.cursor.answered(answer);
        self.failed = page.is_err();
        Poll::Ready(Some(page))
    }
}

impl<T: Transport + Clone + Unpin + 'static, E: Element + 'static> Stream for Pages<T, E> {
    type Item = Result<Collection<E>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

/// The items of a list: a [`Stream`]; without streams, call `next`.
#[must_use = "items are read when they are asked for"]
pub struct Items<T, E> {
    pages: Pages<T, E>,
    page: std::vec::IntoIter<E>,
    /// Where the page is that the items are from.
    link: Option<String>,
}

impl<T: Transport + Clone + 'static, E: Element + 'static> Items<T, E> {
    /// The next item.
    pub async fn next(&mut self) -> Option<Result<E, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// The address to resume from later: that of the current page as long as it has items left, so that none is lost and
    /// some may come twice. `None` after the last item.
    pub fn link(&self) -> Option<String> {
        if self.page.len() > 0 { self.link.clone() } else { self.pages.link() }
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<E, Error>>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            let link = self.pages.link();
            match self.pages.poll(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(Some(Ok(page))) => (self.page, self.link) = (page.value.into_iter(), link),
            }
        }
    }
}

impl<T: Transport + Clone + Unpin + 'static, E: Element + Unpin + 'static> Stream for Items<T, E> {
    type Item = Result<E, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

impl<T, E> fmt::Debug for Pages<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").finish_non_exhaustive()
    }
}

impl<T, E> fmt::Debug for Items<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").finish_non_exhaustive()
    }
}
