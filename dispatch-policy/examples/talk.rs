//! Play the driver in the terminal.
//!
//! ```text
//! cargo run -p dispatch-policy --example talk -- driver_name=Mike load_number=7891-B destination="Toledo, OH"
//! ```
//!
//! An empty line is a silence; `/slots` shows what is known (each slot with its turn, the words it came from and the rule that
//! read them), `/payload` the record, `/quit` hangs up.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use std::io::{self, BufRead, Write};

use dispatch_policy::{CheckCall, Input, Reply, Variables};
use jiff::Zoned;

fn main() -> io::Result<()> {
    let pairs: Vec<String> = std::env::args().skip(1).collect();
    let vars = Variables::from_map(pairs.iter().filter_map(|pair| pair.split_once('=')));
    let zone = vars.time_zone();
    let now = || Zoned::now().with_time_zone(zone.clone());
    let mut call = CheckCall::new(vars);
    let greeting = call.greet(&now());
    show(&greeting);
    let mut line = String::new();
    while !call.is_over() {
        print!("you  > ");
        io::stdout().flush()?;
        line.clear();
        if io::stdin().lock().read_line(&mut line)? == 0 {
            break;
        }
        let reply = match line.trim() {
            "/quit" => break,
            "/slots" => {
                slots(&call);
                continue;
            }
            "/payload" => {
                payload(&call);
                continue;
            }
            "" => call.turn(&now(), Input::silence()),
            said => call.turn(&now(), Input::said(said)),
        };
        show(&reply);
        slots(&call);
    }
    payload(&call);
    Ok(())
}

fn show(reply: &Reply) {
    let asked: Vec<_> = reply.asked.iter().map(|slot| slot.as_str()).collect();
    let mut marks = vec![asked.join(", ")];
    let flags = [
        ("ends", reply.end_call),
        ("transfers", reply.transfer),
        ("clarifies", reply.clarify),
    ];
    marks.extend(
        flags
            .iter()
            .filter(|(_, set)| *set)
            .map(|(name, _)| (*name).to_owned()),
    );
    marks.retain(|mark| !mark.is_empty());
    println!("agent> {}", reply.text);
    if !marks.is_empty() {
        println!("       [{}]", marks.join("; "));
    }
}

fn slots(call: &CheckCall) {
    for slot in call.slots() {
        let words = slot
            .words
            .map_or_else(String::new, |words| format!("\"{words}\""));
        let turn = slot.turn.map_or_else(String::new, |turn| format!("turn {turn}"));
        let value = slot.value.to_string();
        let line = format!(
            "{:<26} {value:<28} {turn:<8} {words} [{}]",
            slot.name,
            slot.rule.as_deref().unwrap_or("follows"),
        );
        println!("       {line}");
    }
}

fn payload(call: &CheckCall) {
    let conflicts = call
        .conflicts()
        .iter()
        .map(|conflict| serde_json::json!(conflict))
        .collect::<Vec<_>>();
    println!("{:#}", serde_json::Value::Object(call.payload()));
    if !conflicts.is_empty() {
        println!("conflicts: {:#}", serde_json::Value::Array(conflicts));
    }
}
