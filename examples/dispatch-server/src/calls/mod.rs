//! Starting, reading and ending calls.

mod facts;
mod model;
mod routes;

pub use facts::{CallReport, CallResult, Facts, Known};
pub use model::{
    CallDetail, CallRow, CallStatus, CallType, Conflict, EndReason, RetellAnswer, Scenario, StartCall,
    StartedCall, TurnKind, TurnRow, Utterance, VariableValue,
};
pub(crate) use routes::router;
