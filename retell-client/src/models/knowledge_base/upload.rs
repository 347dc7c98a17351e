//! What is put into a knowledge base.

use crate::{
    Upload,
    models::{KnowledgeBaseText, macros::model},
};

/// An object with sources of a knowledge base among what may be left out.
macro_rules! with_sources {
    (
        $(#[$meta:meta])*
        $name:ident {
            $($required:tt)*
        } {
            $($optional:tt)*
        }
    ) => {
        model! {
            $(#[$meta])*
            $name {
                $($required)*
                ..
                $($optional)*
                /// Files.
                #[serde(skip)]
                knowledge_base_files: Option<Vec<Upload>>,
                /// Texts.
                knowledge_base_texts: Option<Vec<KnowledgeBaseText>>,
                /// Addresses of web pages.
                knowledge_base_urls: Option<Vec<String>>,
            }
        }

        impl $name {
            /// Adds a file.
            #[must_use]
            pub fn file(mut self, file: Upload) -> Self {
                self.knowledge_base_files.get_or_insert_default().push(file);
                self
            }

            /// Adds a text.
            #[must_use]
            pub fn text(mut self, title: impl Into<String>, text: impl Into<String>) -> Self {
                let text = KnowledgeBaseText::new(title, text);
                self.knowledge_base_texts.get_or_insert_default().push(text);
                self
            }

            /// Adds a web page.
            #[must_use]
            pub fn url(mut self, address: impl Into<String>) -> Self {
                self.knowledge_base_urls.get_or_insert_default().push(address.into());
                self
            }
        }
    };
}

with_sources! {
    /// A knowledge base to be made.
    ///
    /// ```
    /// use retell_client::{Upload, models::CreateKnowledgeBase};
    ///
    /// let yard = CreateKnowledgeBase::new("Yard")
    ///     .file(Upload::path("yard.pdf"))
    ///     .text("Hours", "Open day and night.")
    ///     .url("https://example.com/directions");
    /// ```
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-knowledge-base>.
    CreateKnowledgeBase {
        /// Its name.
        knowledge_base_name: String,
    } {
        /// Read its addresses anew from time to time.
        enable_auto_refresh: Option<bool>,
        /// Longest piece to cut it into, in characters.
        max_chunk_size: Option<i64>,
        /// Shortest piece to cut it into, in characters.
        min_chunk_size: Option<i64>,
    }
}

with_sources! {
    /// Sources to be added to a knowledge base.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/add-knowledge-base-sources>.
    AddKnowledgeBaseSources {} {}
}
