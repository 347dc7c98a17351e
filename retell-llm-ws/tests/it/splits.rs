//! A connection makes the same of the same bytes, in whatever pieces they come.

use crate::{feed::heard, random::Random};

const LIMIT: usize = 200_000;
const CASES: u64 = 3_000;

fn frame(random: &mut Random, bytes: &mut Vec<u8>) {
    let code = random.pick(&[1, 1, 1, 1, 0, 0, 2, 8, 9, 9, 10, 3]);
    let last = if random.one_in(5) { 0 } else { 0x80 };
    let reserved = if random.one_in(60) { 0x40 } else { 0 };
    let most = random.pick(&[0, 5, 125, 126, 5_000, 70_000, 210_000]);
    let size = if code >= 8 && !random.one_in(20) {
        random.up_to(125)
    } else {
        random.up_to(most)
    } as usize;
    let mask = if random.one_in(80) { 0 } else { 0x80 };
    bytes.push(last | reserved | code);
    match size {
        0..=125 => bytes.push(mask | size as u8),
        126..=0xffff => {
            bytes.push(mask | 126);
            bytes.extend((size as u16).to_be_bytes());
        }
        _ => {
            bytes.push(mask | 127);
            bytes.extend((size as u64).to_be_bytes());
        }
    }
    let key = (random.next() as u32).to_ne_bytes();
    if mask != 0 {
        bytes.extend(key);
    }
    let broken = random.one_in(30);
    bytes.extend((0..size).map(|at| {
        let plain = match (code, at) {
            // Mostly a close code that is one.
            (8, 0) => 0x03,
            (8, 1) => 0xe8,
            _ if broken && at == size / 2 => 0xff,
            _ => b'a' + (at % 26) as u8,
        };
        plain ^ key[at % 4]
    }));
}

#[test]
fn pieces_do_not_matter() {
    for seed in 0..CASES {
        let mut random = Random::new(seed);
        let mut bytes = Vec::new();
        for _ in 0..=random.up_to(8) {
            frame(&mut random, &mut bytes);
        }
        let whole = heard([bytes.clone()], LIMIT);
        let mut pieces = Vec::new();
        let most = random.pick(&[1, 3, 30, 3_000, 100_000]);
        let mut rest = &bytes[..];
        while !rest.is_empty() && pieces.len() < 3_000 {
            let (piece, after) = rest.split_at((1 + random.up_to(most) as usize).min(rest.len()));
            pieces.push(piece.to_vec());
            rest = after;
        }
        pieces.push(rest.to_vec());
        let (messages, written) = heard(pieces, LIMIT);
        assert_eq!(messages, whole.0, "case {seed}");
        // Of pings that come at once only the newest needs an answer; each answer is whole.
        assert!(
            written.len() >= whole.1.len() || whole.1 == written,
            "case {seed}"
        );
    }
}
