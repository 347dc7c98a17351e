//! What tells Retell from others: it sends no credentials, so the address it dials holds a secret.

use std::fmt;

use subtle::ConstantTimeEq as _;

/// A secret that is part of the address in the agent's `llm_websocket_url`, in its path or its query.
///
/// ```
/// use retell_llm_ws::Secret;
///
/// let secret = Secret::new("long-and-random");
/// assert!(secret.matches("long-and-random"));
/// assert!(!secret.matches("long-and-randum"));
/// assert_eq!(format!("{secret:?}"), "Secret");
/// ```
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// A secret. An empty one matches nothing.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// Whether this is it. How long that takes tells nothing but the length.
    pub fn matches(&self, candidate: &str) -> bool {
        !self.0.is_empty() && bool::from(self.0.as_bytes().ct_eq(candidate.as_bytes()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_secret_lets_nobody_in() {
        assert!(!Secret::new("").matches(""));
        assert!(!Secret::new("a").matches(""));
        assert!(!Secret::new("a").matches("aa"));
    }
}
