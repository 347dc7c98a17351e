//! The examples run as their documentation says.

#[path = "../../examples/llm_stream/model.rs"]
#[expect(dead_code, reason = "only its tests are wanted here")]
mod model;
#[path = "../../examples/llm_stream/tools.rs"]
mod tools;

use std::{
    env,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::Arc,
    time::Duration,
};

use retell_llm_ws::{
    caller::Caller,
    frame::{Inbound, Outbound, Request},
    models::{CallId, Role, Utterance},
};
use tokio::time::timeout;

/// Where cargo has put this example. `cargo test` builds all examples; a run of one test target alone may not have.
fn program(name: &str) -> PathBuf {
    let tests = env::current_exe().unwrap();
    let profile = tests.parent().and_then(Path::parent).unwrap();
    let path = profile
        .join("examples")
        .join(name)
        .with_extension(env::consts::EXE_EXTENSION);
    if !path.exists() {
        let built = Command::new(env!("CARGO"))
            .args(["build", "--all-features", "--manifest-path"])
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
            .args(["--example", name])
            .status();
        assert!(built.unwrap().success(), "the example builds");
    }
    path
}

fn run(name: &str, args: &[&str]) -> Output {
    Command::new(program(name)).args(args).output().unwrap()
}

/// Ended when dropped.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// `echo` on a free port, and the URL it prints.
fn echo(tapes: &Path) -> (Server, String) {
    let mut child = Command::new(program("echo"))
        .args(["--port", "0", "--tape"])
        .arg(tapes)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stderr.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let url = line
        .trim()
        .strip_prefix("listening on ")
        .expect("the URL")
        .to_owned();
    (Server(child), url)
}

async fn soon<T>(future: impl Future<Output = T>) -> T {
    timeout(Duration::from_secs(20), future)
        .await
        .expect("within twenty seconds")
}

/// The whole of the next answer.
async fn answer(caller: &mut Caller) -> String {
    let mut text = String::new();
    loop {
        if let Outbound::Response(response) = soon(caller.recv()).await.unwrap().expect("connected") {
            text.push_str(&response.content);
            if response.content_complete {
                return text;
            }
        }
    }
}

