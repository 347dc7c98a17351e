use retell_client::models::*;

use super::{enums, shapes};

shapes! {
    "KnowledgeBaseResponse" => KnowledgeBase,
    "KnowledgeBaseSource" => KnowledgeBaseSource,
    "KnowledgeBaseSourceDocument" => KnowledgeBaseSource,
    "KnowledgeBaseSourceText" => KnowledgeBaseSource,
    "KnowledgeBaseSourceURL" => KnowledgeBaseSource,
    "KnowledgeBaseTextInput" => KnowledgeBaseText,
}

enums! {
    "KnowledgeBaseStatus" => KnowledgeBaseStatus,
}
