//! Lists: a page by `await`, everything by `stream`.

use std::{
    collections::{HashSet, VecDeque},
    future::{Future, IntoFuture},
    marker::PhantomData,
    pin::Pin,
};

use futures_util::{Stream, StreamExt as _, stream};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    Client, Error, ErrorKind, Request, Response, Result,
    models::{Extra, Number, lenient},
    prepared::Prepared,
    request::{Options, option_setters},
};

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Where the next page begins; `None` on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pagination_key: Option<String>,
    /// Whether there is a next page.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub has_more: bool,
    /// How many there are on all pages, if that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Number>,
    /// Fields this version does not know, by their names on the wire.
    #[serde(flatten)]
    pub extra: Extra,
}

/// So many pages without an item, one after the other, are taken for a list without end.
const MAX_EMPTY_PAGES: u32 = 100;

/// Where a list takes its cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cursor {
    Query,
    Body,
}

/// Ties a list's items to the page its method answers with.
pub(crate) trait IsPageOf<I> {}

impl<I> IsPageOf<I> for Page<I> {}

/// A list of `T` that can be read page by page.
///
/// Await it for one page, or take all items with [`ListRequest::stream`].
///
/// # Errors
///
/// As [`Request`].
///
/// # Cancel safety
///
/// Lists only read: dropping the future or the stream is safe at any time.
#[must_use = "a list does nothing until awaited or streamed"]
pub struct ListRequest<T> {
    client: Client,
    first: Result<Prepared>,
    cursor: Cursor,
    options: Options,
    item: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned + Send + 'static> ListRequest<T> {
    pub(crate) fn new(client: &Client, first: Result<Prepared>, cursor: Cursor) -> Self {
        Self {
            client: client.clone(),
            first,
            cursor,
            options: Options::default(),
            item: PhantomData,
        }
    }

    option_setters!();

    /// Sends it and gives status and headers along with the page.
    ///
    /// # Errors
    ///
    /// As awaiting the list itself.
    pub async fn with_response(self) -> Result<Response<Page<T>>> {
        Request::new(&self.client, self.first)
            .with_options(self.options)
            .with_response()
            .await
    }

    /// All items of this page and those that follow, if there are no more than `limit`.
    ///
    /// # Errors
    ///
    /// As awaiting the list itself, and [`ErrorKind::TooLarge`] when there are more than `limit`.
    pub async fn collect_all(self, limit: usize) -> Result<Vec<T>> {
        let name = self.name();
        let mut all = Vec::new();
        let mut items = self.stream();
        while let Some(item) = items.next().await {
            if all.len() == limit {
                return Err(Error::new(ErrorKind::TooLarge, name).detail(format!("more than {limit} items")));
            }
            all.push(item?);
        }
        Ok(all)
    }

    /// Every item of this page and all that follow, fetched as they are asked for.
    ///
    /// Ends after the first error. A server that repeats a cursor, or sends a hundred pages without an item, would never
    /// end: that is [`ErrorKind::CursorLoop`].
    pub fn stream(self) -> impl Stream<Item = Result<T>> + Send + Unpin {
        let walk = Walk {
            client: self.client,
            next: Some(self.first),
            cursor: self.cursor,
            options: self.options,
            items: VecDeque::new(),
            seen: HashSet::new(),
        };
        Box::pin(stream::unfold(Some(walk), |walk| async {
            let mut walk = walk?;
            match walk.next().await {
                Ok(Some(item)) => Some((Ok(item), Some(walk))),
                Ok(None) => None,
                Err(error) => Some((Err(error), None)),
            }
        }))
    }

    fn name(&self) -> &'static str {
        name(&self.first)
    }

    #[cfg(test)]
    pub(crate) fn prepared(self) -> Result<Prepared> {
        self.first
    }
}

fn name(prepared: &Result<Prepared>) -> &'static str {
    match prepared {
        Ok(prepared) => prepared.name,
        Err(error) => error.operation(),
    }
}

/// Where a stream is.
struct Walk<T> {
    client: Client,
    /// The request of the next page; `None` after the last.
    next: Option<Result<Prepared>>,
    cursor: Cursor,
    options: Options,
    items: VecDeque<T>,
    seen: HashSet<String>,
}

impl<T: DeserializeOwned + Send + 'static> Walk<T> {
    async fn next(&mut self) -> Result<Option<T>> {
        let mut empty_pages = 0;
        while self.items.is_empty() {
            let Some(request) = self.next.take() else {
                return Ok(None);
            };
            let prepared = request?;
            if empty_pages == MAX_EMPTY_PAGES {
                return Err(Error::new(ErrorKind::CursorLoop, prepared.name));
            }
            empty_pages += 1;
            let page: Page<T> = Request::new(&self.client, Ok(prepared.clone()))
                .with_options(self.options.clone())
                .await?;
            self.items = page.items.into();
            // A page that announces more without saying where is the last one.
            if let Some(key) = page.pagination_key.filter(|_| page.has_more) {
                self.next = Some(self.after(prepared, key));
            }
        }
        Ok(self.items.pop_front())
    }

    /// The request of the page that begins at `key`.
    fn after(&mut self, mut page: Prepared, key: String) -> Result<Prepared> {
        if !self.seen.insert(key.clone()) {
            return Err(Error::new(ErrorKind::CursorLoop, page.name));
        }
        match self.cursor {
            Cursor::Query => page.set_query("pagination_key", &key),
            Cursor::Body => page.set_body(|body| {
                body.insert("pagination_key".into(), key.into());
                // What was to be passed over has been.
                body.remove("skip");
            })?,
        }
        Ok(page)
    }
}

impl<T: DeserializeOwned + Send + 'static> IntoFuture for ListRequest<T> {
    type Output = Result<Page<T>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Request::new(&self.client, self.first)
            .with_options(self.options)
            .into_future()
    }
}

impl<T> std::fmt::Debug for ListRequest<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("ListRequest").field(&name(&self.first)).finish()
    }
}
