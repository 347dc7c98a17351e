//! Voices.

#[cfg(feature = "client")]
mod clone;
mod community;
mod voice_object;

#[cfg(feature = "client")]
pub use clone::CloneVoice;
pub use community::{AddCommunityVoice, CommunityVoice, CommunityVoices, SearchCommunityVoices};
pub use voice_object::{Gender, Voice, VoiceProvider};
