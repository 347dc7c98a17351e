//! Parts of an agent's settings.

use crate::models::{
    Nullable, Number, PromptText, StaticText,
    macros::{model, open_enum, tagged_union},
};

model! {
    /// What to do when a voicemail answers, in the first three minutes.
    VoicemailOption {
        /// What to do.
        action: VoicemailAction,
        ..
        /// What counts as a voicemail, in words; null is Retell's definition.
        detection_prompt: Nullable<String>,
    }
}

model! {
    /// What to do when a phone menu answers, in the first three minutes.
    IvrOption {
        /// What to do; only [`VoicemailAction::Hangup`] is known.
        action: VoicemailAction,
        ..
        /// What counts as a phone menu, in words; null is Retell's definition.
        detection_prompt: Nullable<String>,
    }
}

tagged_union! {
    /// What to do when a machine answers.
    VoicemailAction by "type" {
        /// Leaves a message from a prompt.
        Prompt(PromptText) = "prompt",
        /// Leaves a message given word by word.
        StaticText(StaticText) = "static_text",
        /// Hangs up.
        Hangup(Hangup) = "hangup",
        /// Connects a transfer to the machine.
        BridgeTransfer(BridgeTransfer) = "bridge_transfer",
    }
}

model! {
    /// Hangs up.
    Hangup {
        ..
    }
}

model! {
    /// Connects a transfer to the machine.
    BridgeTransfer {
        ..
    }
}

model! {
    /// What to tell a screen that asks who is calling.
    CallScreeningOption {
        /// Who calls; may hold dynamic variables.
        agent_identity: String,
        /// Why; may hold dynamic variables.
        call_purpose: String,
        ..
    }
}

model! {
    /// When keys pressed by the person are complete.
    UserDtmfOptions {
        ..
        /// After so many keys; null is any number.
        digit_limit: Nullable<Number>,
        /// After this key: a digit, `#` or `*`; null is none.
        termination_key: Nullable<String>,
        /// After so many milliseconds without a key.
        timeout_ms: Option<i64>,
    }
}

model! {
    /// A transcriber of choice.
    CustomSttConfig {
        /// Whose.
        provider: SttProvider,
        /// Milliseconds of silence that end an utterance; at least 10 for Deepgram, 100 for Azure and
        /// `AssemblyAI`, 500 for Soniox.
        endpointing_ms: i64,
        ..
    }
}

model! {
    /// How a word is spoken.
    PronunciationEntry {
        /// The word.
        word: String,
        /// Alphabet of the phonemes.
        alphabet: PhonemeAlphabet,
        /// How it sounds.
        phoneme: String,
        ..
    }
}

model! {
    /// What an agent does with the memory of a contact.
    ContactMemoryConfig {
        ..
        /// Whether it reads it.
        enable_read: Option<bool>,
        /// Whether it adds to it.
        enable_update: Option<bool>,
    }
}

open_enum! {
    /// How speech is transcribed.
    SttMode {
        /// For little delay.
        Fast = "fast",
        /// For few mistakes.
        Accurate = "accurate",
        /// By a transcriber of choice.
        Custom = "custom",
    }
}

open_enum! {
    /// Makers of transcribers.
    SttProvider {
        /// Azure.
        Azure = "azure",
        /// Deepgram.
        Deepgram = "deepgram",
        /// Soniox.
        Soniox = "soniox",
        /// `AssemblyAI`.
        Assemblyai = "assemblyai",
        /// Muse.
        Muse = "muse",
    }
}

open_enum! {
    /// Alphabets of sounds.
    PhonemeAlphabet {
        /// International phonetic alphabet.
        Ipa = "ipa",
        /// CMU pronouncing dictionary.
        Cmu = "cmu",
        /// Pinyin, for Mandarin.
        Pinyin = "pinyin",
        /// Jyutping, for Cantonese.
        Jyutping = "jyutping",
    }
}
