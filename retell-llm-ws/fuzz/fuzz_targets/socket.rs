//! Any bytes: the connection makes the same of them whole and in pieces.

#![no_main]

#[path = "../../tests/it/feed.rs"]
mod feed;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (size, bytes) = input;
    let limit = 1000;
    let whole = feed::heard([bytes.to_vec()], limit);
    let pieces = bytes.chunks(usize::from(size).max(1)).map(<[u8]>::to_vec);
    assert_eq!(feed::heard(pieces, limit).0, whole.0);
});
