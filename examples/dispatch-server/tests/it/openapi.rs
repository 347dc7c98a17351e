//! The OpenAPI document is the one in the repository.

use serde_json::Value;

#[test]
fn the_committed_document_is_current() {
    let committed: Value = serde_json::from_str(include_str!("../../openapi.json")).expect("JSON");
    let current: Value = serde_json::from_str(&dispatch_server::openapi::document()).expect("JSON");
    assert!(
        committed == current,
        "the API changed: run `cargo run -p dispatch-server -- openapi > examples/dispatch-server/openapi.json`"
    );
}

#[test]
fn every_operation_has_a_name_of_its_own_and_every_error_is_a_problem() {
    let document: Value = serde_json::from_str(&dispatch_server::openapi::document()).expect("JSON");
    let mut names = Vec::new();
    for (path, operations) in document["paths"].as_object().expect("paths") {
        for operation in operations.as_object().expect("operations").values() {
            names.push(operation["operationId"].as_str().expect("a name").to_owned());
            if path.starts_with("/api/") && !path.starts_with("/api/v1/retell/") {
                let problem = &operation["responses"]["default"]["content"]["application/problem+json"];
                assert_eq!(
                    problem["schema"]["$ref"], "#/components/schemas/Problem",
                    "{path}"
                );
            }
        }
    }
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}
