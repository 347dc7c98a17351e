//! The signature header: `v=<milliseconds>,d=<64 lower-case hex digits>`.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use subtle::{Choice, ConstantTimeEq as _};

use crate::error::SignatureError;

/// Name of the header that carries the signature.
pub const SIGNATURE_HEADER: &str = "x-retell-signature";

/// Longer than any header value that could be well formed.
const MAX_LENGTH: usize = 2 + 19 + 3 + DIGEST_HEX;
const DIGEST_HEX: usize = 64;

/// A header value taken apart; nothing about it is proven yet.
pub(crate) struct Signature {
    pub(crate) timestamp_ms: i64,
    digest: Digest,
}

/// Can be compared in constant time and in no other way: it has no `==` and cannot be read or printed.
struct Digest([u8; 32]);

impl Digest {
    fn is(&self, other: &Self) -> Choice {
        self.0.ct_eq(&other.0)
    }
}

impl Signature {
    /// Reads a header value, which may be empty.
    pub(crate) fn read(header: &[u8]) -> Result<Self, SignatureError> {
        if header.is_empty() {
            return Err(SignatureError::Missing);
        }
        Self::parse(header).ok_or(SignatureError::Malformed)
    }

    /// Anything but the exact form is refused: no blanks, no further parts, no upper case.
    fn parse(header: &[u8]) -> Option<Self> {
        if header.len() > MAX_LENGTH {
            return None;
        }
        let rest = header.strip_prefix(b"v=")?;
        let comma = rest.iter().position(|byte| *byte == b',')?;
        let (digits, rest) = rest.split_at(comma);
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let timestamp_ms = std::str::from_utf8(digits).ok()?.parse().ok()?;
        let hex_digits = rest.strip_prefix(b",d=")?;
        if hex_digits.len() != DIGEST_HEX || hex_digits.iter().any(u8::is_ascii_uppercase) {
            return None;
        }
        let mut digest = [0; 32];
        hex::decode_to_slice(hex_digits, &mut digest).ok()?;
        Some(Self {
            timestamp_ms,
            digest: Digest(digest),
        })
    }

    /// Whether `key` made this signature over `body`; takes the same time whatever the answer.
    pub(crate) fn is_of(&self, key: &[u8], body: &[u8]) -> Choice {
        digest(key, body, self.timestamp_ms).is(&self.digest)
    }
}

/// The body, then at once the decimal timestamp.
fn digest(key: &[u8], body: &[u8], timestamp_ms: i64) -> Digest {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(body);
    mac.update(timestamp_ms.to_string().as_bytes());
    Digest(mac.finalize().into_bytes().into())
}

/// The header value Retell would send for `body`, signed with `key` at `timestamp_ms` (milliseconds since the epoch).
///
/// ```
/// let header = retell_webhook::sign("test-api-key", br#"{"event":"call_ended"}"#, 1_700_000_000_000);
/// assert!(header.starts_with("v=1700000000000,d=07024cab"));
/// ```
///
/// Mirrors <https://docs.retellai.com/features/secure-webhook>.
pub fn sign(key: &str, body: &[u8], timestamp_ms: i64) -> String {
    let digest = digest(key.as_bytes(), body, timestamp_ms);
    format!("v={timestamp_ms},d={}", hex::encode(digest.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEX: &str = "07024cabe7dd8f6d1c6e4a8324ca92c812e6ad4a7ee506c04f7e462e3321823e";

    #[test]
    fn the_exact_form_is_read() {
        let signature = Signature::parse(format!("v=1700000000000,d={HEX}").as_bytes()).unwrap();
        assert_eq!(signature.timestamp_ms, 1_700_000_000_000);
        assert_eq!(hex::encode(signature.digest.0), HEX);
    }

    #[test]
    fn any_other_form_is_refused() {
        for header in [
            String::new(),
            "v=".into(),
            format!("v=,d={HEX}"),
            format!("v=-1,d={HEX}"),
            format!("v=+1,d={HEX}"),
            format!("v=1, d={HEX}"),
            format!(" v=1,d={HEX}"),
            format!("v=1,d={HEX} "),
            format!("v=1,d={HEX},x=1"),
            format!("d={HEX},v=1"),
            format!("V=1,D={HEX}"),
            format!("v=1,d={}", HEX.to_uppercase()),
            format!("v=1,d={}", &HEX[..62]),
            format!("v=1,d={}zz", &HEX[..62]),
            format!("v=99999999999999999999,d={HEX}"),
            "v".repeat(100_000),
        ] {
            assert!(Signature::parse(header.as_bytes()).is_none(), "{header:.80}");
        }
    }

    /// Fails to compile when somebody derives a comparison that stops at the first difference.
    #[test]
    fn digests_have_no_comparison_but_the_constant_time_one() {
        trait Ambiguous<Reason> {
            fn check() {}
        }
        impl<T: ?Sized> Ambiguous<()> for T {}
        impl<T: ?Sized + PartialEq> Ambiguous<u8> for T {}
        <Digest as Ambiguous<_>>::check();
        <Signature as Ambiguous<_>>::check();
    }

    #[test]
    fn a_digest_that_differs_anywhere_is_another() {
        let given = digest(b"k", b"body", 1);
        for bit in 0..256 {
            let mut bytes = given.0;
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert!(!bool::from(given.is(&Digest(bytes))), "bit {bit}");
        }
        assert!(bool::from(given.is(&digest(b"k", b"body", 1))));
    }
}
