use retell_client::{Page, models::*};

shapes! {
    "AnyInputMatch" => InputMatchRule,
    "BatchTestResponse" => BatchTest,
    "InputMatchRule" => InputMatchRule,
    "PartialInputMatch" => InputMatchRule,
    "PlaygroundCompletionParams" => PlaygroundCompletion,
    "PlaygroundCompletionResponse" => PlaygroundAnswer,
    "TestCaseDefinitionResponse" => TestCase,
    "TestCaseJobResponse" => TestRun,
    "TestCreateBatchTestParams" => CreateBatchTest,
    "TestCreateTestCaseDefinitionParams" => CreateTestCase,
    "TestListBatchTestsParams" => ListBatchTests,
    "TestListBatchTestsResponse" => Page<BatchTest>,
    "TestListTestCaseDefinitionsParams" => ListTestCases,
    "TestListTestCaseDefinitionsResponse" => Page<TestCase>,
    "TestListTestRunsResponse" => Page<TestRun>,
    "TestResponseEngine" => ResponseEngine,
    "TestUpdateTestCaseDefinitionParams" => UpdateTestCase,
    "ToolMock" => ToolMock,
}

enums! {
    "BatchTestStatus" => BatchTestStatus,
    "EngineType" => EngineType,
    "TestRunStatus" => TestRunStatus,
}
