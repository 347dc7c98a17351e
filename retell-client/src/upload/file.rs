//! A file to upload, from wherever it comes.

use std::{
    fmt,
    future::Future,
    io,
    path::PathBuf,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use futures_util::{
    Stream, StreamExt as _,
    future::{BoxFuture, FutureExt as _},
    stream::{self, BoxStream},
};
use tokio::io::AsyncRead;
use tokio_util::io::ReaderStream;

/// How much is read and sent at a time.
const CHUNK_BYTES: usize = 64 * 1024;

/// A file to upload: from memory, from disk, or from any reader. Never held in memory as a whole unless it is there
/// already.
///
/// ```
/// use retell_client::Upload;
///
/// let from_memory = Upload::bytes("hours.txt", "Open day and night.");
/// let from_disk = Upload::path("manuals/yard.pdf");
/// ```
///
/// # Retries
///
/// A request that is sent again needs its files again. [`Upload::bytes`], [`Upload::path`] and [`Upload::reopened`] can
/// be read as often as needed. What [`Upload::reader`] wraps can be read once: the request is sent again only if nothing
/// of it was read, as when no connection was made, and otherwise fails with what the first attempt met.
#[derive(Clone)]
#[must_use]
pub struct Upload {
    name: String,
    content_type: Option<String>,
    length: Option<u64>,
    source: Source,
}

type Reader = Pin<Box<dyn AsyncRead + Send>>;
type Open = dyn Fn() -> BoxFuture<'static, io::Result<(Reader, Option<u64>)>> + Send + Sync;

#[derive(Clone)]
enum Source {
    Bytes(Bytes),
    Reopened(Arc<Open>),
    /// Gone once reading has begun; copies share it.
    Once(Arc<Mutex<Option<Reader>>>),
}

/// A file about to be sent.
pub(crate) struct Opened {
    pub(crate) length: Option<u64>,
    pub(crate) chunks: BoxStream<'static, io::Result<Bytes>>,
}

impl Upload {
    /// A file in memory.
    pub fn bytes(name: impl Into<String>, content: impl Into<Bytes>) -> Self {
        Self::new(name.into(), Source::Bytes(content.into()))
    }

    /// A file on disk, read while it is sent. Its name is the last part of `path`.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path
            .file_name()
            .map_or_else(|| "upload".to_owned(), |name| name.to_string_lossy().into_owned());
        let open = move || {
            let path = path.clone();
            async move {
                let file = tokio::fs::File::open(path).await?;
                let metadata = file.metadata().await?;
                if !metadata.is_file() {
                    return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
                }
                let reader: Reader = Box::pin(file);
                Ok((reader, Some(metadata.len())))
            }
            .boxed()
        };
        Self::new(name, Source::Reopened(Arc::new(open)))
    }

    /// What a reader gives, once: copies share the reader.
    ///
    /// Without [`Upload::length`] it is sent in chunks of unannounced number, which some servers refuse.
    pub fn reader(name: impl Into<String>, reader: impl AsyncRead + Send + 'static) -> Self {
        let reader: Reader = Box::pin(reader);
        Self::new(name.into(), Source::Once(Arc::new(Mutex::new(Some(reader)))))
    }

    /// What a reader gives that is made anew for each attempt.
    ///
    /// Without [`Upload::length`] it is sent in chunks of unannounced number, which some servers refuse.
    pub fn reopened<F, R>(name: impl Into<String>, open: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = io::Result<R>> + Send + 'static,
        R: AsyncRead + Send + 'static,
    {
        let open = move || {
            let opening = open();
            async move {
                let reader: Reader = Box::pin(opening.await?);
                Ok((reader, None))
            }
            .boxed()
        };
        Self::new(name.into(), Source::Reopened(Arc::new(open)))
    }

    fn new(name: String, source: Source) -> Self {
        Self {
            name,
            content_type: None,
            length: None,
            source,
        }
    }

    /// Sends it under another name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// What is in it, such as `text/csv`; without, this is guessed from the name.
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// How long it is, in bytes. Sending fails if it turns out to be longer or shorter.
    pub fn length(mut self, bytes: u64) -> Self {
        self.length = Some(bytes);
        self
    }

    /// The name it is sent under, if one can be: control characters would end the header the name stands in.
    pub(crate) fn checked_name(&self) -> Option<&str> {
        let fits = !self.name.is_empty() && !self.name.chars().any(char::is_control);
        fits.then_some(&*self.name)
    }

    pub(crate) fn mime(&self) -> String {
        self.content_type.clone().unwrap_or_else(|| {
            mime_guess::from_path(&self.name)
                .first_or_octet_stream()
                .to_string()
        })
    }

    /// Whether it can be sent, for the first time or again.
    pub(crate) fn is_there(&self) -> bool {
        match &self.source {
            Source::Bytes(_) | Source::Reopened(_) => true,
            Source::Once(reader) => lock(reader).is_some(),
        }
    }

    /// Makes it ready to be sent. Nothing is read yet.
    pub(crate) async fn open(&self) -> io::Result<Opened> {
        let (length, chunks) = match &self.source {
            Source::Bytes(bytes) => (Some(bytes.len() as u64), slices(bytes.clone()).boxed()),
            Source::Reopened(open) => {
                let (reader, length) = open().await?;
                (length, chunks(reader).boxed())
            }
            Source::Once(reader) => {
                if lock(reader).is_none() {
                    return Err(io::Error::other(
                        "it has been read before and can be read only once",
                    ));
                }
                let reader = Arc::clone(reader);
                let begun = async move { lock(&reader).take().map(chunks) };
                let chunks = stream::once(begun).flat_map(|chunks| stream::iter(chunks).flatten());
                (None, chunks.boxed())
            }
        };
        Ok(Opened {
            length: self.length.or(length),
            chunks,
        })
    }
}

/// Nothing can be half done under this lock.
fn lock(reader: &Mutex<Option<Reader>>) -> std::sync::MutexGuard<'_, Option<Reader>> {
    reader.lock().unwrap_or_else(PoisonError::into_inner)
}

