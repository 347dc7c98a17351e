//! Which keys a request is to be checked with.

use http::request::Parts;

use crate::{Rejection, Verifier};

/// Finds the verifier for a request: by a path parameter, a host name, whatever tells one receiver from another.
///
/// [`Verifier`] itself is one that is the same for every request. For several, implement this for a part of the
/// router's state and name it in the extractor. It is asked before the body is read, and only for requests whose
/// signature is well formed.
///
/// ```
/// use std::{collections::HashMap, sync::Arc};
/// use axum::{RequestPartsExt, Router, extract::Path, http::request::Parts, routing::post};
/// use retell_webhook::{Event, LookupError, Verifier, VerifierLookup, Webhook};
///
/// #[derive(Clone)]
/// struct Tenants(Arc<HashMap<String, Verifier>>);
///
/// impl VerifierLookup for Tenants {
///     async fn verifier(&self, parts: &mut Parts) -> Result<Verifier, LookupError> {
///         let Path(tenant) = parts.extract::<Path<String>>().await.map_err(|_| LookupError::Unknown)?;
///         self.0.get(&tenant).cloned().ok_or(LookupError::Unknown)
///     }
/// }
///
/// async fn receive(webhook: Webhook<Event, Tenants>) { println!("{}", webhook.event.name()); }
///
/// let tenants = Tenants(Arc::new(HashMap::from([("acme".to_owned(), Verifier::new("key_1")?)])));
/// let app: Router = Router::new().route("/{tenant}/retell", post(receive)).with_state(tenants);
/// # Ok::<(), retell_webhook::KeyError>(())
/// ```
pub trait VerifierLookup: Send + Sync {
    /// The verifier for the request these parts belong to.
    ///
    /// # Errors
    ///
    /// If there is none, or it cannot be had at the moment.
    fn verifier(&self, parts: &mut Parts) -> impl Future<Output = Result<Verifier, LookupError>> + Send;
}

/// Why there is no verifier for a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LookupError {
    /// The request is for nobody here. Answered as a bad signature is.
    #[error("there is no such receiver of webhooks")]
    Unknown,
    /// Keys cannot be looked up at the moment: 503, and Retell tries again.
    #[error("webhook keys cannot be looked up")]
    Unavailable,
}

impl VerifierLookup for Verifier {
    async fn verifier(&self, _: &mut Parts) -> Result<Self, LookupError> {
        Ok(self.clone())
    }
}

impl From<LookupError> for Rejection {
    fn from(error: LookupError) -> Self {
        match error {
            LookupError::Unknown => Self::UnknownReceiver,
            LookupError::Unavailable => Self::KeyUnavailable,
        }
    }
}
