use retell_client::models::Role;

use super::*;

const HEAD: &str = r#"{"interaction_type":"update_only","transcript":["#;

fn update(items: &[&str]) -> String {
    format!("{HEAD}{}]}}", items.join(","))
}

fn contents(reader: &Reader) -> Vec<&str> {
    reader
        .transcript()
        .iter()
        .map(|said| said.content.as_str())
        .collect()
}

fn said(words: &str) -> String {
    format!(r#"{{"role":"user","content":"{words}"}}"#)
}

#[test]
fn what_is_repeated_is_not_parsed_again() {
    let mut reader = Reader::new();
    reader.read(update(&[&said("a"), &said("b")]).as_bytes()).unwrap();
    let before = Arc::clone(reader.transcript());
    reader.read(update(&[&said("a"), &said("b")]).as_bytes()).unwrap();
    assert!(Arc::ptr_eq(&before, reader.transcript()), "nothing was new");

    // The address of a string tells whether it was read again. The list itself is copied, since it is held here.
    drop(before);
    let first = reader.transcript()[0].content.as_ptr();
    reader
        .read(update(&[&said("a"), &said("b and more"), &said("c")]).as_bytes())
        .unwrap();
    assert_eq!(contents(&reader), ["a", "b and more", "c"]);
    assert_eq!(reader.transcript()[0].content.as_ptr(), first);

    // A correction costs what it corrects.
    let last = reader.transcript()[2].content.as_ptr();
    reader
        .read(update(&[&said("A"), &said("b and more"), &said("c")]).as_bytes())
        .unwrap();
    assert_eq!(contents(&reader), ["A", "b and more", "c"]);
    assert_eq!(reader.transcript()[2].content.as_ptr(), last);
    assert_eq!(reader.full_reads(), 0);
}

#[test]
fn who_holds_a_transcript_keeps_it() {
    let mut reader = Reader::new();
    reader.read(update(&[&said("a")]).as_bytes()).unwrap();
    let held = Arc::clone(reader.transcript());
    reader.read(update(&[&said("b")]).as_bytes()).unwrap();
    assert_eq!((held[0].content.as_str(), contents(&reader)), ("a", vec!["b"]));
}

#[test]
fn a_frame_that_cannot_be_read_changes_nothing() {
    let mut reader = Reader::new();
    let good = update(&[&said("a"), &said("b")]);
    reader.read(good.as_bytes()).unwrap();
    let other = update(&[&said("x"), &said("y"), &said("z")]);
    for cut in 0..other.len() {
        assert!(reader.read(&other.as_bytes()[..cut]).is_err(), "{cut}");
        assert_eq!(contents(&reader), ["a", "b"], "{cut}");
    }
    for bad in ["", "[]", "null", "{}", r#"{"transcript":[{"content":"x"}]}"#] {
        assert!(reader.read(bad.as_bytes()).is_err());
    }
    let mut not_text = update(&[&said("a"), &said("x")]).into_bytes();
    let x = not_text.iter().rposition(|byte| *byte == b'x').unwrap();
    not_text[x] = 0xff;
    assert!(reader.read(&not_text).is_err());
    assert_eq!(contents(&reader), ["a", "b"]);
}

#[test]
fn broken_text_in_what_is_passed_over_is_seen() {
    let mut text =
        update(&[r#"{"role":"user","content":"a","words":[{"word":"x"}],"more":"y"}"#]).into_bytes();
    let x = text.iter().rposition(|byte| *byte == b'x').unwrap();
    text[x] = 0xff;
    assert!(Reader::new().read(&text).is_err());
}

#[test]
fn a_frame_of_another_kind_leaves_the_transcript() {
    let mut reader = Reader::new();
    reader.read(update(&[&said("a")]).as_bytes()).unwrap();
    let unknown = r#"{"interaction_type":"weather","transcript":[{"content":"rain"}]}"#;
    let heard = reader.read(unknown.as_bytes()).unwrap();
    assert_eq!(
        heard.frame.to_json(),
        serde_json::from_str::<serde_json::Value>(unknown)
            .unwrap()
            .to_string()
    );
    let ping = r#"{"interaction_type":"ping_pong","timestamp":1,"transcript":[{"content":"rain"}]}"#;
    assert_eq!(reader.read(ping.as_bytes()).unwrap().frame.kind(), "ping_pong");
    assert_eq!(contents(&reader), ["a"]);
}

#[test]
fn nested_and_quoted_lookalikes_are_not_the_transcript() {
    let mut reader = Reader::new();
    let text = r#"{"note":"\"transcript\":[{\"content\":\"no\"}]","more":{"transcript":[{"content":"no"}]},
        "interaction_type":"update_only","transcript":[{"role":"user","content":"\"transcript\":[1]","metadata":
        {"transcript":[{"content":"no"}]}}]}"#;
    reader.read(text.as_bytes()).unwrap();
    assert_eq!(contents(&reader), [r#""transcript":[1]"#]);
    assert_eq!(reader.full_reads(), 0);
}

#[test]
fn a_member_given_twice_and_an_escaped_name_are_for_the_full_parse() {
    for odd in [
        r#"{"interaction_type":"update_only","transcript":[{"content":"a"}],"transcript":[{"content":"b"}]}"#,
        r#"{"interaction_type":"update_only","transcrip\u0074":[{"content":"b"}]}"#,
    ] {
        let mut reader = Reader::new();
        reader.read(odd.as_bytes()).unwrap();
        assert_eq!((contents(&reader), reader.full_reads()), (vec!["b"], 1), "{odd}");
    }
}

#[test]
fn half_characters_cost_no_full_parse() {
    let mut reader = Reader::new();
    reader
        .read(update(&[&said(r"cut \ud83d"), &said("b")]).as_bytes())
        .unwrap();
    assert_eq!(
        (contents(&reader), reader.full_reads()),
        (vec!["cut \u{fffd}", "b"], 0)
    );
}

#[test]
fn words_are_read_when_asked_for() {
    let text = update(&[r#"{"role":"agent","content":"Hi","words":[{"word":"Hi","start":0.5,"end":0.75}]}"#]);
    for keep in [false, true] {
        let mut reader = Reader::new().keep_words(keep);
        reader.read(text.as_bytes()).unwrap();
        assert_eq!(reader.transcript()[0].start(), keep.then_some(0.5));
        assert_eq!(reader.transcript()[0].role, Role::Agent);
    }
}

#[test]
fn memory_follows_the_transcript() {
    let long = |count: usize| {
        let items: Vec<String> = (0..count).map(|n| said(&n.to_string())).collect();
        update(&items.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let mut reader = Reader::new();
    for count in [200, 1_000, 1] {
        reader.read(long(count).as_bytes()).unwrap();
        let room = reader.transcript().capacity();
        assert!(
            (count..=count + count / 4 + 16).contains(&room),
            "{room} for {count}"
        );
    }
    // Growing one by one as calls do.
    for count in 1..400 {
        reader.read(long(count).as_bytes()).unwrap();
        assert!(reader.transcript().capacity() <= count + count / 8 + 16);
    }
}

#[test]
fn debug_shows_no_words() {
    let mut reader = Reader::new();
    let heard = reader.read(update(&[&said("secret")]).as_bytes()).unwrap();
    assert!(!format!("{reader:?} {heard:?}").contains("secret"));
}
