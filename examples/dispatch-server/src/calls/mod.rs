//! Starting, reading and ending calls.

mod facts;
mod keys;
mod model;
mod recording;
mod request;
mod routes;
mod start;

pub use facts::{CallReport, CallResult, Facts, Known};
pub use keys::RunningKeys;
pub use model::{
    CallDetail, CallRow, CallStatus, CallType, Conflict, EndReason, RetellAnswer, Scenario, StartCall,
    StartedCall, TurnKind, TurnRow, Utterance, VariableValue,
};
pub(crate) use routes::router;
