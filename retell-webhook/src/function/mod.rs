//! Custom functions: tools an agent calls in the middle of a conversation.

mod answer;

use retell_client::models::{Call, Chat};
use serde::{Deserialize, de::DeserializeOwned};

pub use self::answer::{AnswerError, FunctionAnswer, MAX_ANSWER};
use crate::{
    decode::{self, Payload},
    error::DecodeError,
    event::{digest, part},
};

/// A call of a custom function, with the arguments `A` beside the conversation they come from.
///
/// A language model fills in the arguments: expect odd ones, and answer with a sentence it can act on. `Debug` shows
/// the name and the ids only.
///
/// ```
/// use retell_webhook::{FunctionAnswer, FunctionCall};
///
/// #[derive(serde::Deserialize)]
/// struct Lookup { load_number: String }
///
/// let body = br#"{"name":"find_load","call":{"call_id":"call_1"},"args":{"load_number":"7731"}}"#;
/// let function = FunctionCall::<Lookup>::from_slice(body)?;
/// assert_eq!(function.args.load_number, "7731");
/// let answer = FunctionAnswer::text("The load is due at four.");
/// # Ok::<(), retell_webhook::DecodeError>(())
/// ```
///
/// Mirrors <https://docs.retellai.com/build/single-multi-prompt/custom-function>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FunctionCall<A> {
    /// Name of the function.
    pub name: String,
    /// The live call, with its transcript so far; `None` in a chat.
    pub call: Option<Box<Call>>,
    /// The live chat; `None` in a call.
    pub chat: Option<Box<Chat>>,
    /// What the agent passes.
    pub args: A,
}

/// A call of a custom function that sends its arguments alone (`args_at_root`), or by a method without a body.
///
/// With `GET` and `DELETE` there is no body; its signature covers the empty text. `A` is then what it is without any
/// members: a unit, a map, an `Option`, or a struct whose members all have defaults.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RootArgs<A>(pub A);

impl<A: DeserializeOwned> FunctionCall<A> {
    /// Decodes a body. Verify its signature first.
    ///
    /// # Errors
    ///
    /// If it is no such object, or the arguments are not an `A`.
    pub fn from_slice(body: &[u8]) -> Result<Self, DecodeError> {
        #[derive(Deserialize)]
        #[serde(bound = "A: DeserializeOwned")]
        struct Wire<A> {
            name: String,
            call: Option<Box<Call>>,
            chat: Option<Box<Chat>>,
            args: Option<A>,
        }

        decode::object(body, |body| {
            let wire: Wire<A> = decode::typed(body)?;
            Ok(Self {
                name: wire.name,
                call: wire.call,
                chat: wire.chat,
                args: wire.args.map_or_else(nothing, Ok)?,
            })
        })
    }

    /// The same when Retell repeats the call of a function, which it does if the tool is set to be tried again.
    ///
    /// Retell sends no id. So this is of conversation, name and the body's arguments, and an agent that passes the same
    /// arguments twice in one conversation has one key for both.
    pub fn dedup_key(&self) -> String
    where
        A: serde::Serialize,
    {
        let call = self.call.as_ref().map(|call| call.call_id.as_str());
        let chat = self.chat.as_ref().map(|chat| chat.chat_id.as_str());
        let conversation = call.or(chat).unwrap_or_default();
        // Through a value, so that maps whose order is random have one digest.
        let args = serde_json::to_value(&self.args).unwrap_or_default();
        format!(
            "function:{}:{}:{}",
            part(conversation),
            part(&self.name),
            digest(&args)
        )
    }
}

impl<A: DeserializeOwned> RootArgs<A> {
    /// Decodes a body, which may be empty. Verify its signature first.
    ///
    /// # Errors
    ///
    /// If it is not an `A`.
    pub fn from_slice(body: &[u8]) -> Result<Self, DecodeError> {
        if body.is_empty() {
            return nothing().map(Self);
        }
        decode::forgiving(body, |body| decode::typed(body).map(Self))
    }
}

/// What an `A` is when nothing was passed.
fn nothing<A: DeserializeOwned>() -> Result<A, DecodeError> {
    decode::typed(b"{}").or_else(|error| serde_json::from_slice(b"null").map_err(|_| error))
}

