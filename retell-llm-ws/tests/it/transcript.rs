//! The incremental reader equals a full parse on every message of random transcript evolutions.

use std::{
    fmt::Write as _,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
};

use retell_llm_ws::transcript::Reader;

use crate::{full_parse::agree, random::Random};

/// Transcript evolutions. One is a call: some messages, each of which holds the transcript as it stands.
const EVOLUTIONS: u64 = 100_000;

#[test]
fn the_reader_equals_a_full_parse() {
    let mut full_reads = 0;
    let mut messages = 0;
    for seed in 0..EVOLUTIONS {
        let mut random = Random::new(seed);
        let keep_words = random.one_in(3);
        let mut reader = Reader::new().keep_words(keep_words);
        let mut call = Call::default();
        for step in 0..random.up_to(6) {
            call.evolve(&mut random);
            let text = call.message(&mut random);
            messages += 1;
            let agree = || agree(&mut reader, &text, keep_words);
            if let Err(difference) = catch_unwind(AssertUnwindSafe(agree)) {
                eprintln!("evolution {seed}, message {step}: {text}");
                resume_unwind(difference);
            }
        }
        full_reads += reader.full_reads();
    }
    // The comparison would say little if most messages took the other way.
    assert!(full_reads < messages / 10, "{full_reads} of {messages}");
}

/// A call as it goes on: items as JSON text, so that what is repeated is repeated to the byte.
#[derive(Default)]
struct Call {
    said: Vec<String>,
    items: Vec<String>,
    asked: u64,
}

impl Call {
    fn evolve(&mut self, random: &mut Random) {
        match random.up_to(10) {
            // An earlier item is corrected.
            0 if !self.said.is_empty() => {
                let at = random.below(self.said.len());
                self.said[at] = utterance(random);
            }
            // An interruption cuts the end off.
            1 => self.said.truncate(random.up_to(self.said.len() as u64) as usize),
            2 if !self.said.is_empty() => drop(self.said.remove(random.below(self.said.len()))),
            3 => self
                .said
                .insert(random.up_to(self.said.len() as u64) as usize, utterance(random)),
            // The last one grows, its beginning the same to the byte.
            4 | 5 if !self.said.is_empty() => {
                let last = self.said.last_mut().expect("not empty");
                if let Some(at) = last.find(r#""content":""#) {
                    last.insert_str(at + r#""content":""#.len(), &words(random));
                }
            }
            _ => {
                for _ in 0..=random.up_to(2) {
                    self.said.push(utterance(random));
                }
            }
        }
        match random.up_to(4) {
            0 => self
                .items
                .truncate(random.up_to(self.items.len() as u64) as usize),
            1 | 2 => self.items.push(item(random)),
            _ => {}
        }
    }

    fn message(&mut self, random: &mut Random) -> String {
        self.asked += 1;
        let kind = match random.up_to(40) {
            0 => "weather",
            1 => "ping_pong",
            2 => "reminder_required",
            3..10 => "response_required",
            _ => "update_only",
        };
        let mut members = vec![
            format!(r#""interaction_type":"{kind}""#),
            format!(r#""transcript":{}"#, array(&self.said, random)),
        ];
        if kind != "update_only" || random.one_in(9) {
            members.push(format!(r#""response_id":{}"#, self.asked));
        }
        if kind == "ping_pong" {
            members.push(r#""timestamp":1700000000000"#.to_owned());
        }
        if random.one_in(3) {
            members.push(format!(
                r#""transcript_with_tool_calls":{}"#,
                array(&self.items, random)
            ));
        }
        for extra in [
            r#""turntaking":"user_turn""#,
            r#""note":"\"transcript\":[{\"role\":\"agent\"}]""#,
            r#""more":{"transcript":[{"content":"no"}],"deep":[[{}]]}"#,
            r#""transcript_":[]"#,
        ] {
            if random.one_in(6) {
                members.push(extra.to_owned());
            }
        }
        if random.one_in(200) {
            members.push(r#""transcript":[]"#.to_owned());
        }
        if random.one_in(200) {
            members.push(r#""transcrip\u0074":null"#.to_owned());
        }
        random.shuffle(&mut members);
        let (open, between, close) =
            random.pick(&[("{", ",", "}"), ("{", ",", "}"), (" {\n", " ,\t", "\r\n}\n")]);
        let mut text = format!("{open}{}{close}", members.join(between));
        if random.one_in(100) {
            let mut cut = random.below(text.len());
            while !text.is_char_boundary(cut) {
                cut -= 1;
            }
            text.truncate(cut);
        }
        if random.one_in(200) {
            text.push_str(random.pick(&["x", "{}", "]"]));
        }
        text
    }
}

fn array(items: &[String], random: &mut Random) -> String {
    match random.up_to(200) {
        0 => "null".to_owned(),
        1 => "{}".to_owned(),
        2 => format!("[{},]", items.join(",")),
        3..60 => format!("[ {} ]", items.join(" ,\n ")),
        _ => format!("[{}]", items.join(",")),
    }
}

fn words(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..random.up_to(4) {
        text.push_str(random.pick(&[
            "hello ",
            "I-80 ",
            "José 🚚 ",
            r"\u00e9\ud83d\ude9a ",
            r#"\"quoted\" "#,
            r"\\",
            r"\u0000",
            r"]},{ ",
            r"tab\t",
            "\u{2028}",
            r#"\"transcript\":[ "#,
        ]));
    }
    // JavaScript cuts emojis in half.
    if random.one_in(50) {
        text.push_str(r"\ud83d");
    }
    text
}

fn utterance(random: &mut Random) -> String {
    let role = random.pick(&["agent", "user", "transfer_target", "system", "ghost"]);
    let mut members = vec![
        format!(r#""role":"{role}""#),
        format!(r#""content":"{}""#, words(random)),
    ];
    if random.one_in(2) {
        let mut timings = String::new();
        for n in 0..random.up_to(3) {
            let comma = if n > 0 { "," } else { "" };
            let _ = write!(
                timings,
                r#"{comma}{{"word":"{}","start":{n}.25,"end":{n}.5}}"#,
                words(random)
            );
        }
        members.push(format!(r#""words":[{timings}]"#));
    }
    if random.one_in(4) {
        members
            .push(r#""metadata":{"response_id":3,"transcript":[1],"deep":{"a":[null,-1.5e3]}}"#.to_owned());
    }
    if random.one_in(8) {
        members.push(r#""unknown":{"role":"x"}"#.to_owned());
    }
    if random.one_in(4) {
        random.shuffle(&mut members);
    }
    let item = format!("{{{}}}", members.join(random.pick(&[",", ",", " , "])));
    match random.up_to(1000) {
        0 => "7".to_owned(),
        1 => format!("[\"{role}\",\"in a row\"]"),
        2 => item.replace("\"content\":", "\"content\": null ,\"x\":"),
        _ => item,
    }
}

fn item(random: &mut Random) -> String {
    match random.up_to(6) {
        0 => {
            r#"{"role":"tool_call_invocation","tool_call_id":"t","name":"look","arguments":"{\"day\":[1]}"}"#
                .to_owned()
        }
        1 => format!(
            r#"{{"role":"tool_call_result","tool_call_id":"t","content":"{}"}}"#,
            words(random)
        ),
        2 => r#"{"role":"dtmf","digit":"4"}"#.to_owned(),
        3 => r#"{"role":"hologram","shape":[1,{"transcript":[]}]}"#.to_owned(),
        _ => utterance(random),
    }
}
