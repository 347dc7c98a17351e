//! Speech from tokens: where it is cut, and what happens when the tokens stop.

use std::time::Duration;

use futures_util::{Stream, StreamExt, stream};
use proptest::prelude::*;
use retell_llm_ws::{
    Options, PolicyError, Reply, Speech, Turn,
    policies::{PolicyExt, policy_fn, speech_fn},
    speech::{SentenceCutter, SpeakError, Speaker},
    testkit::TestCall,
};

use crate::support::Phone;

fn cut_with(mut cutter: SentenceCutter, tokens: &[&str]) -> Vec<String> {
    let mut pieces: Vec<_> = tokens.iter().flat_map(|token| cutter.push(token)).collect();
    pieces.extend(cutter.finish());
    pieces
}

fn cut(text: &str) -> Vec<String> {
    cut_with(SentenceCutter::new(), &[text])
}

#[test]
fn the_first_piece_is_a_clause_and_the_others_are_sentences() {
    assert_eq!(
        cut("Well, thanks for calling, Ana. We are open today, until six. Anything else, Ana?"),
        [
            "Well, thanks for calling, ",
            "Ana. ",
            "We are open today, until six. ",
            "Anything else, Ana?"
        ]
    );
    let whole = SentenceCutter::new().first_clause(usize::MAX);
    assert_eq!(
        cut_with(whole, &["Well, then, yes. No."]),
        ["Well, then, yes. ", "No."]
    );
}

#[test]
fn numbers_and_abbreviations_stay_whole() {
    assert_eq!(
        cut(
            "Dr. Lee said 3.5 miles on I-80 to St. Paul at 4:15 p.m. Eastern, for $1,200.50. Is that No. 7? No. It is... six."
        ),
        [
            "Dr. Lee said 3.5 miles on I-80 to St. Paul at 4:15 p.m. Eastern, ",
            "for $1,200.50. ",
            "Is that No. 7? ",
            "No. ",
            "It is... six."
        ]
    );
}

#[test]
fn other_languages() {
    assert_eq!(
        cut("我们今天六点关门。您还需要什么吗？好的！"),
        ["我们今天六点关门。", "您还需要什么吗？", "好的！"]
    );
    assert_eq!(
        cut("「はい。」と言った。では、また。"),
        ["「はい。」", "と言った。", "では、また。"]
    );
    assert_eq!(
        cut("¡Hola, Sra. López! ¿Cómo está? Abrimos a las 9:30 a.m. mañana."),
        [
            "¡Hola, Sra. López! ",
            "¿Cómo está? ",
            "Abrimos a las 9:30 a.m. mañana."
        ]
    );
}

#[test]
fn lists_end_at_their_lines() {
    assert_eq!(
        cut("Here it is:\n1. Milk\n2. Bread\n\n**That is all.** Bye"),
        [
            "Here it is:\n",
            "1. Milk\n",
            "2. Bread\n\n",
            "**That is all.** ",
            "Bye"
        ]
    );
}

#[test]
fn blanks_alone_are_never_a_piece() {
    assert_eq!(cut(" \n\t "), [""; 0]);
    assert_eq!(cut(""), [""; 0]);
    assert_eq!(cut("  Yes.  \n"), ["Yes.  \n"]);
    let mut cutter = SentenceCutter::new();
    assert_eq!(cutter.push("Let me check that"), [""; 0]);
    assert_eq!(cutter.flush(), ["Let me check "]);
    assert_eq!(cutter.push(" for you. "), [""; 0]);
    assert_eq!(cutter.flush(), ["that for you. "]);
    assert_eq!(
        (cutter.push("   "), cutter.flush(), cutter.finish()),
        (vec![], vec![], None)
    );
}

#[test]
fn a_pause_cuts_no_number() {
    for (held, said) in [
        ("It is 3.", "It is "),
        ("Ask Dr.", "Ask "),
        ("Ask Dr. ", "Ask "),
        ("We open at 4:15 ", "We open at "),
        ("Done.", "Done."),
        ("Done. ", "Done. "),
        ("Sure,", "Sure,"),
    ] {
        let mut cutter = SentenceCutter::new();
        cutter.push(held);
        assert_eq!(cutter.flush(), [said], "{held:?}");
    }
    for held in ["", "Tues", "5", "$ "] {
        let mut cutter = SentenceCutter::new();
        cutter.push(held);
        assert_eq!(cutter.flush(), [""; 0], "{held:?}");
    }
}

