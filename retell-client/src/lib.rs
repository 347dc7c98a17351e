//! Typed client for the Retell AI REST API.

pub mod models;
