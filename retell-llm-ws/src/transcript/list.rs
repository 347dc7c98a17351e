//! A list that is sent whole each time and mostly the same.

use std::{
    hash::{BuildHasher, RandomState},
    sync::{Arc, OnceLock},
};

use twox_hash::XxHash3_128;

use super::{item::Item, members::skip_blanks};

/// What an item was read from: so many bytes with this hash.
#[derive(Clone, Copy)]
struct Mark {
    bytes: u32,
    // Two halves: a whole would be aligned to 16 bytes.
    hash: [u64; 2],
}

impl Mark {
    /// `None` for an item too long to be marked.
    fn of(text: &[u8]) -> Option<Self> {
        Some(Self {
            bytes: u32::try_from(text.len()).ok()?,
            hash: hash(text),
        })
    }

    /// Where the item ends if `text` begins with it.
    fn find(&self, text: &[u8]) -> Option<usize> {
        let end = self.bytes as usize;
        // An item that grew rarely has one of these here, so it is told apart without hashing it.
        if !matches!(text.get(end), Some(b',' | b']' | b' ' | b'\n' | b'\r' | b'\t')) {
            return None;
        }
        (hash(&text[..end]) == self.hash).then_some(end)
    }
}

/// The items, and what each was read from. The marks may be fewer, never more.
pub(super) struct List<T> {
    pub(super) items: Arc<Vec<T>>,
    marks: Vec<Mark>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self {
            items: Arc::default(),
            marks: Vec::new(),
        }
    }
}

/// How a message's list differs from the one held.
pub(super) struct Changes<T> {
    /// Where the closing bracket stands.
    pub(super) end: usize,
    count: usize,
    new: Vec<(usize, T, Mark)>,
}

impl<T: Item> List<T> {
    /// Compares the array that begins at `open`, item by item, so that a correction costs the items it corrects; `None`
    /// when anything is unexpected.
    pub(super) fn compare(&self, text: &[u8], open: usize, keep_words: bool) -> Option<Changes<T>> {
        if text.get(open) != Some(&b'[') {
            return None;
        }
        let mut at = skip_blanks(text, open + 1);
        let mut changes = Changes {
            end: at,
            count: 0,
            new: Vec::new(),
        };
        if text.get(at) == Some(&b']') {
            return Some(changes);
        }
        loop {
            let rest = text.get(at..)?;
            at += match self.marks.get(changes.count).and_then(|mark| mark.find(rest)) {
                Some(bytes) => bytes,
                None => {
                    let (item, bytes) = T::read(rest, keep_words)?;
                    // What was passed over in it has not been looked at yet.
                    str::from_utf8(&rest[..bytes]).ok()?;
                    changes.new.push((changes.count, item, Mark::of(&rest[..bytes])?));
                    bytes
                }
            };
            changes.count += 1;
            at = skip_blanks(text, at);
            match text.get(at)? {
                b',' => at = skip_blanks(text, at + 1),
                b']' => {
                    changes.end = at;
                    return Some(changes);
                }
                _ => return None,
            }
        }
    }

    /// Takes the changes over.
    pub(super) fn apply(&mut self, changes: Changes<T>) {
        if changes.new.is_empty() && changes.count == self.items.len() {
            return;
        }
        let items = Arc::make_mut(&mut self.items);
        items.truncate(changes.count);
        self.marks.truncate(changes.count);
        // In order, so each replaces one or comes right behind the last; an item may lack a mark, never the other way.
        for (at, item, mark) in changes.new {
            put(items, at, item);
            put(&mut self.marks, at, mark);
        }
        give_back(items);
        give_back(&mut self.marks);
    }

    /// Holds these items, which a full parse has read.
    pub(super) fn adopt(&mut self, mut items: Vec<T>, keep_words: bool) {
        if !keep_words {
            items.iter_mut().for_each(T::forget_words);
        }
        items.shrink_to_fit();
        self.items = Arc::new(items);
        self.marks = Vec::new();
    }
}

/// Grows by an eighth: a call lasts, and half of its memory should not wait for items that never come.
fn put<T>(list: &mut Vec<T>, at: usize, value: T) {
    if let Some(old) = list.get_mut(at) {
        *old = value;
        return;
    }
    if list.len() == list.capacity() {
        list.reserve_exact(4 + list.len() / 8);
    }
    list.push(value);
}

fn give_back<T>(list: &mut Vec<T>) {
    if list.capacity() > 8 + 2 * list.len() {
        list.shrink_to_fit();
    }
}

/// A hash that nobody outside this process can aim at.
fn hash(text: &[u8]) -> [u64; 2] {
    static SECRET: OnceLock<Vec<u8>> = OnceLock::new();
    let secret = SECRET.get_or_init(|| {
        let random = RandomState::new();
        (0u64..24)
            .flat_map(|n| random.hash_one(n).to_ne_bytes())
            .collect()
    });
    let hash =
        XxHash3_128::oneshot_with_secret(secret, text).expect("the secret is 192 bytes, more than the least");
    [hash as u64, (hash >> 64) as u64]
}
