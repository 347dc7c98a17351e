//! Batches of calls.

use super::resource;
use crate::{
    Request,
    models::{BatchCall, CreateBatchCall},
};

resource!(
    /// Batches of calls; from [`Client::batch_call`](crate::Client::batch_call).
    BatchCalls
);

impl BatchCalls<'_> {
    /// Makes a batch. Never made twice: see [`Error::submission_unknown`](crate::Error::submission_unknown).
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-batch-call>.
    pub fn create_batch_call(&self, batch: &CreateBatchCall) -> Request<BatchCall> {
        Request::post(
            self.client,
            "batch_call.create_batch_call",
            "/create-batch-call",
            &[],
        )
        .json(batch)
    }
}
