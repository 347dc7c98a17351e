//! The REST client and the webhooks beside the official SDKs: the same answers read and the same bodies verified, each by
//! a program of its own.

pub mod contestant;
pub mod costs;
pub mod tables;
pub mod task;
