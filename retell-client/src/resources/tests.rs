//! Tests of agents by simulated conversations.

use super::resource;
use crate::{
    ListRequest, Page, Request,
    list::Cursor,
    models::{
        BatchTest, BatchTestId, CreateBatchTest, CreateTestCase, CursorParams, ListBatchTests, ListTestCases,
        TestCase, TestCaseId, TestRun, TestRunId, UpdateTestCase,
    },
};

resource!(
    /// Tests of agents by simulated conversations; from [`Client::tests`](crate::Client::tests).
    Tests
);

impl Tests<'_> {
    /// Runs test cases together; each becomes a run.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-batch-test>.
    pub fn create_batch_test(&self, batch: &CreateBatchTest) -> Request<BatchTest> {
        Request::post(self.client, "tests.create_batch_test", "/create-batch-test", &[]).json(batch)
    }

    /// Makes a test case.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-test-case-definition>.
    pub fn create_test_case_definition(&self, case: &CreateTestCase) -> Request<TestCase> {
        let path = "/create-test-case-definition";
        Request::post(self.client, "tests.create_test_case_definition", path, &[]).json(case)
    }

    /// Deletes a test case.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-test-case-definition>.
    pub fn delete_test_case_definition(&self, case_id: impl Into<TestCaseId>) -> Request<()> {
        let id = case_id.into();
        let path = "/delete-test-case-definition/{test_case_definition_id}";
        Request::delete(
            self.client,
            "tests.delete_test_case_definition",
            path,
            &[id.as_str()],
        )
        .no_content()
    }

    /// One batch, with how many of its runs passed.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-batch-test>.
    pub fn get_batch_test(&self, batch_id: impl Into<BatchTestId>) -> Request<BatchTest> {
        let id = batch_id.into();
        let path = "/get-batch-test/{test_case_batch_job_id}";
        Request::get(self.client, "tests.get_batch_test", path, &[id.as_str()])
    }

    /// One test case.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-test-case-definition>.
    pub fn get_test_case_definition(&self, case_id: impl Into<TestCaseId>) -> Request<TestCase> {
        let id = case_id.into();
        let path = "/get-test-case-definition/{test_case_definition_id}";
        Request::get(
            self.client,
            "tests.get_test_case_definition",
            path,
            &[id.as_str()],
        )
    }

    /// One run, with why it passed or failed.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-test-run>.
    pub fn get_test_run(&self, run_id: impl Into<TestRunId>) -> Request<TestRun> {
        let id = run_id.into();
        let path = "/get-test-run/{test_case_job_id}";
        Request::get(self.client, "tests.get_test_run", path, &[id.as_str()])
    }

    /// The batches of a response engine, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-batch-tests>.
    pub fn list_batch_tests(&self, list: &ListBatchTests) -> ListRequest<BatchTest> {
        let path = "/v2/list-batch-tests";
        Request::<Page<_>>::get(self.client, "tests.list_batch_tests", path, &[])
            .query(list)
            .pages(Cursor::Query)
    }

    /// The test cases of a response engine, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-test-case-definitions>.
    pub fn list_test_case_definitions(&self, list: &ListTestCases) -> ListRequest<TestCase> {
        let path = "/v2/list-test-case-definitions";
        Request::<Page<_>>::get(self.client, "tests.list_test_case_definitions", path, &[])
            .query(list)
            .pages(Cursor::Query)
    }

    /// The runs of a batch, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-test-runs>.
    pub fn list_test_runs(
        &self,
        batch_id: impl Into<BatchTestId>,
        page: &CursorParams,
    ) -> ListRequest<TestRun> {
        let id = batch_id.into();
        let path = "/v2/list-test-runs/{test_case_batch_job_id}";
        Request::<Page<_>>::get(self.client, "tests.list_test_runs", path, &[id.as_str()])
            .query(page)
            .pages(Cursor::Query)
    }

    /// Changes a test case; what is left out keeps its setting.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-test-case-definition>.
    pub fn update_test_case_definition(
        &self,
        case_id: impl Into<TestCaseId>,
        changes: &UpdateTestCase,
    ) -> Request<TestCase> {
        let id = case_id.into();
        let path = "/update-test-case-definition/{test_case_definition_id}";
        Request::put(
            self.client,
            "tests.update_test_case_definition",
            path,
            &[id.as_str()],
        )
        .json(changes)
    }
}
