use retell_client::models::{AddKnowledgeBaseSources, CreateKnowledgeBase};


methods! {
    "create" => |client, sample| {
        let (mut base, files) = sample.upload::<CreateKnowledgeBase>("knowledge_base_files");
        base.knowledge_base_files = Some(files);
        client.knowledge_base().create(&base)
    },
    "retrieve" => |client, sample| client.knowledge_base().retrieve(sample.id("knowledge_base_id")),
    "list" => |client, sample| client.knowledge_base().list(),
    "delete" => |client, sample| client.knowledge_base().delete(sample.id("knowledge_base_id")),
    "add_sources" => |client, sample| {
        let (mut sources, files) = sample.upload::<AddKnowledgeBaseSources>("knowledge_base_files");
        sources.knowledge_base_files = Some(files);
        client.knowledge_base().add_sources(sample.id("knowledge_base_id"), &sources)
    },
    "delete_source" => |client, sample| {
        client.knowledge_base().delete_source(sample.id("knowledge_base_id"), sample.id("source_id"))
    },
}
