//! A knowledge base.

use crate::models::{
    KnowledgeBaseId, KnowledgeBaseSource,
    macros::{model, open_enum},
};

open_enum! {
    /// How far a knowledge base has come.
    KnowledgeBaseStatus {
        /// Its sources are being read.
        InProgress = "in_progress",
        /// Ready.
        Complete = "complete",
        /// A source could not be read.
        Error = "error",
        /// Ready, and its addresses are being read anew.
        Refreshing = "refreshing_in_progress",
    }
}

model! {
    /// Documents, texts and web pages that agents look things up in.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-knowledge-base>.
    KnowledgeBase shows(knowledge_base_id, status) {
        /// The knowledge base.
        knowledge_base_id: KnowledgeBaseId,
        /// Its name.
        knowledge_base_name: String,
        /// How far it has come.
        status: KnowledgeBaseStatus,
        ..
        /// What is in it; told once it is complete.
        knowledge_base_sources: Option<Vec<KnowledgeBaseSource>>,
        /// Whether its addresses are read anew from time to time.
        enable_auto_refresh: Option<bool>,
        /// When they last were, in milliseconds since the epoch.
        last_refreshed_timestamp: Option<i64>,
        /// Longest piece it is cut into, in characters.
        max_chunk_size: Option<i64>,
        /// Shortest piece it is cut into, in characters.
        min_chunk_size: Option<i64>,
    }
}
