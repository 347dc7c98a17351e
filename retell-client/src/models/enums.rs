//! Open string enums shared by several models.

use super::macros::open_enum;

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
    /// True when nothing more will be said on this call.
    pub fn is_over(&self) -> bool {
        matches!(self, Self::NotConnected | Self::Ended | Self::Error)
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
