#![doc = include_str!("../README.md")]

mod analysis;
mod browser;
mod conversation;
pub mod driver;
mod error;
mod life;
mod line;
mod options;
pub mod rehearsal;
mod report;
mod rest;
mod simulator;
mod state;
mod wav;
mod webhook;

pub use driver::PersonaInfo;
pub use error::SimError;
pub use options::SimOptions;
pub use report::{CallReport, DeliveryReport, TurnTiming};
pub use simulator::Simulator;
