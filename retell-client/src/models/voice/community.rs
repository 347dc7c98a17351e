//! Voices that others have published.

use crate::models::{VoiceProvider, macros::model};

model! {
    /// Which community voices to look for.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/search-community-voice>.
    SearchCommunityVoices {
        /// A name, a part of a description, or a voice's id at its provider.
        search_query: String,
        ..
        /// Where to look; Retell's default is ElevenLabs.
        voice_provider: Option<VoiceProvider>,
    }
}

model! {
    /// Community voices that were found.
    CommunityVoices shows(voices) {
        /// The voices.
        voices: Vec<CommunityVoice>,
        ..
    }
}

model! {
    /// A voice somebody has published.
    CommunityVoice shows(provider_voice_id) {
        ..
        /// Its id at its provider.
        provider_voice_id: Option<String>,
        /// Its name.
        name: Option<String>,
        /// What it is like.
        description: Option<String>,
        /// Who published it; wanted when it is added.
        public_user_id: Option<String>,
    }
}

model! {
    /// A community voice to add to one's own.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/add-community-voice>.
    AddCommunityVoice shows(provider_voice_id, voice_provider) {
        /// Its id at its provider.
        provider_voice_id: String,
        /// Name to give it.
        voice_name: String,
        ..
        /// Who published it; ElevenLabs asks for it.
        public_user_id: Option<String>,
        /// Whose it is; Retell's default is ElevenLabs.
        voice_provider: Option<VoiceProvider>,
    }
}
