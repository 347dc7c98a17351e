use retell_client::{Page, models::*};

shapes! {
    "AgentOverrideRetellLlm" => LlmOverride,
    "BackupModelChoice" => ModelChoice,
    "BackupModelRef" => ModelRef,
    "CascadingModelChoice" => ModelChoice,
    "CascadingModelConfig" => ModelConfig,
    "CascadingModelRef" => ModelRef,
    "KBConfig" => KnowledgeBaseConfig,
    "LlmCreateParams" => LlmSettings,
    "LlmListResponse" => Page<Llm>,
    "LlmResponse" => Llm,
    "ModelChoice" => ModelChoice,
    "ModelConfig" => ModelConfig,
    "NodeModelConfig" => NodeModelConfig,
    "S2SModelChoice" => ModelChoice,
    "S2SModelConfig" => ModelConfig,
    "S2SModelRef" => ModelRef,
    "State" => LlmState,
    "StateEdge" => StateEdge,
}

enums! {
    "LlmModel" => LlmModel,
    "ModelTier" => ModelTier,
    "S2SModel" => S2sModel,
    "Speaker" => Speaker,
}
