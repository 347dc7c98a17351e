//! Several receivers behind one address, each with a key of its own.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{
    RequestPartsExt as _, Router,
    body::Body,
    extract::{FromRef, Path, Request},
    http::{StatusCode, request::Parts},
    response::Response,
    routing::post,
};
use jiff::Timestamp;
use retell_webhook::{
    Event, LookupError, Rejection, SignatureError, Verifier, VerifierLookup, Webhook, testing::Delivery,
};
use tower::ServiceExt as _;

#[derive(Clone)]
struct Tenants {
    keys: Arc<HashMap<&'static str, Verifier>>,
    asked: Arc<AtomicUsize>,
}

impl VerifierLookup for Tenants {
    async fn verifier(&self, parts: &mut Parts) -> Result<Verifier, LookupError> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let path = parts.extract::<Path<String>>().await;
        let Path(tenant) = path.map_err(|_| LookupError::Unknown)?;
        tokio::task::yield_now().await;
        if tenant == "broken" {
            return Err(LookupError::Unavailable);
        }
        self.keys.get(&tenant[..]).cloned().ok_or(LookupError::Unknown)
    }
}

/// A state that holds more than the tenants.
#[derive(Clone)]
struct App {
    tenants: Tenants,
}

impl FromRef<App> for Tenants {
    fn from_ref(app: &App) -> Self {
        app.tenants.clone()
    }
}

async fn receive(Path(tenant): Path<String>, webhook: Webhook<Event, Tenants>) -> String {
    format!("{tenant} {}", webhook.event.name())
}

fn tenants() -> Tenants {
    let keys = [("acme", "key_acme"), ("zenith", "key_zenith")];
    let keys = keys.map(|(name, key)| (name, Verifier::new(key).unwrap()));
    Tenants {
        keys: Arc::new(keys.into()),
        asked: Arc::default(),
    }
}

fn delivery(key: &str) -> Delivery {
    let body = r#"{"event":"call_started","call":{"call_id":"c"}}"#;
    Delivery::of_bytes(key, body, Timestamp::now())
}

async fn deliver(tenants: &Tenants, tenant: &str, delivery: Delivery) -> Response {
    let app = App {
        tenants: tenants.clone(),
    };
    let router: Router = Router::new()
        .route("/{tenant}/retell", post(receive))
        .with_state(app);
    let request: Request = delivery.into_request::<Body>(&format!("/{tenant}/retell"));
    router.oneshot(request).await.unwrap()
}

#[tokio::test]
async fn each_tenant_has_its_own_key() {
    let tenants = tenants();
    for (tenant, key, status) in [
        ("acme", "key_acme", StatusCode::OK),
        ("zenith", "key_zenith", StatusCode::OK),
        ("acme", "key_zenith", StatusCode::UNAUTHORIZED),
        ("nobody", "key_acme", StatusCode::UNAUTHORIZED),
        ("broken", "key_acme", StatusCode::SERVICE_UNAVAILABLE),
    ] {
        let response = deliver(&tenants, tenant, delivery(key)).await;
        assert_eq!(response.status(), status, "{tenant} {key}");
    }
}

#[tokio::test]
async fn an_unknown_tenant_looks_like_a_bad_signature() {
    let unknown = deliver(&tenants(), "nobody", delivery("key_acme")).await;
    let forged = deliver(&tenants(), "acme", delivery("forged")).await;
    assert_eq!(unknown.status(), forged.status());
    assert_eq!(unknown.headers(), forged.headers());
    assert_eq!(unknown.extensions().get(), Some(&Rejection::UnknownReceiver));
    let reason = forged.extensions().get();
    assert_eq!(reason, Some(&Rejection::Signature(SignatureError::Mismatch)));
    for response in [unknown, forged] {
        let body = axum::body::to_bytes(response.into_body(), 1000).await.unwrap();
        assert!(body.is_empty());
    }
}

#[tokio::test]
async fn nobody_is_asked_for_the_key_of_a_request_without_a_signature() {
    let tenants = tenants();
    for bad in [delivery("key_acme").unsigned(), delivery("key_acme").malformed()] {
        let response = deliver(&tenants, "acme", bad).await;
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    }
    assert_eq!(tenants.asked.load(Ordering::SeqCst), 0);
    deliver(&tenants, "acme", delivery("key_acme")).await;
    assert_eq!(tenants.asked.load(Ordering::SeqCst), 1);
}
