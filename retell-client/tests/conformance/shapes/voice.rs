use retell_client::models::*;

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
