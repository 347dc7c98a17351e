//! The other side of the wire: a simulator of Retell AI.

pub mod driver;
mod error;
mod options;
pub mod rehearsal;
mod report;
mod simulator;

pub use driver::PersonaInfo;
pub use error::SimError;
pub use options::SimOptions;
pub use report::{CallReport, DeliveryReport, TurnTiming};
pub use simulator::Simulator;
