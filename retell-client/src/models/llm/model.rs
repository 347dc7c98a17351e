//! Which model speaks, and what takes over when it fails.

use crate::models::{
    LlmModel, ModelName, Nullable, Number, S2sModel,
    macros::{model, open_enum, tagged_union},
};

model! {
    /// Which model speaks, and what takes over when it fails.
    ModelConfig {
        ..
        /// Kind of model; Retell may leave it out.
        #[serde(rename = "type")]
        kind: Option<ModelKind>,
        /// The model.
        primary: Option<ModelRef>,
        /// What takes over; null for none. Only for models that read text.
        backup: Nullable<ModelRef>,
        /// 0 to 1: how much answers vary.
        temperature: Option<Number>,
    }
}

model! {
    /// A model and the service it gets.
    ModelRef {
        /// The model.
        model: ModelName,
        ..
        /// Speed of service; only for models that read text.
        tier: Option<ModelTier>,
        /// Milliseconds of waiting for the first model before this one takes over; only for backups.
        kick_in_timeout_ms: Option<i64>,
    }
}

model! {
    /// The model of one node.
    NodeModelConfig {
        /// The model.
        primary: ModelRef,
        ..
    }
}

tagged_union! {
    /// A model in the older form; [`ModelConfig`] replaces it.
    ModelChoice by "type" {
        /// A model between transcriber and voice.
        Cascading(CascadingModel) = "cascading",
        /// A model that hears and speaks.
        SpeechToSpeech(SpeechModel) = "s2s",
    }
}

model! {
    /// A model that reads text.
    CascadingModel {
        /// The model.
        model: LlmModel,
        ..
        /// Uses the faster pool, at a higher price; default false.
        high_priority: Option<bool>,
        /// Uses the fastest service, at a higher price.
        ultrafast: Option<bool>,
        /// Milliseconds before it takes over; only for backups.
        backup_kick_in_timeout: Option<i64>,
    }
}

model! {
    /// A model that hears and speaks.
    SpeechModel {
        /// The model.
        model: S2sModel,
        ..
    }
}

model! {
    /// How knowledge bases are searched.
    KnowledgeBaseConfig {
        ..
        /// Most passages to take.
        top_k: Option<i64>,
        /// Likeness a passage must have.
        filter_score: Option<Number>,
    }
}

open_enum! {
    /// Kind of a model.
    ModelKind {
        /// Between transcriber and voice.
        Cascading = "cascading",
        /// Hears and speaks.
        S2s = "s2s",
    }
}

open_enum! {
    /// Speed of service of a model.
    ModelTier {
        /// The usual.
        Standard = "standard",
        /// Faster, at a higher price.
        Fast = "fast",
        /// Fastest, at the highest price.
        Ultrafast = "ultrafast",
    }
}

open_enum! {
    /// Who speaks.
    Speaker {
        /// The person.
        User = "user",
        /// The agent.
        Agent = "agent",
    }
}
