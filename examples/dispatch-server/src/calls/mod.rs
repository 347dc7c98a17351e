//! Starting, reading and ending calls.

mod end_reason;
mod facts;
mod keys;
mod model;
mod recording;
mod request;
mod routes;
mod start;

pub use end_reason::EndReason;
pub use facts::{CallReport, CallResult, Facts};
pub use keys::RunningKeys;
pub use model::{
    CallDetail, CallRow, CallStatus, CallType, Conflict, RetellAnswer, Scenario, StartCall, StartedCall,
    TurnKind, TurnRow, Utterance, VariableValue,
};
pub(crate) use routes::router;
