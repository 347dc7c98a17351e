//! Why a call ended, and what to do about it.

use crate::models::macros::open_enum;

open_enum! {
    /// Why a call ended.
    ///
    /// The last four are no longer sent but stand in old data.
    /// Mirrors <https://docs.retellai.com/reliability/debug-call-disconnect>.
    DisconnectionReason {
        /// The person hung up.
        UserHangup = "user_hangup",
        /// The agent ended the call.
        AgentHangup = "agent_hangup",
        /// The person asked not to be called again.
        UserRequestedDnc = "user_requested_dnc",
        /// The person asked to be called back.
        UserRequestedCallback = "user_requested_callback",
        /// The call was transferred to somebody else.
        CallTransfer = "call_transfer",
        /// The person was put through to somebody else.
        TransferBridged = "transfer_bridged",
        /// A transfer was tried and given up.
        TransferCancelled = "transfer_cancelled",
        /// A colleague took the call over.
        CallTakeOver = "call_take_over",
        /// The call was stopped from outside.
        ManualStopped = "manual_stopped",
        /// A voicemail box answered.
        VoicemailReached = "voicemail_reached",
        /// A phone menu answered.
        IvrReached = "ivr_reached",
        /// Nobody spoke for too long.
        Inactivity = "inactivity",
        /// The call reached its longest allowed length.
        MaxDurationReached = "max_duration_reached",
        /// All lines were busy and the call went to the fallback number.
        NoConcurrencyFallback = "no_concurrency_fallback",
        /// All lines of the account were busy.
        ConcurrencyLimitReached = "concurrency_limit_reached",
        /// The account has no valid payment method.
        NoValidPayment = "no_valid_payment",
        /// The account's prepaid credit is used up.
        CreditExhausted = "credit_exhausted",
        /// The account reached its budget limit.
        BudgetReached = "budget_reached",
        /// Retell blocked the call as a suspected scam.
        ScamDetected = "scam_detected",
        /// The line was busy.
        DialBusy = "dial_busy",
        /// The call could not be placed.
        DialFailed = "dial_failed",
        /// Nobody answered.
        DialNoAnswer = "dial_no_answer",
        /// The number called is not valid.
        InvalidDestination = "invalid_destination",
        /// The phone carrier refused the call.
        TelephonyProviderPermissionDenied = "telephony_provider_permission_denied",
        /// The phone carrier could not be reached.
        TelephonyProviderUnavailable = "telephony_provider_unavailable",
        /// The call could not be routed over SIP.
        SipRoutingError = "sip_routing_error",
        /// The call was marked as spam.
        MarkedAsSpam = "marked_as_spam",
        /// The person declined the call.
        UserDeclined = "user_declined",
        /// The phone network blocked the call.
        NetworkBlocked = "network_blocked",
        /// Retell could not open a connection to the conversation server.
        ErrorLlmWebsocketOpen = "error_llm_websocket_open",
        /// The connection to the conversation server was lost.
        ErrorLlmWebsocketLostConnection = "error_llm_websocket_lost_connection",
        /// The conversation server failed during the call.
        ErrorLlmWebsocketRuntime = "error_llm_websocket_runtime",
        /// The conversation server sent a message Retell could not read.
        ErrorLlmWebsocketCorruptPayload = "error_llm_websocket_corrupt_payload",
        /// No sound was received from the person.
        ErrorNoAudioReceived = "error_no_audio_received",
        /// Retell's speech recognition failed.
        ErrorAsr = "error_asr",
        /// Retell had an internal error.
        ErrorRetell = "error_retell",
        /// The call failed for a reason Retell does not know.
        ErrorUnknown = "error_unknown",
        /// Nobody joined the web call in time.
        ErrorUserNotJoined = "error_user_not_joined",
        /// The registered call was not connected in time.
        RegisteredCallTimeout = "registered_call_timeout",
        /// An answering machine picked up.
        MachineDetected = "machine_detected",
        /// The inbound webhook failed.
        ErrorInboundWebhook = "error_inbound_webhook",
        /// Twilio had an error.
        ErrorTwilio = "error_twilio",
        /// The browser sent data Retell could not read.
        ErrorFrontendCorruptedPayload = "error_frontend_corrupted_payload",
    }
}