fn chunks(reader: Reader) -> ReaderStream<Reader> {
    ReaderStream::with_capacity(reader, CHUNK_BYTES)
}

fn slices(mut bytes: Bytes) -> impl Stream<Item = io::Result<Bytes>> {
    stream::iter(std::iter::from_fn(move || {
        let slice = bytes.split_to(bytes.len().min(CHUNK_BYTES));
        (!slice.is_empty()).then_some(Ok(slice))
    }))
}

/// Files are the same if they are bytes that are the same, or share their source.
impl PartialEq for Upload {
    fn eq(&self, other: &Self) -> bool {
        let same_source = match (&self.source, &other.source) {
            (Source::Bytes(one), Source::Bytes(other)) => one == other,
            (Source::Reopened(one), Source::Reopened(other)) => Arc::ptr_eq(one, other),
            (Source::Once(one), Source::Once(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        same_source
            && (&self.name, &self.content_type, self.length)
                == (&other.name, &other.content_type, other.length)
    }
}

// Names of files may name people.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use futures_util::TryStreamExt as _;

    use super::*;

    async fn content(upload: &Upload) -> io::Result<Vec<u8>> {
        let chunks: Vec<_> = upload.open().await?.chunks.try_collect().await?;
        Ok(chunks.concat())
    }

    #[tokio::test]
    async fn bytes_and_reopened_readers_are_there_again_and_again() {
        let large = vec![7_u8; 3 * CHUNK_BYTES + 1];
        let memory = Upload::bytes("a.bin", large.clone());
        let reopened = Upload::reopened("b", || async { Ok(&b"again"[..]) });
        for _ in 0..2 {
            assert_eq!(content(&memory).await.unwrap(), large);
            assert_eq!(content(&reopened).await.unwrap(), b"again");
            assert!(memory.is_there() && reopened.is_there());
        }
        assert_eq!(memory.open().await.unwrap().length, Some(large.len() as u64));
        assert_eq!(reopened.open().await.unwrap().length, None);
        assert_eq!(reopened.length(5).open().await.unwrap().length, Some(5));
    }

    #[tokio::test]
    async fn a_reader_is_there_until_it_is_read() {
        let once = Upload::reader("a", &b"once"[..]);
        drop(once.open().await.unwrap());
        assert!(once.is_there());
        assert_eq!(content(&once.clone()).await.unwrap(), b"once");
        assert!(!once.is_there());
        assert!(once.open().await.is_err());
    }

    #[tokio::test]
    async fn a_path_must_lead_to_a_file() {
        let readme = Upload::path(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"));
        assert_eq!(readme.checked_name(), Some("README.md"));
        let length = readme.open().await.unwrap().length;
        assert_eq!(length, Some(content(&readme).await.unwrap().len() as u64));
        assert!(Upload::path(env!("CARGO_MANIFEST_DIR")).open().await.is_err());
        assert!(Upload::path("no/such/file").open().await.is_err());
    }

    #[test]
    fn names_and_types_are_checked_or_guessed() {
        assert_eq!(Upload::bytes("a\r\nb", "").checked_name(), None);
        assert_eq!(Upload::bytes("", "").checked_name(), None);
        assert_eq!(Upload::bytes("a.csv", "").mime(), "text/csv");
        assert_eq!(Upload::bytes("upload", "").mime(), "application/octet-stream");
        assert_eq!(Upload::bytes("a.csv", "").content_type("a/b").mime(), "a/b");
        assert_eq!(format!("{:?}", Upload::path("Maria Lopez.csv")), "Upload { .. }");
    }
}
