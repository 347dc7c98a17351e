//! Open string enums shared by several models.

use super::{DisconnectionReason, macros::open_enum};

open_enum! {
    /// How far a call has come.
    CallStatus {
        /// Created, not yet connected.
        Registered = "registered",
        /// Never reached the other side: busy, no answer, bad number.
        NotConnected = "not_connected",
        /// In progress.
        Ongoing = "ongoing",
        /// Over, in the ordinary way.
        Ended = "ended",
        /// Over, by a failure.
        Error = "error",
    }
}

impl CallStatus {
    /// How far the call has come, in the four words most systems have for it. A call that ended for a technical reason
    /// has failed; what a person did is an end like any other.
    pub fn progress(&self, reason: Option<&DisconnectionReason>) -> CallProgress {
        match self {
            Self::Registered => CallProgress::Initiated,
            Self::Ongoing => CallProgress::InProgress,
            Self::Ended if !reason.is_some_and(|reason| reason.family().is_failure()) => {
                CallProgress::Completed
            }
            Self::Ended | Self::NotConnected | Self::Error => CallProgress::Failed,
            // What is not known yet is told by its reason: there is one when the call is over.
            Self::Unknown(_) => match reason {
                None => CallProgress::InProgress,
                Some(reason) if reason.family().is_failure() => CallProgress::Failed,
                Some(_) => CallProgress::Completed,
            },
        }
    }

    /// True when nothing more will be said on this call.
    pub fn is_over(&self) -> bool {
        matches!(self, Self::NotConnected | Self::Ended | Self::Error)
    }
}

/// How far a call has come, whatever the details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CallProgress {
    /// Made, not yet connected.
    Initiated,
    /// Somebody is on the line.
    InProgress,
    /// Over, as calls are.
    Completed,
    /// Never connected, or broken off by a fault.
    Failed,
}

impl CallProgress {
    /// `initiated`, `in_progress`, `completed` or `failed`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Initiated => "initiated",
            Self::InProgress => "in_progress",
            Self::Completed => "completed",
            Self::Failed => "failed",
        }
    }
}

open_enum! {
    /// The medium of a call.
    CallType {
        /// In a browser, over WebRTC.
        WebCall = "web_call",
        /// Over the telephone network.
        PhoneCall = "phone_call",
    }
}

open_enum! {
    /// Who called whom.
    Direction {
        /// The person called the agent.
        Inbound = "inbound",
        /// The agent called the person.
        Outbound = "outbound",
    }
}

open_enum! {
    /// Who speaks.
    Role {
        /// The voice agent.
        Agent = "agent",
        /// The person on the call.
        User = "user",
        /// The party a call was transferred to.
        TransferTarget = "transfer_target",
        /// Instructions; seen in the vendor's demo types only.
        System = "system",
    }
}

open_enum! {
    /// Whose turn it is; sent when the turn passes.
    TurnTaking {
        /// The agent is about to speak.
        AgentTurn = "agent_turn",
        /// The floor is the person's.
        UserTurn = "user_turn",
    }
}

open_enum! {
    /// Mood of the person, from post-call analysis. The wire values are capitalised.
    UserSentiment {
        /// Displeased.
        Negative = "Negative",
        /// Pleased.
        Positive = "Positive",
        /// Neither.
        Neutral = "Neutral",
        /// The analysis could not tell; not to be mistaken for [`UserSentiment::Unknown`].
        Undetermined = "Unknown",
    }
}

open_enum! {
    /// What Retell keeps of a call.
    DataStorageSetting {
        /// Transcripts, recordings, logs.
        Everything = "everything",
        /// Everything, with personal data removed.
        EverythingExceptPii = "everything_except_pii",
        /// Only basic attributes.
        BasicAttributesOnly = "basic_attributes_only",
    }
}

open_enum! {
    /// Order of a list by time.
    SortOrder {
        /// Oldest first.
        Ascending = "ascending",
        /// Newest first.
        Descending = "descending",
    }
}

open_enum! {
    /// How a browser reaches a web call; passed on to the browser SDK.
    Transport {
        /// Retell's own gateway.
        Gateway = "gateway",
        /// `LiveKit`, used by older calls.
        Livekit = "livekit",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_values_round_trip() {
        let status: CallStatus = serde_json::from_str(r#""paused""#).unwrap();
        assert_eq!(status, CallStatus::Unknown("paused".into()));
        assert_eq!(serde_json::to_string(&status).unwrap(), r#""paused""#);
        assert!(!status.is_over());
    }

    #[test]
    fn progress_is_told_by_status_and_reason() {
        use DisconnectionReason as Why;
        for (status, reason, progress) in [
            (CallStatus::Registered, None, "initiated"),
            (CallStatus::Ongoing, None, "in_progress"),
            (CallStatus::Ended, Some(Why::UserHangup), "completed"),
            (CallStatus::Ended, Some(Why::AgentHangup), "completed"),
            (CallStatus::NotConnected, Some(Why::DialBusy), "failed"),
            (CallStatus::NotConnected, None, "failed"),
            (CallStatus::Error, Some(Why::ErrorAsr), "failed"),
            (
                CallStatus::Ended,
                Some(Why::ErrorLlmWebsocketLostConnection),
                "failed",
            ),
            ("paused".into(), None, "in_progress"),
        ] {
            assert_eq!(
                status.progress(reason.as_ref()).as_str(),
                progress,
                "{status} {reason:?}"
            );
        }
    }

    #[test]
    fn known_values_round_trip() {
        for known in CallStatus::KNOWN {
            assert_eq!(&CallStatus::from(known.as_str()), known);
            assert_eq!(&CallStatus::from(known.to_string()), known);
        }
        assert!(CallStatus::default().is_absent());
    }

    #[test]
    fn a_sentiment_of_unknown_is_a_known_value() {
        assert_eq!(UserSentiment::from("Unknown"), UserSentiment::Undetermined);
        assert_eq!(UserSentiment::Undetermined.as_str(), "Unknown");
    }
}
