//! What can go wrong when a simulator starts.

use std::net::SocketAddr;

/// Why a [`Simulator`](crate::Simulator) did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SimError {
    /// The address is taken, or not ours to listen on.
    #[error("could not listen on {address}: is another program using that port?")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// A setting cannot be used.
    #[error("setting `{name}` cannot be used: {reason}")]
    Setting {
        /// The setting's name.
        name: &'static str,
        /// What is wrong with it and what would be right.
        reason: String,
    },
    /// The HTTP client for webhooks could not be made.
    #[error("could not set up the webhook sender")]
    WebhookSender(#[source] Box<dyn std::error::Error + Send + Sync>),
}