/// What kind of ending a [`DisconnectionReason`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EndFamily {
    /// There was a conversation and it ended.
    Completed,
    /// The person went on to somebody else.
    Transferred,
    /// The person was never reached or never heard.
    NotReached,
    /// The account must be looked after: limits, payment, blocks.
    Account,
    /// The phone carrier failed or refused.
    Telephony,
    /// The custom conversation server or a webhook of ours failed.
    Agent,
    /// Retell failed.
    Provider,
    /// This version does not know the reason.
    Unknown,
}

impl EndFamily {
    /// True when something is broken and a person should look at it.
    pub fn is_failure(self) -> bool {
        matches!(
            self,
            Self::Account | Self::Telephony | Self::Agent | Self::Provider
        )
    }
}

struct Explanation(EndFamily, &'static str, Option<&'static str>);

impl DisconnectionReason {
    /// What kind of ending it is.
    pub fn family(&self) -> EndFamily {
        self.explain().0
    }

    /// The reason as a plain sentence.
    pub fn sentence(&self) -> &'static str {
        self.explain().1
    }

    /// What to do next; `None` when there is nothing to do.
    pub fn next_step(&self) -> Option<&'static str> {
        self.explain().2
    }

    fn explain(&self) -> Explanation {
        use EndFamily::{Account, Agent, Completed, NotReached, Provider, Telephony, Transferred};
        match self {
            Self::UserHangup => Explanation(Completed, "The person hung up.", None),
            Self::AgentHangup => Explanation(Completed, "The agent ended the call.", None),
            Self::UserRequestedDnc => Explanation(
                Completed,
                "The person asked not to be called again.",
                Some("Do not call this number again."),
            ),
            Self::UserRequestedCallback => Explanation(
                Completed,
                "The person asked to be called back.",
                Some("Call back at the time they asked for."),
            ),
            Self::CallTransfer => {
                Explanation(Transferred, "The call was transferred to somebody else.", None)
            }
            Self::TransferBridged => {
                Explanation(Transferred, "The person was put through to somebody else.", None)
            }
            Self::TransferCancelled => Explanation(
                Completed,
                "A transfer was tried and given up.",
                Some("Call the person back, or check that the transfer number answers."),
            ),
            Self::CallTakeOver => Explanation(Transferred, "A colleague took the call over.", None),
            Self::ManualStopped => Explanation(Completed, "The call was stopped from outside.", None),
            Self::VoicemailReached => {
                Explanation(NotReached, "A voicemail box answered.", Some("Try again later."))
            }
            Self::IvrReached => Explanation(
                NotReached,
                "A phone menu answered.",
                Some("Call a direct number."),
            ),
            Self::Inactivity => Explanation(
                Completed,
                "Nobody spoke for too long.",
                Some("Call again; the line may have gone dead."),
            ),
            Self::MaxDurationReached => Explanation(
                Completed,
                "The call reached its longest allowed length.",
                Some("Call again if something is still open, or allow longer calls for this agent."),
            ),
            Self::NoConcurrencyFallback => Explanation(
                Transferred,
                "All lines were busy and the call went to the fallback number.",
                Some("Raise the concurrency limit if this happens often."),
            ),
            Self::ConcurrencyLimitReached => Explanation(
                Account,
                "All lines of the account were busy.",
                Some("Try again in a few minutes, or raise the concurrency limit."),
            ),
            Self::NoValidPayment => Explanation(
                Account,
                "The account has no valid payment method.",
                Some("Update the payment method in the Retell dashboard."),
            ),
            Self::CreditExhausted => Explanation(
                Account,
                "The account's prepaid credit is used up.",
                Some("Add credit in the Retell dashboard."),
            ),
            Self::BudgetReached => Explanation(
                Account,
                "The account reached its budget limit.",
                Some("Raise the budget limit in the Retell dashboard."),
            ),
            Self::ScamDetected => Explanation(
                Account,
                "Retell blocked the call as a suspected scam.",
                Some("Contact Retell's support."),
            ),
            Self::DialBusy => Explanation(
                NotReached,
                "The line was busy.",
                Some("Try again in a few minutes."),
            ),
            Self::DialFailed => Explanation(
                NotReached,
                "The call could not be placed.",
                Some("Check the number, then try again."),
            ),
            Self::DialNoAnswer => Explanation(NotReached, "Nobody answered.", Some("Try again later.")),
            Self::InvalidDestination => Explanation(
                NotReached,
                "The number called is not valid.",
                Some("Correct the number."),
            ),
            Self::TelephonyProviderPermissionDenied => Explanation(
                Telephony,
                "The phone carrier refused the call.",
                Some("Check that the carrier account may call this destination."),
            ),
            Self::TelephonyProviderUnavailable => Explanation(
                Telephony,
                "The phone carrier could not be reached.",
                Some("Try again later."),
            ),
            Self::SipRoutingError => Explanation(
                Telephony,
                "The call could not be routed over SIP.",
                Some("Check the SIP trunk settings."),
            ),
            Self::MarkedAsSpam => Explanation(
                NotReached,
                "The call was marked as spam.",
                Some("Call from another number, or register this one with the carriers."),
            ),
            Self::UserDeclined => Explanation(
                NotReached,
                "The person declined the call.",
                Some("Try again later."),
            ),
            Self::NetworkBlocked => Explanation(
                NotReached,
                "The phone network blocked the call.",
                Some("Call from another number."),
            ),
            Self::ErrorLlmWebsocketOpen => Explanation(
                Agent,
                "Retell could not open a connection to the conversation server.",
                Some("Check that the server is running and its WebSocket address is right."),
            ),
            Self::ErrorLlmWebsocketLostConnection => Explanation(
                Agent,
                "The connection to the conversation server was lost.",
                Some("Check the server's log and network."),
            ),
            Self::ErrorLlmWebsocketRuntime => Explanation(
                Agent,
                "The conversation server failed during the call.",
                Some("Check the server's log."),
            ),
            Self::ErrorLlmWebsocketCorruptPayload => Explanation(
                Agent,
                "The conversation server sent a message Retell could not read.",
                Some("Check the server's log and version."),
            ),
            Self::ErrorNoAudioReceived => Explanation(
                NotReached,
                "No sound was received from the person.",
                Some("Check the microphone or line, then call again."),
            ),
            Self::ErrorAsr => Explanation(
                Provider,
                "Retell's speech recognition failed.",
                Some("Try again later."),
            ),
            Self::ErrorRetell => Explanation(
                Provider,
                "Retell had an internal error.",
                Some("Try again later."),
            ),
            Self::ErrorUnknown => Explanation(
                Provider,
                "The call failed for a reason Retell does not know.",
                Some("Try again; contact Retell's support if it happens often."),
            ),
            Self::ErrorUserNotJoined => Explanation(
                NotReached,
                "Nobody joined the web call in time.",
                Some("Start a new call and join within 30 seconds."),
            ),
            Self::RegisteredCallTimeout => Explanation(
                NotReached,
                "The registered call was not connected in time.",
                Some("Dial the SIP address within five minutes."),
            ),
            Self::MachineDetected => Explanation(
                NotReached,
                "An answering machine picked up.",
                Some("Try again later."),
            ),
            Self::ErrorInboundWebhook => Explanation(
                Agent,
                "The inbound webhook failed.",
                Some("Check the inbound webhook's address and log."),
            ),
            Self::ErrorTwilio => Explanation(Telephony, "Twilio had an error.", Some("Try again later.")),
            Self::ErrorFrontendCorruptedPayload => Explanation(
                Provider,
                "The browser sent data Retell could not read.",
                Some("Update the browser SDK, then start a new call."),
            ),
            Self::Unknown(_) => Explanation(
                EndFamily::Unknown,
                "The call ended for a reason this version does not know.",
                Some("Look the call up in the Retell dashboard."),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_a_sentence() {
        assert_eq!(DisconnectionReason::KNOWN.len(), 39 + 4);
        for reason in DisconnectionReason::KNOWN {
            assert!(reason.sentence().ends_with('.'), "{reason}");
            assert_ne!(reason.family(), EndFamily::Unknown, "{reason}");
            assert!(
                !reason.family().is_failure() || reason.next_step().is_some(),
                "{reason}"
            );
        }
    }

    #[test]
    fn a_new_reason_is_kept_and_explained() {
        let reason = DisconnectionReason::from("eaten_by_bear");
        assert_eq!(reason.as_str(), "eaten_by_bear");
        assert_eq!(reason.family(), EndFamily::Unknown);
        assert!(reason.next_step().is_some());
    }

    proptest::proptest! {
        #[test]
        fn any_word_comes_back_as_it_was(word in ".{0,40}") {
            let json = serde_json::to_string(&word).unwrap();
            let reason: DisconnectionReason = serde_json::from_str(&json).unwrap();
            proptest::prop_assert_eq!(reason.as_str(), word);
            proptest::prop_assert_eq!(serde_json::to_string(&reason).unwrap(), json);
        }
    }
}
