//! A voice to be made from recordings.

use crate::{
    Upload,
    models::{VoiceProvider, macros::model},
};

model! {
    /// A voice to be made from recordings.
    ///
    /// ```
    /// use retell_client::{Upload, models::{CloneVoice, VoiceProvider}};
    ///
    /// let voice = CloneVoice::new("Night desk", VoiceProvider::Cartesia, [Upload::path("sample.wav")]);
    /// ```
    ///
    /// Mirrors <https://docs.retellai.com/api-references/clone-voice>.
    CloneVoice shows(voice_provider) {
        /// Name to give it.
        voice_name: String,
        /// Who makes it.
        voice_provider: VoiceProvider,
        /// Recordings of one speaker.
        #[serde(skip)]
        files: Vec<Upload>,
        ..
    }
}
