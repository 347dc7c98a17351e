//! Calls.

use super::resource;
use crate::{
    CallFile, Download, ListRequest, Page, Request,
    list::Cursor,
    models::{
        Call, CallId, CreatePhoneCall, CreateWebCall, CreatedWebCall, ListCalls, ListCallsV2, LiveListener,
        RegisterPhoneCall, Success, TakeOverCall, UpdateCall, UpdateLiveCall,
    },
    retry::RetryClass,
};

resource!(
    /// Methods on calls; from [`Client::call`](crate::Client::call).
    Calls
);

impl Calls<'_> {
    /// Makes a web call for a browser to join within 30 seconds.
    ///
    /// Not repeated when it is unclear whether Retell got it: see
    /// [`Error::submission_unknown`](crate::Error::submission_unknown).
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-web-call>.
    pub fn create_web_call(&self, call: &CreateWebCall) -> Request<CreatedWebCall> {
        Request::post(self.client, "call.create_web_call", "/v3/create-web-call", &[]).json(call)
    }

    /// Legacy: makes a web call for version 2 of the browser SDK. Deprecated by Retell since 30 September 2026; tokens
    /// of [`Calls::create_web_call`] and these do not mix.
    pub fn create_web_call_v2(&self, call: &CreateWebCall) -> Request<Call> {
        Request::post(self.client, "call.create_web_call_v2", "/v2/create-web-call", &[]).json(call)
    }

    /// Dials a number.
    ///
    /// Never dials twice: repeated only if no connection was made, or the server said that it did nothing, or the
    /// request has an idempotency key. Otherwise see
    /// [`Error::submission_unknown`](crate::Error::submission_unknown).
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-phone-call>.
    pub fn create_phone_call(&self, call: &CreatePhoneCall) -> Request<Call> {
        let class = match &call.idempotency_key {
            Some(key) if !key.is_empty() => RetryClass::Idempotent,
            _ => RetryClass::Never,
        };
        Request::post(
            self.client,
            "call.create_phone_call",
            "/v2/create-phone-call",
            &[],
        )
        .json(call)
        .retry(class)
    }

    /// One call, whole.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-call>.
    pub fn retrieve(&self, call_id: impl Into<CallId>) -> Request<Call> {
        Request::get(
            self.client,
            "call.retrieve",
            "/v2/get-call/{call_id}",
            &[call_id.into().as_str()],
        )
    }

    /// Changes what is kept of a call: metadata, custom attributes, storage.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-call>.
    pub fn update(&self, call_id: impl Into<CallId>, update: &UpdateCall) -> Request<Call> {
        Request::patch(
            self.client,
            "call.update",
            "/v2/update-call/{call_id}",
            &[call_id.into().as_str()],
        )
        .json(update)
    }

    /// Deletes a call with its recording and transcript.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-call>.
    pub fn delete(&self, call_id: impl Into<CallId>) -> Request<()> {
        Request::delete(
            self.client,
            "call.delete",
            "/v2/delete-call/{call_id}",
            &[call_id.into().as_str()],
        )
        .no_content()
    }

    /// Registers a phone call whose SIP leg is yours.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/register-phone-call>.
    pub fn register_phone_call(&self, call: &RegisterPhoneCall) -> Request<Call> {
        Request::post(
            self.client,
            "call.register_phone_call",
            "/v2/register-phone-call",
            &[],
        )
        .json(call)
    }

    /// Has the analysis of a call that is over made again.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/rerun-call-analysis>.
    pub fn rerun_analysis(&self, call_id: impl Into<CallId>) -> Request<Call> {
        Request::put(
            self.client,
            "call.rerun_analysis",
            "/rerun-call-analysis/{call_id}",
            &[call_id.into().as_str()],
        )
    }

    /// Lets somebody listen to a call that goes on.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/listen-live-call>.
    pub fn listen_live(&self, call_id: impl Into<CallId>) -> Request<LiveListener> {
        Request::post(
            self.client,
            "call.listen_live",
            "/v2/listen-live-call/{call_id}",
            &[call_id.into().as_str()],
        )
    }

    /// Hands a call that goes on from its agent to a listener.
    ///
    /// Refused with 409 while the call takes card numbers.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/take-over-live-call>.
    pub fn take_over_live(&self, call_id: impl Into<CallId>, by: &TakeOverCall) -> Request<Success> {
        Request::post(
            self.client,
            "call.take_over_live",
            "/v2/take-over-live-call/{call_id}",
            &[call_id.into().as_str()],
        )
        .json(by)
    }

    /// Tells the agent something in the middle of a call, or replaces variables, metadata or storage.
    ///
    /// Not repeated when it is unclear whether Retell got it, because the agent could speak twice.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-live-call>.
    pub fn update_live(&self, call_id: impl Into<CallId>, update: &UpdateLiveCall) -> Request<Success> {
        Request::patch(
            self.client,
            "call.update_live",
            "/v2/update-live-call/{call_id}",
            &[call_id.into().as_str()],
        )
        .json(update)
        .retry(RetryClass::Never)
    }

    /// Calls without their transcripts, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-calls>.
    pub fn list(&self, list: &ListCalls) -> ListRequest<Call> {
        Request::<Page<_>>::post(self.client, "call.list", "/v3/list-calls", &[])
            .json(list)
            .pages(Cursor::Body)
    }

    /// Legacy: calls by the older list, one page.
    pub fn list_v2(&self, list: &ListCallsV2) -> Request<Vec<Call>> {
        Request::post(self.client, "call.list_v2", "/v2/list-calls", &[])
            .json(list)
            .retry(RetryClass::Safe)
    }

    /// A recording or log of a call, streamed.
    pub fn download(&self, call: &Call, file: CallFile) -> Download {
        Download::new(self.client, call, file)
    }

    /// Ends a call that is in progress.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/stop-call>.
    pub fn stop(&self, call_id: impl Into<CallId>) -> Request<()> {
        Request::post(
            self.client,
            "call.stop",
            "/v2/stop-call/{call_id}",
            &[call_id.into().as_str()],
        )
        .retry(RetryClass::Idempotent)
        .no_content()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use http::Method;
    use serde_json::{Value, json};

    use super::*;
    use crate::{Client, ErrorKind, models::PhoneNumber, prepared::Prepared};

    /// Made once: loading the system's certificates takes its time.
    fn client() -> &'static Client {
        static CLIENT: LazyLock<Client> = LazyLock::new(|| Client::new("key_1").unwrap());
        &CLIENT
    }

    fn number(text: &str) -> PhoneNumber {
        PhoneNumber::new(text).unwrap()
    }

    fn body(prepared: &Prepared) -> Value {
        serde_json::from_slice(prepared.body.as_ref().unwrap()).unwrap()
    }

    #[test]
    fn a_phone_call_is_dialled_once_unless_it_has_a_key() {
        let call = CreatePhoneCall::new(number("+14155550100"), number("+14155550123"));
        let once = client().call().create_phone_call(&call).prepared().unwrap();
        assert_eq!(once.method, Method::POST);
        assert_eq!(once.url.as_str(), "https://api.retellai.com/v2/create-phone-call");
        assert_eq!(once.retry, RetryClass::Never);
        assert_eq!(
            body(&once),
            json!({"from_number":"+14155550100","to_number":"+14155550123"})
        );

        let call = call.idempotency_key("k");
        let keyed = client().call().create_phone_call(&call).prepared().unwrap();
        assert_eq!(keyed.retry, RetryClass::Idempotent);
        assert_eq!(body(&keyed)["idempotency_key"], "k");

        let empty = client()
            .call()
            .create_phone_call(&call.idempotency_key(""))
            .prepared()
            .unwrap();
        assert_eq!(empty.retry, RetryClass::Never);
    }

    #[test]
    fn web_calls_go_to_v3_and_legacy_to_v2() {
        let call = CreateWebCall::new("agent_1");
        let new = client().call().create_web_call(&call).prepared().unwrap();
        assert_eq!(
            (new.url.path(), new.retry),
            ("/v3/create-web-call", RetryClass::Never)
        );
        let old = client().call().create_web_call_v2(&call).prepared().unwrap();
        assert_eq!(
            (old.url.path(), old.retry),
            ("/v2/create-web-call", RetryClass::Never)
        );
    }

    #[test]
    fn ids_cannot_leave_their_place_in_the_path() {
        let path = |id: &str| {
            client()
                .call()
                .retrieve(id)
                .prepared()
                .unwrap()
                .url
                .path()
                .to_owned()
        };
        assert_eq!(path("call_1"), "/v2/get-call/call_1");
        assert_eq!(path("../x?y#z"), "/v2/get-call/..%2Fx%3Fy%23z");
        for bad in ["", ".", "..", ".\t.", "a\n", &"x".repeat(1001)] {
            let error = client().call().stop(bad).prepared().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidRequest);
            assert!(error.to_string().contains("call_id"), "{error}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_id_is_one_segment(id in ".{1,40}") {
            let Ok(prepared) = client().call().retrieve(id.as_str()).prepared() else {
                let refused = id == "." || id == ".." || id.chars().any(char::is_control);
                proptest::prop_assert!(refused, "{id:?}");
                return Ok(());
            };
            proptest::prop_assert!(prepared.url.path().starts_with("/v2/get-call/"));
            proptest::prop_assert_eq!(prepared.url.path_segments().unwrap().count(), 3);
            proptest::prop_assert!(prepared.url.query().is_none() && prepared.url.fragment().is_none());
        }
    }

    #[test]
    fn a_base_url_may_have_a_path() {
        for base in ["https://example.com/retell", "https://example.com/retell/"] {
            let client = Client::builder("k").base_url(base).build().unwrap();
            let stop = client.call().stop("c").prepared().unwrap();
            assert_eq!(stop.url.as_str(), "https://example.com/retell/v2/stop-call/c");
        }
    }

    #[test]
    fn lists_are_posts_that_may_be_repeated() {
        let list = client()
            .call()
            .list(&ListCalls::new().limit(7))
            .prepared()
            .unwrap();
        assert_eq!(
            (list.url.path(), list.retry),
            ("/v3/list-calls", RetryClass::Safe)
        );
        assert_eq!(body(&list), json!({"limit":7}));
        let old = client().call().list_v2(&ListCallsV2::new()).prepared().unwrap();
        assert_eq!((old.url.path(), old.retry), ("/v2/list-calls", RetryClass::Safe));
    }
}
