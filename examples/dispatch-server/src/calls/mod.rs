//! Starting, reading and ending calls.

mod model;
mod routes;

pub use model::{
    CallDetail, CallRow, CallStatus, CallType, Conflict, EndReason, RetellAnswer, Scenario, StartCall,
    StartedCall, TurnKind, TurnRow, Utterance, VariableValue,
};
pub(crate) use routes::router;
