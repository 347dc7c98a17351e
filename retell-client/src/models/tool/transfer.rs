//! Handing a call to somebody else.

use std::collections::BTreeMap;

use super::common::spoken_tool;
use crate::models::{
    AgentId, AgentVersion, AssetId, Number,
    macros::{model, open_enum, tagged_union},
};

spoken_tool! {
    /// Transfers the call.
    TransferCallTool {
        /// To whom.
        transfer_destination: TransferDestination,
        /// How.
        transfer_option: TransferOption,
    } .. {
        /// SIP headers for the new leg.
        custom_sip_headers: Option<BTreeMap<String, String>>,
        /// Takes the number as it is; for own telephony only.
        ignore_e164_validation: Option<bool>,
    }
}

tagged_union! {
    /// To whom a call is transferred.
    TransferDestination by "type" {
        /// A given number.
        Predefined(TransferNumber) = "predefined",
        /// The model works it out.
        Inferred(TransferPrompt) = "inferred",
    }
}

model! {
    /// A number to transfer to.
    TransferNumber {
        /// In E.164, or a dynamic variable such as `{{transfer_number}}`.
        number: String,
        ..
        /// Digits to dial once connected.
        extension: Option<String>,
    }
}

model! {
    /// How the model works out the number.
    TransferPrompt {
        /// Instructions; may hold dynamic variables.
        prompt: String,
        ..
    }
}

tagged_union! {
    /// How a call is transferred.
    TransferOption by "type" {
        /// At once; the agent leaves.
        Cold(ColdTransfer) = "cold_transfer",
        /// The agent waits for a human, and may introduce the caller.
        Warm(WarmTransfer) = "warm_transfer",
        /// A second agent speaks with the target and decides.
        AgenticWarm(AgenticWarmTransfer) = "agentic_warm_transfer",
    }
}

model! {
    /// A transfer at once.
    ColdTransfer {
        ..
        /// How it is signalled.
        cold_transfer_mode: Option<ColdTransferMode>,
        /// Shows the original caller's number to the target; needs `sip_invite` and telephony that allows it.
        show_transferee_as_caller: Option<bool>,
        /// Milliseconds to ring; left out is the agent's `ring_duration_ms`.
        transfer_ring_duration_ms: Option<i64>,
    }
}

model! {
    /// A transfer with an introduction.
    WarmTransfer {
        ..
        /// Milliseconds to wait for a human before the transfer counts as failed.
        agent_detection_timeout_ms: Option<Number>,
        /// What the caller hears meanwhile.
        on_hold_music: Option<OnHoldMusic>,
        /// The uploaded music, when `on_hold_music` is `custom`.
        custom_on_hold_music_asset_id: Option<AssetId>,
        /// Plays a sound when the two are connected; default true.
        enable_bridge_audio_cue: Option<bool>,
        /// How to get through a phone menu at the target.
        ivr_option: Option<Handoff>,
        /// Does not wait for a human; default false.
        opt_out_human_detection: Option<bool>,
        /// What only the target hears.
        private_handoff_option: Option<Handoff>,
        /// What both hear.
        public_handoff_option: Option<Handoff>,
        /// Shows the original caller's number to the target; needs telephony that allows it.
        show_transferee_as_caller: Option<bool>,
        /// Milliseconds to ring; left out is the agent's `ring_duration_ms`.
        transfer_ring_duration_ms: Option<i64>,
    }
}

model! {
    /// A transfer that a second agent decides.
    AgenticWarmTransfer {
        /// The second agent.
        agentic_transfer_config: AgenticTransferConfig,
        ..
        /// What the caller hears meanwhile.
        on_hold_music: Option<OnHoldMusic>,
        /// The uploaded music, when `on_hold_music` is `custom`.
        custom_on_hold_music_asset_id: Option<AssetId>,
        /// Plays a sound when the two are connected; default true.
        enable_bridge_audio_cue: Option<bool>,
        /// What both hear.
        public_handoff_option: Option<Handoff>,
        /// Shows the original caller's number to the target; needs telephony that allows it.
        show_transferee_as_caller: Option<bool>,
        /// Milliseconds to ring; left out is the agent's `ring_duration_ms`.
        transfer_ring_duration_ms: Option<i64>,
    }
}

model! {
    /// The agent that decides a transfer.
    AgenticTransferConfig {
        ..
        /// Which agent.
        transfer_agent: Option<TransferAgent>,
        /// Milliseconds it has to decide; default 30000.
        transfer_timeout_ms: Option<Number>,
        /// What happens when it does not; default `cancel_transfer`.
        action_on_timeout: Option<TransferTimeoutAction>,
    }
}

model! {
    /// A transfer agent in one version.
    TransferAgent shows(agent_id) {
        /// The agent; it must be made for transfers.
        agent_id: AgentId,
        /// Its version, or a tag.
        agent_version: AgentVersion,
        ..
    }
}

model! {
    /// What is said at a transfer. The field that counts is that of its kind.
    Handoff {
        ..
        /// How the words are made; Retell may leave it out.
        #[serde(rename = "type")]
        kind: Option<HandoffKind>,
        /// Instructions, for `prompt`; may hold dynamic variables.
        prompt: Option<String>,
        /// The words, for `static_message`; may hold dynamic variables.
        message: Option<String>,
    }
}

impl Handoff {
    /// The model finds the words from `prompt`.
    pub fn prompted(prompt: impl Into<String>) -> Self {
        Self::new().kind(HandoffKind::Prompt).prompt(prompt)
    }

    /// `message` as it stands.
    pub fn static_message(message: impl Into<String>) -> Self {
        Self::new().kind(HandoffKind::StaticMessage).message(message)
    }
}

open_enum! {
    /// How the words of a handoff are made.
    HandoffKind {
        /// By the model.
        Prompt = "prompt",
        /// Given word by word.
        StaticMessage = "static_message",
    }
}

open_enum! {
    /// How a transfer at once is signalled.
    ColdTransferMode {
        /// SIP REFER.
        SipRefer = "sip_refer",
        /// SIP INVITE.
        SipInvite = "sip_invite",
    }
}

open_enum! {
    /// What a caller hears while being transferred.
    OnHoldMusic {
        /// Silence.
        None = "none",
        /// Calm music.
        RelaxingSound = "relaxing_sound",
        /// Lively music.
        UpliftingBeats = "uplifting_beats",
        /// Ringing.
        Ringtone = "ringtone",
        /// An uploaded asset.
        Custom = "custom",
    }
}

open_enum! {
    /// What happens when a transfer agent does not decide.
    TransferTimeoutAction {
        /// The two are connected.
        BridgeTransfer = "bridge_transfer",
        /// The caller comes back to the agent.
        CancelTransfer = "cancel_transfer",
    }
}
