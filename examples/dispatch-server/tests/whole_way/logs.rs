//! Nothing of a person and no secret in the logs, even when every line is asked for.

use std::process::Stdio;
use std::time::Duration;

use serde_json::json;
use tokio::process::Command;

use crate::api::{Api, PATIENCE};
use crate::bench::free_address;

const SECRET: &str = "sekrit-llm-token-77";

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_call_leaves_no_words_in_the_log() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let address = free_address();
    let log = folder.path().join("log");
    let mut server = Command::new(env!("CARGO_BIN_EXE_dispatch-server"))
        .arg("--no-seed")
        .current_dir(folder.path())
        .env_clear()
        .env("BIND", address.to_string())
        .env(
            "DATABASE_URL",
            format!("sqlite://{}", folder.path().join("test.db").display()),
        )
        .env("DISPATCH_SIM_SPEED", "50")
        .env("DISPATCH_LLM_SECRET", SECRET)
        .env("RUST_LOG", "trace")
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(&log).expect("a log file"))
        .kill_on_drop(true)
        .spawn()
        .expect("the program starts");
    let api = Api::new(format!("http://{address}"));
    let ready = async {
        while api.get("/readyz").await.is_none() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(PATIENCE, ready)
        .await
        .expect("the server is ready");
    let script = [
        "yeah i'm rolling near blorptown nebraska",
        "there in two hours",
        "no that's all",
    ];
    let id = api
        .start(
            "Zebulon Quux",
            "LOADZZ9",
            json!({"sim_script": json!(script).to_string()}),
        )
        .await;
    api.until_filed(&id).await;
    assert!(
        api.get("/api/v1/conversations?q=zebulon&driver_name=quux&load_number=loadzz9")
            .await
            .is_some()
    );
    assert!(api.get(&format!("/api/v1/calls/{id}")).await.is_some());
    server.kill().await.expect("the process can be killed");

    let log = std::fs::read_to_string(&log).expect("a log").to_lowercase();
    assert!(
        log.contains("trace") && log.contains(&id),
        "it was asked for everything"
    );
    for word in ["zebulon", "quux", "loadzz9", "blorptown", SECRET, "key_demo_"] {
        let line = log.lines().find(|line| line.contains(word));
        assert!(line.is_none(), "{word} is in the log: {line:?}");
    }
}
