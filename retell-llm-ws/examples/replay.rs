//! Plays a recorded call to another policy and shows where the caller would have heard something else.
//!
//! ```sh
//! cargo run -p retell-llm-ws --features replay --example replay -- call.jsonl --policy echo
//! ```
//!
//! `--policy echo` (the default) is the policy of the `echo` example; `--policy silent` says nothing; `--policy say:WORDS`
//! answers everything with these words. Exit status: 0 the same, 1 different, 2 the tape cannot be played.

#![expect(clippy::print_stdout, reason = "the difference is what this program is for")]

#[path = "echo/policy.rs"]
mod policy;

use std::{env, error::Error, fs::File, process::ExitCode};

use policy::Echo;
use retell_llm_ws::{
    ConversationPolicy, Speech,
    policies::speech_fn,
    tape::{Answer, Player, Replay, Tape},
};

fn main() -> ExitCode {
    match replay() {
        Ok(replay) => {
            show(&replay);
            ExitCode::from(u8::from(!replay.is_same()))
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn replay() -> Result<Replay, Box<dyn Error>> {
    let mut file = None;
    let mut policy: Box<dyn ConversationPolicy> = Box::new(Echo);
    let mut args = env::args().skip(1);
    while let Some(arg) = args.next() {
        if arg == "--policy" {
            policy = named(&args.next().ok_or("--policy needs a name")?)?;
        } else if file.replace(arg).is_some() {
            return Err("one tape at a time".into());
        }
    }
    let file = file.ok_or("usage: replay TAPE [--policy echo|silent|say:WORDS]")?;
    let tape = Tape::read(File::open(&file).map_err(|error| format!("{file}: {error}"))?)
        .map_err(|error| format!("{file}: {error}"))?;
    Ok(Player::new(&tape).play(|_| policy))
}

fn named(name: &str) -> Result<Box<dyn ConversationPolicy>, Box<dyn Error>> {
    Ok(match name.split_once(':') {
        None if name == "echo" => Box::new(Echo),
        None if name == "silent" => Box::new(speech_fn(|_| Speech::silence())),
        Some(("say", words)) => {
            let words = words.to_owned();
            Box::new(speech_fn(move |_| Speech::say(words.clone())))
        }
        _ => return Err(format!("{name}: no such policy").into()),
    })
}

fn show(replay: &Replay) {
    for turn in replay.differences() {
        println!("turn {}", turn.response_id);
        if let Some(said) = &turn.said {
            println!("  caller: {said}");
        }
        println!("  - {}", line(&turn.recorded));
        println!("  + {}", line(&turn.replayed));
    }
    if replay.missing > 0 {
        eprintln!(
            "{} events are missing on the tape; differences may come from that",
            replay.missing
        );
    }
    println!(
        "{} of {} turns differ",
        replay.differences().count(),
        replay.turns.len()
    );
}

fn line(answer: &Answer) -> String {
    let mut line = format!("{:?}", answer.text);
    if let Some(action) = &answer.action {
        line += &format!(" then {action:?}");
    }
    if answer.no_interruption {
        line += ", not to be interrupted";
    }
    if !answer.complete {
        line += " (cut off)";
    }
    line
}