/// The tape in this folder, once it is whole.
async fn tape(folder: &Path) -> PathBuf {
    soon(async {
        loop {
            let file = folder.read_dir().unwrap().next().map(|file| file.unwrap().path());
            if let Some(file) = file
                && std::fs::read_to_string(&file).unwrap().contains(r#""closed""#)
            {
                return file;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    })
    .await
}

#[tokio::test]
async fn a_call_to_echo_is_recorded_and_replays_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (_server, url) = echo(folder.path());
    let mut caller = soon(Caller::connect(&url, &CallId::from("call_echo")))
        .await
        .unwrap();
    assert_eq!(answer(&mut caller).await, "Hello! Say something, or goodbye.");
    let mut transcript = Vec::new();
    for (response_id, said, heard) in [(1, "load 77", "You said: load 77"), (2, "bye now", "Goodbye!")] {
        transcript.push(Utterance::new(Role::User, said));
        let request = Request {
            response_id,
            transcript: transcript.clone(),
            ..Request::default()
        };
        caller.send(&Inbound::ResponseRequired(request)).await.unwrap();
        assert_eq!(answer(&mut caller).await, heard);
    }
    soon(caller.close(1000)).await.unwrap();
    let tape = tape(folder.path()).await;
    let tape = tape.to_str().unwrap();

    let same = run("replay", &[tape]);
    assert_eq!(
        (
            same.status.code(),
            String::from_utf8(same.stdout).unwrap().as_str()
        ),
        (Some(0), "0 of 3 turns differ\n")
    );
    let different = run("replay", &[tape, "--policy", "say:Good day."]);
    assert_eq!(different.status.code(), Some(1));
    let shown = String::from_utf8(different.stdout).unwrap();
    assert!(
        shown.contains("turn 1\n  caller: load 00\n  - \"You said: load 00\"\n  + \"Good day.\"\n"),
        "{shown}"
    );
    assert!(shown.ends_with("3 of 3 turns differ\n"), "{shown}");

    let whole = std::fs::read_to_string(tape).unwrap();
    let broken = folder.path().join("broken.jsonl");
    std::fs::write(&broken, &whole[..whole.len() - 10]).unwrap();
    for (args, problem) in [
        (
            vec![broken.to_str().unwrap()],
            "it breaks off; was the recording cut short?",
        ),
        (vec!["no-such-tape"], "no-such-tape"),
        (vec![tape, "--policy", "other"], "other: no such policy"),
        (vec![], "usage"),
    ] {
        let refused = run("replay", &args);
        assert_eq!(refused.status.code(), Some(2), "{args:?}");
        let stderr = String::from_utf8(refused.stderr).unwrap();
        assert!(stderr.contains(problem), "{stderr}");
    }
}

#[test]
fn a_model_with_tools_talks_to_a_caller() {
    let talk = run(
        "llm_stream",
        &[
            "--fake",
            "--say",
            "where is my order 1042",
            "--say",
            "what are your hours",
            "--say",
            "thank you, goodbye",
            "--say",
            "never said",
        ],
    );
    assert!(talk.status.success(), "{}", String::from_utf8_lossy(&talk.stderr));
    assert_eq!(
        conversation(&String::from_utf8(talk.stdout).unwrap()),
        [
            "agent: Hello, this is the shop. How can I help?",
            "caller: where is my order 1042",
            "agent: One moment while I look that up.",
            r#"tool: lookup_order({"order_id":"1042"})"#,
            r#"tool answered: {"order_id":"1042","status":"left the warehouse this morning"}"#,
            "agent: Your order left the warehouse this morning. Is there anything else?",
            "caller: what are your hours",
            "agent: We are open from 9:30 a.m. to 6 p.m. today. Would you like to know about an order?",
            "caller: thank you, goodbye",
            "agent: Goodbye!",
            "(the agent hangs up)",
        ]
    );
}

/// The lines, with the pieces of each of the agent's answers in a row: where a slow machine cuts them does not matter.
fn conversation(printed: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in printed.lines() {
        match (line.strip_prefix("agent: "), lines.last_mut()) {
            (Some(more), Some(last)) if last.starts_with("agent: ") => {
                last.push(' ');
                last.push_str(more);
            }
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

#[tokio::test(start_paused = true)]
async fn a_tool_that_is_asked_for_twice_runs_once() {
    let tools = tools::Tools::new("call_1".to_owned());
    assert_eq!(tools::Tools::described()[0]["function"]["name"], "lookup_order");
    let arguments = r#"{"order_id":"1042"}"#;
    // The caller cuts in while it runs.
    let cut_off = timeout(Duration::from_millis(50), tools.run("lookup_order", arguments)).await;
    assert!(cut_off.is_err());
    tokio::time::sleep(Duration::from_secs(1)).await;
    let began = tokio::time::Instant::now();
    let (once, again) = tokio::join!(
        tools.run("lookup_order", arguments),
        tools.run("lookup_order", arguments)
    );
    assert!(Arc::ptr_eq(&once, &again) && once.successful);
    assert_eq!(began.elapsed(), Duration::ZERO, "it was finished meanwhile");
    assert!(!tools.run("lookup_order", "{}").await.successful);
    for other in 0..200 {
        tools.run("no_such_tool", &other.to_string()).await;
    }
    let refused = tools.run("lookup_order", r#"{"order_id":"7"}"#).await;
    assert!(!refused.successful && refused.content.contains("too many"));
}

#[test]
fn without_a_model_it_says_what_is_missing() {
    let output = Command::new(program("llm_stream"))
        .env_remove("LLM_BASE_URL")
        .output()
        .unwrap();
    assert!(!output.status.success());
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("LLM_BASE_URL is not set; try --fake")
    );
}
