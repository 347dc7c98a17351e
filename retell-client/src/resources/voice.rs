//! Voices.

use super::resource;
use crate::{
    Request,
    models::{AddCommunityVoice, CloneVoice, CommunityVoices, SearchCommunityVoices, Voice, VoiceId},
    retry::RetryClass,
    upload::Form,
};

resource!(
    /// Methods on voices; from [`Client::voice`](crate::Client::voice).
    Voices
);

impl Voices<'_> {
    /// One voice.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-voice>.
    pub fn retrieve(&self, voice_id: impl Into<VoiceId>) -> Request<Voice> {
        let id = voice_id.into();
        Request::get(
            self.client,
            "voice.retrieve",
            "/get-voice/{voice_id}",
            &[id.as_str()],
        )
    }

    /// All voices of this account.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-voices>.
    pub fn list(&self) -> Request<Vec<Voice>> {
        Request::get(self.client, "voice.list", "/list-voices", &[])
    }

    /// Adds a community voice to this account's.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/add-community-voice>.
    pub fn add_resource(&self, voice: &AddCommunityVoice) -> Request<Voice> {
        Request::post(self.client, "voice.add_resource", "/add-community-voice", &[]).json(voice)
    }

    /// Makes a voice from recordings. How an upload is repeated: see [`Upload`](crate::Upload).
    ///
    /// Mirrors <https://docs.retellai.com/api-references/clone-voice>.
    pub fn clone(&self, voice: &CloneVoice) -> Request<Voice> {
        let form = Form::of(voice).files("files", &voice.files);
        Request::post(self.client, "voice.clone", "/clone-voice", &[]).form(form)
    }

    /// Looks for community voices.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/search-community-voice>.
    pub fn search(&self, search: &SearchCommunityVoices) -> Request<CommunityVoices> {
        Request::post(self.client, "voice.search", "/search-community-voice", &[])
            .json(search)
            .retry(RetryClass::Safe)
    }
}
