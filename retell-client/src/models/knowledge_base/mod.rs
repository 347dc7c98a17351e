//! Knowledge bases.

mod base;
mod source;
#[cfg(feature = "client")]
mod upload;

pub use base::{KnowledgeBase, KnowledgeBaseStatus};
pub use source::{DocumentSource, KnowledgeBaseSource, KnowledgeBaseText, SourceId, TextSource, UrlSource};
#[cfg(feature = "client")]
pub use upload::{AddKnowledgeBaseSources, CreateKnowledgeBase};
