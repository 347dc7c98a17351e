//! What handlers share.

/// Shared by every handler; cheap to clone.
#[derive(Debug, Clone)]
pub struct AppState {}
