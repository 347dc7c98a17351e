//! Taking a client's mask off.

/// Removes the mask in place, eight bytes at a time.
pub(super) fn unmask(payload: &mut [u8], key: [u8; 4]) {
    let [a, b, c, d] = key;
    let wide = u64::from_ne_bytes([a, b, c, d, a, b, c, d]);
    let (words, rest) = payload.as_chunks_mut::<8>();
    for word in words {
        *word = (u64::from_ne_bytes(*word) ^ wide).to_ne_bytes();
    }
    for (byte, key) in rest.iter_mut().zip(key.iter().cycle()) {
        *byte ^= key;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_the_definition_at_every_length() {
        let key = [0xa1, 0x07, 0x00, 0xff];
        for length in 0..70 {
            let plain: Vec<u8> = (0..length).map(|n: u8| n.wrapping_mul(7)).collect();
            let mut payload = plain.clone();
            unmask(&mut payload, key);
            for (at, byte) in payload.iter().enumerate() {
                assert_eq!(*byte, plain[at] ^ key[at % 4], "byte {at} of {length}");
            }
        }
    }
}
