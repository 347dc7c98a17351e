
const BATCH: &str = "test_case_batch_job_id";
const CASE: &str = "test_case_definition_id";

methods! {
    "create_batch_test" => |client, sample| client.tests().create_batch_test(&sample.body()),
    "create_test_case_definition" => |client, sample| client.tests().create_test_case_definition(&sample.body()),
    "delete_test_case_definition" => |client, sample| client.tests().delete_test_case_definition(sample.id(CASE)),
    "get_batch_test" => |client, sample| client.tests().get_batch_test(sample.id(BATCH)),
    "get_test_case_definition" => |client, sample| client.tests().get_test_case_definition(sample.id(CASE)),
    "get_test_run" => |client, sample| client.tests().get_test_run(sample.id("test_case_job_id")),
    "list_batch_tests" => |client, sample| client.tests().list_batch_tests(&sample.parameters()),
    "list_test_case_definitions" => |client, sample| client.tests().list_test_case_definitions(&sample.parameters()),
    "list_test_runs" => |client, sample| client.tests().list_test_runs(sample.id(BATCH), &sample.parameters()),
    "update_test_case_definition" => |client, sample| client.tests()
        .update_test_case_definition(sample.id(CASE), &sample.body()),
}
