use retell_client::models::*;

use super::{enums, shapes};

shapes! {
    "AnalysisField" => AnalysisField,
    "BooleanAnalysisData" => AnalysisField,
    "BridgeTransferAction" => VoicemailAction,
    "CallPresetAnalysisData" => AnalysisField,
    "CallScreeningOption" => CallScreeningOption,
    "ChatHandbookConfig" => HandbookConfig,
    "ChatPresetAnalysisData" => AnalysisField,
    "ContactMemoryConfig" => ContactMemoryConfig,
    "CustomSttConfig" => CustomSttConfig,
    "EnumAnalysisData" => AnalysisField,
    "GuardrailConfig" => GuardrailConfig,
    "HangupAction" => VoicemailAction,
    "IvrOption" => IvrOption,
    "NumberAnalysisData" => AnalysisField,
    "PiiConfig" => PiiConfig,
    "PostCallAnalysisField" => AnalysisField,
    "PostChatAnalysisField" => AnalysisField,
    "PronunciationDictionary" => PronunciationEntry,
    "ResponseEngine" => ResponseEngine,
    "ResponseEngineConversationFlow" => ResponseEngine,
    "ResponseEngineCustomLm" => ResponseEngine,
    "ResponseEngineRetellLm" => ResponseEngine,
    "StringAnalysisData" => AnalysisField,
    "UserDtmfOptions" => UserDtmfOptions,
    "VoiceHandbookConfig" => HandbookConfig,
    "VoicemailAction" => VoicemailAction,
    "VoicemailOption" => VoicemailOption,
}

enums! {
    "CallAnalysisPreset" => AnalysisPreset,
    "ChatAnalysisPreset" => AnalysisPreset,
    "GuardrailOutputTopic" => GuardrailOutputTopic,
    "PhonemeAlphabet" => PhonemeAlphabet,
    "PiiCategory" => PiiCategory,
    "SttMode" => SttMode,
    "SttProvider" => SttProvider,
}
