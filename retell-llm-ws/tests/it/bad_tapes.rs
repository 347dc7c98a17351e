//! Tapes that are none, or not whole, or go on for ever.

use std::io;

use retell_llm_ws::{
    models::CallId,
    tape::{Player, Tape, TapeError},
};

use crate::support::Puppet;

const HEADER: &str =
    r#"{"tape":"retell-llm-ws","version":1,"call_id":"c","began_at":"2026-11-20T12:00:00Z","mask":"none"}"#;

fn refused(text: &str) -> String {
    Tape::read(text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn bad_tapes_are_refused_by_line() {
    assert!(matches!(Tape::read(&b""[..]), Err(TapeError::Empty)));
    assert_eq!(refused("{}"), "line 1 is not the header of a tape");
    assert_eq!(
        refused(r#"{"tape":"other","version":1}"#),
        "line 1 is not the header of a tape"
    );
    assert_eq!(
        refused(r#"{"tape":"retell-llm-ws","version":2,"from":"the future"}"#),
        "line 1: the tape has version 2, and this program reads version 1"
    );
    for (line, problem) in [
        (
            r#"{"at_ms":0,"received":{"a":"#,
            "it breaks off; was the recording cut short?",
        ),
        ("at once", "it is not JSON"),
        (r#"{"received":{}}"#, "a field is missing or has the wrong type"),
        (
            r#"{"at_ms":-1,"received":{}}"#,
            "a field is missing or has the wrong type",
        ),
        (
            r#"{"at_ms":1}"#,
            "it says nothing this version knows, or several things at once",
        ),
        (
            r#"{"at_ms":1,"binary":true,"lost":"us"}"#,
            "it says nothing this version knows, or several things at once",
        ),
    ] {
        let text = format!("{HEADER}\n\n{{\"at_ms\":0,\"lost\":\"us\"}}\n{line}");
        assert_eq!(refused(&text), format!("line 4: {problem}"));
    }
    let backwards = format!("{HEADER}\n{{\"at_ms\":5,\"binary\":true}}\n{{\"at_ms\":4,\"binary\":true}}\n");
    assert_eq!(
        refused(&backwards),
        "line 3: its time is before that of the line above"
    );
    assert_eq!(
        Tape::read(HEADER.as_bytes()).unwrap().header.call_id,
        CallId::from("c")
    );
    let mut bytes = HEADER.as_bytes().to_vec();
    bytes.extend(b"\n{\"at_ms\":1,\"received_text\":\"\xff\"}\n");
    assert_eq!(
        Tape::read(&bytes[..]).unwrap_err().to_string(),
        "line 2: it is not UTF-8"
    );
}

#[test]
fn an_endless_line_is_not_read_to_its_end() {
    let endless = io::Read::chain(HEADER.as_bytes(), io::Read::chain(&b"\n"[..], io::repeat(b' ')));
    assert_eq!(
        Tape::read(endless).unwrap_err().to_string(),
        "line 2: it is longer than any message"
    );
}

#[test]
fn a_tape_without_an_end_is_played_to_its_last_turn() {
    let tape = format!(
        "{HEADER}\n{}\n",
        r#"{"at_ms":2000,"received":{"interaction_type":"response_required","response_id":1,"transcript":[{"role":"user","content":"slow"}]}}"#
    );
    let tape = Tape::read(tape.as_bytes()).unwrap();
    let replay = Player::new(&tape).play(|_| Puppet::default());
    assert_eq!(replay.turns[1].replayed.text, "One moment, please. Here you are.");
    assert!(
        replay.turns[1].is_same(),
        "nothing was recorded that could differ"
    );
}
