//! Requests with the same idempotency key wait for each other.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tokio::sync::{Mutex as Turnstile, OwnedMutexGuard};

/// Keys of requests that are being answered in this process.
#[derive(Debug, Default)]
pub struct RunningKeys(Mutex<HashMap<String, Weak<Turnstile<()>>>>);

impl RunningKeys {
    /// Waits until no other request with this key is being answered.
    ///
    /// # Cancel safety
    ///
    /// Safe; the place in the queue is lost.
    pub async fn enter(&self, key: &str) -> OwnedMutexGuard<()> {
        let turnstile = {
            let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            keys.retain(|_, turnstile| turnstile.strong_count() > 0);
            let known = keys.get(key).and_then(Weak::upgrade);
            known.unwrap_or_else(|| {
                let turnstile = Arc::new(Turnstile::new(()));
                keys.insert(key.to_owned(), Arc::downgrade(&turnstile));
                turnstile
            })
        };
        turnstile.lock_owned().await
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn one_key_is_one_queue() {
        let keys = RunningKeys::default();
        let first = keys.enter("a").await;
        let _other = keys.enter("b").await;
        assert!(
            tokio::time::timeout(Duration::from_secs(1), keys.enter("a"))
                .await
                .is_err()
        );
        drop(first);
        let _second = keys.enter("a").await;
        assert_eq!(keys.0.lock().expect("not poisoned").len(), 2);
    }
}
