//! Versions, and ids with a version.

use serde::{Deserialize, Serialize};

use super::macros::model;

/// A version of an agent, or of what answers for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum AgentVersion {
    /// A version by number.
    Number(i64),
    /// A version by tag; `latest` and `latest_published` are always there.
    Tag(String),
}

impl From<i64> for AgentVersion {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<String> for AgentVersion {
    fn from(tag: String) -> Self {
        Self::Tag(tag)
    }
}

impl From<&str> for AgentVersion {
    fn from(tag: &str) -> Self {
        Self::Tag(tag.to_owned())
    }
}

impl std::fmt::Display for AgentVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Tag(tag) => tag.fmt(f),
        }
    }
}

/// An id with or without a version: `"agent_1"`, `("agent_1", 3)`, `("agent_1", "latest_published")`.
///
/// Without a version Retell takes the latest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versioned<I> {
    /// The id.
    pub id: I,
    /// The version; `None` is the latest.
    pub version: Option<AgentVersion>,
}

impl<I, T: Into<I>, V: Into<AgentVersion>> From<(T, V)> for Versioned<I> {
    fn from((id, version): (T, V)) -> Self {
        Self {
            id: id.into(),
            version: Some(version.into()),
        }
    }
}

model! {
    /// The version in a query.
    VersionQuery shows(version) {
        ..
        /// The version; left out it is the latest.
        version: Option<AgentVersion>,
    }
}
