//! A voice that agents can speak with.

use crate::models::{
    VoiceId,
    macros::{model, open_enum},
};

open_enum! {
    /// Whose voice it is.
    VoiceProvider {
        /// ElevenLabs.
        ElevenLabs = "elevenlabs",
        /// OpenAI; offers neither clones nor community voices.
        OpenAi = "openai",
        /// Cartesia.
        Cartesia = "cartesia",
        /// MiniMax.
        MiniMax = "minimax",
        /// Fish Audio.
        FishAudio = "fish_audio",
        /// Inworld.
        Inworld = "inworld",
        /// Retell's own; offers no community voices.
        Platform = "platform",
        /// xAI; offers neither clones nor community voices.
        XAi = "xai",
    }
}

open_enum! {
    /// How a voice sounds.
    Gender {
        /// As a man's.
        Male = "male",
        /// As a woman's.
        Female = "female",
    }
}

model! {
    /// A voice that agents can speak with.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-voice>.
    Voice shows(voice_id, provider) {
        /// The voice.
        voice_id: VoiceId,
        ..
        /// Its name.
        voice_name: Option<String>,
        /// Whose it is.
        provider: Option<VoiceProvider>,
        /// How it sounds.
        gender: Option<Gender>,
        /// Accent, such as `American`.
        accent: Option<String>,
        /// Age it sounds like, such as `Young`.
        age: Option<String>,
        /// Address of a picture.
        avatar_url: Option<String>,
        /// Address of a sample.
        preview_audio_url: Option<String>,
    }
}
