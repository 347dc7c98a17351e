//! Why a call ended, in words, and what to do now.

use retell_client::models::{DisconnectionReason, EndFamily};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Scenario;

/// A disconnection reason in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EndReason {
    /// What happened.
    pub sentence: String,
    /// What to do now.
    pub next_step: String,
}

impl EndReason {
    /// The reason, by Retell's word for it, and what follows from it and from what was said on the line.
    pub fn of(word: &str, scenario: Option<Scenario>, outcome: Option<&str>) -> Self {
        let reason = DisconnectionReason::from(word);
        let sentence = match reason {
            // By a dispatcher, or because the server was: nothing the driver did.
            DisconnectionReason::ManualStopped => "Stopped before it was finished.",
            _ => reason.sentence(),
        };
        Self {
            sentence: sentence.to_owned(),
            next_step: next_step(&reason, scenario, outcome).to_owned(),
        }
    }
}

fn next_step(
    reason: &DisconnectionReason,
    scenario: Option<Scenario>,
    outcome: Option<&str>,
) -> &'static str {
    let family = reason.family();
    if scenario == Some(Scenario::Emergency) {
        return if family == EndFamily::Transferred {
            "Follow up with the driver: make sure that help is on the way and the load is taken care of."
        } else {
            "Call the driver at once: an emergency was reported, and the call ended without a transfer."
        };
    }
    // Where the line failed, the advice about the line is nearer to the cause.
    let advice = reason.next_step();
    if let Some(advice) = advice.filter(|_| family.is_failure()) {
        return advice;
    }
    match outcome {
        Some("Callback Requested") => "Call the driver back at the time they asked for.",
        Some("Wrong Contact") => "Check the driver's number, then call again.",
        Some("Transferred to Human") if family != EndFamily::Transferred => {
            "Call the driver: they asked for a person, and the call ended without a transfer."
        }
        Some("Incomplete" | "Poor Connection" | "Uncooperative Driver") => {
            "Call the driver: the update is not complete."
        }
        Some("Voicemail" | "No Response") => advice.unwrap_or("The driver was not reached; try again later."),
        _ if *reason == DisconnectionReason::ManualStopped => "Call again if something is missing.",
        _ => advice.unwrap_or("Nothing to do."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_an_emergency_there_is_always_something_to_do() {
        for word in ["call_transfer", "transfer_bridged", "call_take_over"] {
            let reason = EndReason::of(word, Some(Scenario::Emergency), Some("Emergency Escalation"));
            assert!(
                reason.next_step.starts_with("Follow up with the driver"),
                "{reason:?}"
            );
        }
        let cut_off = EndReason::of("user_hangup", Some(Scenario::Emergency), None);
        assert!(
            cut_off.next_step.starts_with("Call the driver at once"),
            "{cut_off:?}"
        );
    }

    #[test]
    fn what_was_said_decides_what_to_do_however_the_line_was_closed() {
        let step = |word, outcome| EndReason::of(word, Some(Scenario::Dispatch), outcome).next_step;
        assert!(step("manual_stopped", Some("In-Transit Update")).starts_with("Call again if"));
        assert_eq!(step("agent_hangup", Some("In-Transit Update")), "Nothing to do.");
        for word in ["user_hangup", "agent_hangup", "manual_stopped"] {
            assert!(step(word, Some("Callback Requested")).starts_with("Call the driver back"));
            assert!(step(word, Some("Incomplete")).contains("not complete"));
            assert!(step(word, Some("Transferred to Human")).contains("asked for a person"));
        }
        assert_eq!(
            step("call_transfer", Some("Transferred to Human")),
            "Nothing to do."
        );
        assert!(step("inactivity", Some("No Response")).contains("line may have gone dead"));
        assert!(step("user_hangup", Some("No Response")).contains("not reached"));
        assert_eq!(
            EndReason::of("user_hangup", None, None).next_step,
            "Nothing to do."
        );
    }

    #[test]
    fn a_failed_line_has_its_own_advice() {
        let failed = DisconnectionReason::from("error_asr");
        assert!(failed.family().is_failure());
        let reason = EndReason::of("error_asr", Some(Scenario::Dispatch), Some("Incomplete"));
        assert_eq!(Some(reason.next_step.as_str()), failed.next_step());
    }

    #[test]
    fn a_stopped_call_blames_nobody() {
        let reason = EndReason::of("manual_stopped", None, None);
        assert_eq!(reason.sentence, "Stopped before it was finished.");
    }
}