#[test]
fn what_never_ends_is_cut_at_a_clause_or_a_word() {
    let cutter = || SentenceCutter::new().longest(40).first_clause(usize::MAX);
    assert_eq!(
        cut_with(
            cutter(),
            &["and so it goes on, with words after words after words"]
        ),
        ["and so it goes on, ", "with words after words after words"]
    );
    assert_eq!(
        cut_with(
            cutter(),
            &["words after words after words after words after words"]
        ),
        ["words after words after words after ", "words after words"]
    );
    let digits = "a".repeat(30) + &"1".repeat(30);
    assert_eq!(cut_with(cutter(), &[&digits]), ["a".repeat(30), "1".repeat(30)]);
    let pieces = cut_with(cutter(), &["字".repeat(90).as_str()]);
    assert_eq!(
        pieces
            .iter()
            .map(|piece| piece.chars().count())
            .collect::<Vec<_>>(),
        [20, 20, 20, 20, 10]
    );
}

/// Things that must stay in one piece.
const ATOMS: &[&str] = &[
    "3.5",
    "I-80",
    "4:15 p.m.",
    "1,200",
    "Dr. Smith",
    "Mr. O'Neil",
    "U.S. Route",
    "No. 7",
    "e.g. bread",
    "St. Paul",
    "$2.50",
    "+1 415 555 0100",
    "Sra. Ruiz",
    "etc...",
    "exit 12",
    "3.5.1",
];
const WORDS: &[&str] = &[
    "we",
    "open",
    "at",
    "Load",
    "the",
    "dock",
    "Ana",
    "café",
    "niño",
    "我们",
    "「はい」",
    "🚚",
    "\"quoted\"",
    "(so)",
    "¿qué",
];
const MARKS: &[&str] = &[
    " ", " ", " ", " ", ", ", ". ", "! ", "? ", "... ", "; ", ": ", " — ", "\n", "。", "，", "  ",
];

fn text() -> impl Strategy<Value = Vec<(String, bool, &'static str)>> {
    let word = prop_oneof![
        3 => prop::sample::select(WORDS).prop_map(|word| (word.to_owned(), false)),
        1 => prop::sample::select(ATOMS).prop_map(|word| (word.to_owned(), true)),
    ];
    prop::collection::vec((word, prop::sample::select(MARKS)), 1..60).prop_map(|parts| {
        parts
            .into_iter()
            .map(|((word, atom), mark)| (word, atom, mark))
            .collect()
    })
}

