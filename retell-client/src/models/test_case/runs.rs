//! Runs of test cases, one by one and in batches.

use serde_json::Value;

use super::{BatchTestId, EngineType, TestCase, TestCaseId, TestRunId};
use crate::models::{
    ConversationFlowId, LlmId, Nullable, ResponseEngine,
    macros::{model, open_enum},
};

model! {
    /// One run of a test case.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-test-run>.
    TestRun shows(test_case_job_id, test_case_definition_id) {
        /// The run.
        test_case_job_id: TestRunId,
        /// How far it is.
        status: TestRunStatus,
        /// The test case.
        test_case_definition_id: TestCaseId,
        ..
        /// The test case as it was.
        test_case_definition_snapshot: Option<TestCase>,
        /// Milliseconds since the epoch.
        creation_timestamp: Option<i64>,
        /// Last change, in milliseconds since the epoch.
        user_modified_timestamp: Option<i64>,
        /// Why it passed or failed.
        result_explanation: Nullable<String>,
        /// The conversation; its form depends on what was tested.
        transcript_snapshot: Nullable<Value>,
    }
}

model! {
    /// Test cases run together.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-batch-test>.
    BatchTest shows(test_case_batch_job_id) {
        /// The batch.
        test_case_batch_job_id: BatchTestId,
        /// How far it is.
        status: BatchTestStatus,
        /// What is tested.
        response_engine: ResponseEngine,
        ..
        /// Runs.
        total_count: Option<i64>,
        /// Runs that passed.
        pass_count: Option<i64>,
        /// Runs that failed.
        fail_count: Option<i64>,
        /// Runs that could not be finished.
        error_count: Option<i64>,
        /// Milliseconds since the epoch.
        creation_timestamp: Option<i64>,
        /// Last change, in milliseconds since the epoch.
        user_modified_timestamp: Option<i64>,
    }
}

model! {
    /// Test cases to run together.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-batch-test>.
    CreateBatchTest {
        /// What is tested; not a custom model.
        response_engine: ResponseEngine,
        /// The test cases.
        test_case_definition_ids: Vec<TestCaseId>,
        ..
    }
}

model! {
    /// Which batches to list.
    ListBatchTests {
        /// Kind of what was tested.
        #[serde(rename = "type")]
        kind: EngineType,
        ..
        /// The prompt; needed for `retell-llm`.
        llm_id: Option<LlmId>,
        /// The flow; needed for `conversation-flow`.
        conversation_flow_id: Option<ConversationFlowId>,
        /// Its version.
        version: Option<i64>,
        /// Batches a page.
        limit: Option<i64>,
        /// Where to go on; from the page before.
        pagination_key: Option<String>,
    }
}

open_enum! {
    /// How far a run is.
    TestRunStatus {
        /// Not yet begun.
        Pending = "pending",
        /// Running.
        InProgress = "in_progress",
        /// Passed.
        Pass = "pass",
        /// Failed.
        Fail = "fail",
        /// Could not be finished.
        Error = "error",
    }
}

open_enum! {
    /// How far a batch is.
    BatchTestStatus {
        /// Running.
        InProgress = "in_progress",
        /// Done.
        Complete = "complete",
    }
}
