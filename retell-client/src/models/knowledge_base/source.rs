//! What a knowledge base is made of.

use crate::models::{
    Number,
    macros::{model, string_id, tagged_union},
};

string_id! {
    /// A source of a knowledge base, `source_…`.
    SourceId;
}

tagged_union! {
    /// Something a knowledge base knows from.
    KnowledgeBaseSource by "type" {
        /// A file.
        Document(DocumentSource) = "document",
        /// A text.
        Text(TextSource) = "text",
        /// A web page.
        Url(UrlSource) = "url",
    }
}

model! {
    /// A file in a knowledge base.
    DocumentSource shows(source_id) {
        /// The source.
        source_id: SourceId,
        ..
        /// Its name.
        filename: Option<String>,
        /// Its length in bytes.
        file_size: Option<Number>,
        /// Where it can be fetched.
        file_url: Option<String>,
    }
}

model! {
    /// A text in a knowledge base.
    TextSource shows(source_id) {
        /// The source.
        source_id: SourceId,
        ..
        /// Its title.
        title: Option<String>,
        /// Where it can be fetched.
        content_url: Option<String>,
    }
}

model! {
    /// A web page in a knowledge base.
    UrlSource shows(source_id) {
        /// The source.
        source_id: SourceId,
        ..
        /// Its address.
        url: Option<String>,
    }
}

model! {
    /// A text to put into a knowledge base.
    KnowledgeBaseText {
        /// Its title.
        title: String,
        /// The text.
        text: String,
        ..
    }
}