proptest! {
    #[test]
    fn pieces_in_a_row_are_the_text(parts in text(), cuts in prop::collection::vec(1..9usize, 1..50)) {
        let text: String = parts.iter().map(|(word, _, mark)| format!("{word}{mark}")).collect();
        let whole = cut(&text);
        prop_assert_eq!(whole.concat(), text.trim_start());
        prop_assert!(whole.iter().all(|piece| piece.contains(|c: char| !c.is_whitespace())));

        let chars: Vec<char> = text.chars().collect();
        let mut tokens = Vec::new();
        let (mut at, mut sizes) = (0, cuts.iter().cycle());
        while at < chars.len() {
            let end = (at + sizes.next().unwrap()).min(chars.len());
            tokens.push(chars[at..end].iter().collect::<String>());
            at = end;
        }
        let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
        prop_assert_eq!(cut_with(SentenceCutter::new(), &tokens), whole, "however it is split into tokens");
    }

    #[test]
    fn no_cut_goes_through_a_number_or_a_name(parts in text()) {
        let mut text = String::new();
        let mut whole = Vec::new();
        for (word, atom, mark) in &parts {
            if *atom {
                whole.push((text.len(), text.len() + word.len()));
            }
            text.push_str(word);
            text.push_str(mark);
        }
        let mut at = 0;
        for piece in cut(&text) {
            at += piece.len();
            let split = whole.iter().find(|(from, to)| *from < at && at < *to);
            prop_assert!(split.is_none(), "{:?} cut in {:?}", &text[split.unwrap().0..split.unwrap().1], text);
        }
    }

    #[test]
    fn pieces_are_never_longer_than_allowed(text in "[a-zé我. ,\n0-9]{0,400}", longest in 20..60usize) {
        let pieces = cut_with(SentenceCutter::new().longest(longest), &[&text]);
        for piece in &pieces {
            let columns: usize = piece.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum();
            prop_assert!(columns <= longest, "{piece:?}");
            prop_assert!(!piece.trim().is_empty());
        }
    }

    #[test]
    fn pauses_lose_nothing(tokens in prop::collection::vec(("[a-zA-Z0-9.,:?! ]{0,8}", any::<bool>()), 0..30)) {
        let mut cutter = SentenceCutter::new();
        let mut pieces = Vec::new();
        let mut text = String::new();
        for (token, pause) in &tokens {
            text.push_str(token);
            pieces.extend(cutter.push(token));
            if *pause {
                pieces.extend(cutter.flush());
            }
        }
        pieces.extend(cutter.finish());
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(words(&pieces.concat()), words(&text));
        prop_assert!(pieces.iter().all(|piece| !piece.trim().is_empty()));
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the model went away")]
struct Gone;

type Tokens = Vec<(u64, Result<&'static str, ()>)>;

/// Tokens, each after a pause in milliseconds.
fn tokens(tokens: Tokens) -> impl Stream<Item = Result<&'static str, Gone>> {
    stream::iter(tokens).then(|(pause, token)| async move {
        tokio::time::sleep(Duration::from_millis(pause)).await;
        token.map_err(|()| Gone)
    })
}

async fn speaks(script: &Tokens, _: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
    reply.speak(tokens(script.clone())).await?;
    Ok(reply.finish("Bye.").await?)
}

#[tokio::test(start_paused = true)]
async fn a_stream_is_spoken_as_it_comes() {
    let script = vec![
        (10, Ok("We are open")),
        (10, Ok(", until")),
        (10, Ok(" six. See")),
        (10, Ok(" you")),
    ];
    let mut call = TestCall::new(policy_fn(script, speaks));
    let turn = call.say("hello").await;
    assert_eq!(turn.chunks, ["We are open, ", "until six. ", "See you", "Bye."]);
}

#[tokio::test(start_paused = true)]
async fn a_pause_lets_out_what_is_held() {
    let script = vec![
        (0, Ok("Let me check the num")),
        (900, Ok("bers. They are 3.")),
        (5000, Ok("5 and 4.")),
    ];
    let mut call = TestCall::new(policy_fn(script.clone(), speaks));
    assert_eq!(
        call.say("hello").await.chunks,
        [
            "Let me check the ",
            "numbers. ",
            "They are ",
            "3.5 and 4.",
            "Bye."
        ]
    );
    let patient = async |script: &Tokens, _: &Turn<'_>, reply: &mut Reply| {
        let speaker = Speaker::new()
            .pause(None)
            .cutter(SentenceCutter::new().first_clause(usize::MAX));
        Ok(speaker.speak(reply, tokens(script.clone())).await?)
    };
    let mut call = TestCall::new(policy_fn(script, patient));
    assert_eq!(
        call.say("hello").await.chunks,
        ["Let me check the numbers. ", "They are 3.5 and 4."]
    );
}

#[tokio::test]
async fn a_stream_that_breaks_before_words_leaves_the_answer_to_another() {
    let script: Tokens = vec![(0, Ok("Well")), (0, Err(()))];
    let mut call = TestCall::new(policy_fn(script, speaks).or(speech_fn(|_| Speech::say("Sorry?"))));
    assert_eq!(call.say("hello").await.text, "Sorry?");
}

#[tokio::test]
async fn a_stream_that_breaks_after_words_fails_the_turn() {
    let script: Tokens = vec![(0, Ok("One thing. Two thi")), (0, Err(()))];
    let mut call = TestCall::new(policy_fn(script.clone(), speaks).or(speech_fn(|_| Speech::say("Sorry?"))));
    let turn = call.say("hello").await;
    assert_eq!(turn.text, "One thing. ");
    let error = turn.error.unwrap();
    let cause = std::error::Error::source(&error)
        .unwrap()
        .downcast_ref::<SpeakError>();
    let Some(SpeakError::Broken { error, spoken: true }) = cause else {
        panic!("{cause:?}")
    };
    assert!(error.is::<Gone>());
}

#[tokio::test(start_paused = true)]
async fn a_stream_is_dropped_when_the_caller_cuts_in() {
    let script: Tokens = (0..100).map(|_| (500, Ok("And on. "))).collect();
    let mut phone = Phone::begun(policy_fn(script, speaks), Options::new().no_holding()).await;
    phone.ask(1, "talk");
    assert_eq!(phone.response().await.content, "And on. ");
    phone.ask(2, "stop");
    let next = phone.response().await;
    assert_eq!((next.response_id, next.content.as_str()), (2, "And on. "));
    phone.end().await;
}
