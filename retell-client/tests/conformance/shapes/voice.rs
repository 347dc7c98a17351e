use retell_client::models::*;

use super::{enums, shapes};

shapes! {
    "CommunityVoice" => CommunityVoice,
    "VoiceAddResourceParams" => AddCommunityVoice,
    "VoiceResponse" => Voice,
    "VoiceSearchParams" => SearchCommunityVoices,
    "VoiceSearchResponse" => CommunityVoices,
}

enums! {
    "CloneVoiceProvider" => VoiceProvider,
    "CommunityVoiceProvider" => VoiceProvider,
    "Gender" => Gender,
    "VoiceProvider" => VoiceProvider,
}
