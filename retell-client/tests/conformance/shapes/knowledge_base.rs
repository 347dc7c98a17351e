use retell_client::models::*;

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
