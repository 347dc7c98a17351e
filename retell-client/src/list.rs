//! Lists: a page by `await`, everything by `stream`.

use std::{
    collections::{HashSet, VecDeque},
    future::{Future, IntoFuture},
    marker::PhantomData,
    pin::Pin,
    sync::Arc,
};

use futures_util::{Stream, stream};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};

use crate::{
    Client, Error, ErrorKind, Request, Response, Result,
    request::{Options, Prepared, option_setters},
};

/// One page of a list.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Where the next page begins; `None` on the last.
    pub pagination_key: Option<String>,
    /// Whether there is a next page.
    pub has_more: bool,
    /// How many there are on all pages, if that was asked for.
    pub total: Option<u64>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Wire<T> {
            items: Vec<T>,
            pagination_key: Option<String>,
            has_more: Option<bool>,
            total: Option<u64>,
        }
        let wire = Wire::deserialize(deserializer)?;
        Ok(Self {
            items: wire.items,
            pagination_key: wire.pagination_key,
            has_more: wire.has_more.unwrap_or(false),
            total: wire.total,
        })
    }
}

/// Makes the request of a page: the first as the caller asked, or the one at a cursor.
type PageMaker = dyn Fn(&Client, Option<&str>) -> Result<Prepared> + Send + Sync;

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
    name: &'static str,
    make: Arc<PageMaker>,
    options: Options,
    item: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned + Send + 'static> ListRequest<T> {
    pub(crate) fn new(
        client: &Client,
        name: &'static str,
        make: impl Fn(&Client, Option<&str>) -> Result<Prepared> + Send + Sync + 'static,
    ) -> Self {
        Self {
            client: client.clone(),
            name,
            make: Arc::new(make),
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
        self.page(None).with_response().await
    }

    /// Every item of this page and all that follow, fetched as they are asked for.
    ///
    /// Ends after the first error. A server that repeats a cursor would never end: that is
    /// [`ErrorKind::CursorLoop`].
    pub fn stream(self) -> impl Stream<Item = Result<T>> + Send + Unpin {
        let walk = Walk {
            list: self,
            items: VecDeque::new(),
            cursor: None,
            seen: HashSet::new(),
            more: true,
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

    fn page(&self, cursor: Option<&str>) -> Request<Page<T>> {
        Request::new(&self.client, (self.make)(&self.client, cursor)).with_options(self.options.clone())
    }

    #[cfg(test)]
    pub(crate) fn prepared(&self) -> Result<Prepared> {
        (self.make)(&self.client, None)
    }
}

/// Where a stream is.
struct Walk<T> {
    list: ListRequest<T>,
    items: VecDeque<T>,
    cursor: Option<String>,
    seen: HashSet<String>,
    more: bool,
}

impl<T: DeserializeOwned + Send + 'static> Walk<T> {
    async fn next(&mut self) -> Result<Option<T>> {
        while self.items.is_empty() && self.more {
            let page = self.list.page(self.cursor.as_deref()).await?;
            self.items = page.items.into();
            // A page that announces more without saying where is the last one.
            self.cursor = page.pagination_key.filter(|_| page.has_more);
            self.more = self.cursor.is_some();
            if let Some(cursor) = &self.cursor
                && !self.seen.insert(cursor.clone())
            {
                return Err(Error::new(ErrorKind::CursorLoop, self.list.name));
            }
        }
        Ok(self.items.pop_front())
    }
}

impl<T: DeserializeOwned + Send + 'static> IntoFuture for ListRequest<T> {
    type Output = Result<Page<T>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        self.page(None).into_future()
    }
}

impl<T> std::fmt::Debug for ListRequest<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("ListRequest").field(&self.name).finish()
    }
}