impl<A: DeserializeOwned> Payload for FunctionCall<A> {
    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        Self::from_slice(body)
    }
}

impl<A: DeserializeOwned> Payload for RootArgs<A> {
    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        Self::from_slice(body)
    }
}

impl<A> std::fmt::Debug for FunctionCall<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FunctionCall")
            .field("name", &self.name)
            .field("call", &self.call)
            .field("chat", &self.chat)
            .finish_non_exhaustive()
    }
}

impl<A> std::fmt::Debug for RootArgs<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RootArgs(..)")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use serde_json::{Value, json};

    use super::*;

    #[derive(Clone, Debug, PartialEq, Deserialize, serde::Serialize)]
    struct Args {
        load: String,
        #[serde(default)]
        stops: u8,
    }

    fn call(json: &Value) -> Result<FunctionCall<Args>, DecodeError> {
        FunctionCall::from_slice(json.to_string().as_bytes())
    }

    #[test]
    fn nested_arguments_come_with_their_conversation() {
        let function =
            call(&json!({"name":"find","call":{"call_id":"c","transcript":"User: hi"},"args":{"load":"7"}}))
                .unwrap();
        assert_eq!(
            function.args,
            Args {
                load: "7".into(),
                stops: 0
            }
        );
        assert_eq!(
            function.call.as_ref().unwrap().transcript.as_deref(),
            Some("User: hi")
        );
        let chat = call(&json!({"name":"find","chat":{"chat_id":"x"},"args":{"load":"7"}})).unwrap();
        assert_eq!((chat.call, chat.chat.unwrap().chat_id.as_str()), (None, "x"));
    }

    #[test]
    fn errors_name_the_argument_and_not_its_value() {
        let error = call(&json!({"name":"find","args":{"load":"7","stops":"fifty"}})).unwrap_err();
        assert_eq!(error.path(), "args.stops");
        assert!(!error.to_string().contains("fifty"));
        assert_eq!(call(&json!({"name":"find"})).unwrap_err().path(), ".");
    }

    #[test]
    fn arguments_alone_fill_the_body() {
        let args = RootArgs::<Args>::from_slice(br#"{"load":"7","stops":2}"#)
            .unwrap()
            .0;
        assert_eq!(
            args,
            Args {
                load: "7".into(),
                stops: 2
            }
        );
        assert_eq!(
            RootArgs::<Args>::from_slice(br#"{"stops":2}"#)
                .unwrap_err()
                .path(),
            "."
        );
    }

    #[test]
    fn no_body_is_no_arguments() {
        #[derive(Debug, PartialEq, Default, Deserialize)]
        #[serde(default)]
        struct Optional {
            load: Option<String>,
        }
        assert_eq!(RootArgs::<()>::from_slice(b"").unwrap().0, ());
        assert_eq!(
            RootArgs::<Option<Args>>::from_slice(b"")
                .unwrap()
                .0
                .map(|a| a.load),
            None
        );
        assert_eq!(
            RootArgs::<Optional>::from_slice(b"").unwrap().0,
            Optional::default()
        );
        assert_eq!(RootArgs::<Value>::from_slice(b"").unwrap().0, json!({}));
        assert!(RootArgs::<Args>::from_slice(b"").is_err());
        let none = FunctionCall::<HashMap<String, Value>>::from_slice(br#"{"name":"now"}"#).unwrap();
        assert!(none.args.is_empty());
    }

    #[test]
    fn repeats_have_the_same_key() {
        let key = |load: &str, id: &str| {
            call(&json!({"name":"find","call":{"call_id":id},"args":{"load":load}}))
                .unwrap()
                .dedup_key()
        };
        assert_eq!(key("7", "c"), key("7", "c"));
        assert_ne!(key("7", "c"), key("8", "c"));
        assert_ne!(key("7", "c"), key("7", "d"));
        assert!(key("+15550100", "c").starts_with("function:c:find:"));
        assert!(!key("+15550100", "c").contains("5550100"));
    }

    #[test]
    fn arguments_are_not_shown() {
        let function = call(&json!({"name":"find","call":{"call_id":"c"},"args":{"load":"secret"}})).unwrap();
        assert!(!format!("{function:?} {:?}", RootArgs("secret")).contains("secret"));
    }
}
