//! Lists, read page by page or item by item.

use std::fmt;

use super::{Client, Transport};
use crate::support::client::cursor::Cursor;
use crate::support::{Body, Collection, Delta, Element, Error, Model, Request};

impl<T: Transport> Client<T> {
    /// The pages of a list. Each is read when you ask for it, with the headers and options of the call.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # fn example<T: client::blocking::Transport>(client: client::blocking::Client<T>) -> Result<(), Error> {
    /// for page in client.pages(&book::list("shelf-7").top(100)) {
    ///     println!("{} books", page?.value.len());
    /// }
    /// # Ok(()) }
    /// ```
    pub fn pages<B: Body, E: Element>(&self, call: &Request<B, Collection<E>>) -> Pages<'_, T, E> {
        Pages { client: self, cursor: Cursor::new(call), failed: false }
    }

    /// The items of a list. A page is read when you ask for its first item.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # fn example<T: client::blocking::Transport>(client: client::blocking::Client<T>) -> Result<(), Error> {
    /// for book in client.items(&book::list("shelf-7")) {
    ///     println!("{:?}", book?.title);
    /// }
    /// # Ok(()) }
    /// ```
    pub fn items<B: Body, E: Element>(&self, call: &Request<B, Collection<E>>) -> Items<'_, T, E> {
        Items { pages: self.pages(call), page: Vec::new().into_iter(), link: None }
    }

    /// What has changed since a link was saved, or everything if there is none: all pages in one, with the removed objects in a
    /// list of their own.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # fn save(link: Option<String>) {}
    /// # fn example<T: client::blocking::Transport>(client: client::blocking::Client<T>, saved: Option<String>) -> Result<(), Error> {
    /// let call = saved.map_or_else(book::delta, |link| Request::link(&link));
    /// let delta = client.delta(&call)?;
    /// save(delta.link);
    /// # Ok(()) }
    /// ```
    pub fn delta<B: Body, E: Element + Model>(
        &self,
        call: &Request<B, Collection<E>>,
    ) -> Result<Delta<E>, Error> {
        let mut delta = Delta::default();
        for page in self.pages(call) {
            delta.add(page?);
        }
        Ok(delta)
    }
}

/// The pages of a list. It ends after the last page and after an error.
#[must_use = "pages are read when they are asked for"]
pub struct Pages<'a, T, E> {
    client: &'a Client<T>,
    cursor: Cursor<E>,
    failed: bool,
}

impl<T: Transport, E: Element> Pages<'_, T, E> {
    /// The address of the page that comes next, or of the one that could not be read. Save it to resume later:
    /// `client.pages(&Request::link(&saved))`. `None` after the last page, and after a link to another service, which is refused.
    pub fn link(&self) -> Option<String> {
        self.cursor.link(&self.client.settings.root, self.failed)
    }
}

impl<T: Transport, E: Element> Iterator for Pages<'_, T, E> {
    type Item = Result<Collection<E>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let page = match self.cursor.next()? {
            Ok(request) => self.cursor.answered(self.client.send(&request)),
            Err(problem) => Err(problem),
        };
        self.failed = page.is_err();
        Some(page)
    }
}

/// The items of a list. It ends after the last item and after an error.
#[must_use = "items are read when they are asked for"]
pub struct Items<'a, T, E> {
    pages: Pages<'a, T, E>,
    page: std::vec::IntoIter<E>,
    /// Where the page is that the items are from.
    link: Option<String>,
}

impl<T: Transport, E: Element> Items<'_, T, E> {
    /// The address to resume from later: that of the current page as long as it has items left, so that none is lost and
    /// some may come twice. `None` after the last item.
    pub fn link(&self) -> Option<String> {
        if self.page.len() > 0 { self.link.clone() } else { self.pages.link() }
    }
}

impl<T: Transport, E: Element> Iterator for Items<'_, T, E> {
    type Item = Result<E, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(Ok(item));
            }
            let link = self.pages.link();
            match self.pages.next()? {
                Ok(page) => (self.page, self.link) = (page.value.into_iter(), link),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<T, E> fmt::Debug for Pages<'_, T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").finish_non_exhaustive()
    }
}

impl<T, E> fmt::Debug for Items<'_, T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").finish_non_exhaustive()
    }
}
