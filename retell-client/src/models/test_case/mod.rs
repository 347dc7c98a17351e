//! Tests by simulated conversations.

mod cases;
mod mock;
mod runs;

pub use self::{
    cases::{CreateTestCase, EngineType, ListTestCases, TestCase, TestKind, UpdateTestCase},
    mock::{AnyInput, InputMatchRule, PartialInputMatch, ToolMock},
    runs::{BatchTest, BatchTestStatus, CreateBatchTest, ListBatchTests, TestRun, TestRunStatus},
};

use super::macros::string_id;

string_id! {
    /// A test case.
    TestCaseId;
    /// One run of a test case.
    TestRunId;
    /// Test cases run together.
    BatchTestId;
}
