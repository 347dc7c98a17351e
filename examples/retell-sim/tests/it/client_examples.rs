//! The examples of `retell-client`, run as they are against the simulator.

use std::{path::PathBuf, process::Command};

use retell_sim::Simulator;
use serde_json::Value;

use crate::support::{App, KEY, LONG, place};

/// Cargo puts examples beside the folder of the tests. They belong to another package: tests of the whole workspace have
/// built them by now, and without those they are built here.
fn example(name: &str) -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let folder = tests.ancestors().nth(2).unwrap().join("examples");
    let program = folder.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    if !program.exists() {
        let built = Command::new(env!("CARGO"))
            .args([
                "build",
                "--quiet",
                "--locked",
                "-p",
                "retell-client",
                "--all-features",
            ])
            .args(["--example", name])
            .status()
            .unwrap();
        assert!(built.success(), "{name} does not build");
    }
    program
}

/// What the example prints.
async fn run(name: &str, arguments: &[&str], simulator: &Simulator) -> String {
    let output = tokio::process::Command::new(example(name))
        .args(arguments)
        .env("RETELL_API_KEY", KEY)
        .env("RETELL_BASE_URL", simulator.base_url())
        .env("RETELL_AGENT_ID", "agent_sim_dispatch")
        .output()
        .await
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{name}: {}", text(&output.stderr));
    text(&output.stdout)
}

#[tokio::test]
async fn calls_are_started_listed_and_synced() {
    let app = App::start(|_| retell_llm_ws::Speech::say("Okay.")).await;
    let simulator = Simulator::start(app.sim_options()).await.unwrap();
    let over = place(&simulator, &[("sim_script", r#"["hi"]"#)]).await.call_id;
    simulator.wait_ended(over.as_str(), LONG).await.unwrap();

    let web = run("start_call", &[], &simulator).await;
    let web_id = web.split(':').next().unwrap();
    assert!(web_id.starts_with("call_"), "{web}");
    let phone = run("start_call", &["+14155550100", "+14155550123"], &simulator).await;
    let phone_id = phone.trim().rsplit(' ').next().unwrap();
    assert!(phone_id.starts_with("call_"), "{phone}");

    let listed = run("list_calls", &[], &simulator).await;
    assert!(
        !listed.contains(over.as_str()),
        "only what failed is listed: {listed}"
    );

    for id in [web_id, phone_id] {
        simulator.wait_ended(id, LONG).await.unwrap();
    }
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("client_examples_calls.jsonl");
    let _ = std::fs::remove_file(&file);
    let sync = [file.to_str().unwrap(), "2020-01-01"];
    let said = run("sync_calls", &sync, &simulator).await;
    let synced = std::fs::read_to_string(&file).unwrap();
    let ids: Vec<Value> = synced
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["call_id"].take())
        .collect();
    assert!(ids.contains(&Value::from(over.as_str())), "{said}{synced}");
    assert!(said.contains(&format!("{} new calls", ids.len())), "{said}");
    let again = run("sync_calls", &sync, &simulator).await;
    assert!(again.contains("0 new calls"), "{again}");
}
