//! Test cases: a simulated person against a prompt or a flow.

use std::collections::BTreeMap;

use super::{TestCaseId, ToolMock};
use crate::models::{
    ConversationFlowId, LlmId, LlmModel, ResponseEngine,
    macros::{model, open_enum},
};

model! {
    /// A test case.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-test-case-definition>.
    TestCase shows(test_case_definition_id) {
        /// The test case.
        test_case_definition_id: TestCaseId,
        /// Kind of test.
        #[serde(rename = "type")]
        kind: TestKind,
        /// Its name.
        name: String,
        /// Who the simulated person is and wants.
        user_prompt: String,
        /// What is tested.
        response_engine: ResponseEngine,
        ..
        /// What must be true for it to pass, in words.
        metrics: Option<Vec<String>>,
        /// Values of dynamic variables.
        dynamic_variables: Option<BTreeMap<String, String>>,
        /// The model that plays the person.
        llm_model: Option<LlmModel>,
        /// Answers of tools.
        tool_mocks: Option<Vec<ToolMock>>,
        /// Milliseconds since the epoch.
        creation_timestamp: Option<i64>,
        /// When a person last changed it, in milliseconds since the epoch.
        user_modified_timestamp: Option<i64>,
    }
}

model! {
    /// A test case to be made.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-test-case-definition>.
    CreateTestCase {
        /// Its name.
        name: String,
        /// Who the simulated person is and wants.
        user_prompt: String,
        /// What must be true for it to pass, in words.
        metrics: Vec<String>,
        /// What is tested.
        response_engine: ResponseEngine,
        ..
        /// Values of dynamic variables.
        dynamic_variables: Option<BTreeMap<String, String>>,
        /// The model that plays the person.
        llm_model: Option<LlmModel>,
        /// Answers of tools.
        tool_mocks: Option<Vec<ToolMock>>,
    }
}

model! {
    /// What changes in a test case.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-test-case-definition>.
    UpdateTestCase {
        ..
        /// Its name.
        name: Option<String>,
        /// Who the simulated person is and wants.
        user_prompt: Option<String>,
        /// What must be true for it to pass, in words.
        metrics: Option<Vec<String>>,
        /// What is tested.
        response_engine: Option<ResponseEngine>,
        /// Values of dynamic variables.
        dynamic_variables: Option<BTreeMap<String, String>>,
        /// The model that plays the person.
        llm_model: Option<LlmModel>,
        /// Answers of tools.
        tool_mocks: Option<Vec<ToolMock>>,
    }
}

model! {
    /// Which test cases to list.
    ListTestCases {
        /// Kind of what is tested.
        #[serde(rename = "type")]
        kind: EngineType,
        ..
        /// The prompt; needed for `retell-llm`.
        llm_id: Option<LlmId>,
        /// The flow; needed for `conversation-flow`.
        conversation_flow_id: Option<ConversationFlowId>,
        /// Test cases a page.
        limit: Option<i64>,
        /// Where to go on; from the page before.
        pagination_key: Option<String>,
    }
}

open_enum! {
    /// Kind of a test.
    TestKind {
        /// A simulated conversation.
        Simulation = "simulation",
    }
}

open_enum! {
    /// Kind of what is tested.
    EngineType {
        /// A prompt.
        RetellLlm = "retell-llm",
        /// A conversation flow.
        ConversationFlow = "conversation-flow",
    }
}
