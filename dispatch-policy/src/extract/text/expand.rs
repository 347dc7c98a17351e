//! Words taken apart and put together: contractions, letters.

use super::Token;
use super::pieces::is_apostrophe;
use super::words::{is_clipped, long_form};

pub(super) fn expand(piece: &str, start: usize, end: usize, stop: bool, out: &mut Vec<Token>) {
    let lower: String = if piece.is_ascii() {
        piece.to_ascii_lowercase()
    } else {
        piece
            .chars()
            .flat_map(char::to_lowercase)
            .map(|c| if is_apostrophe(c) { '\'' } else { c })
            .collect()
    };
    let mut first = true;
    let mut push = |word: String| {
        if !word.is_empty() {
            let stop = stop && first;
            out.push(Token {
                word,
                start,
                end,
                clause: 0,
                stop,
            });
            first = false;
        }
    };
    if let Some(long) = long_form(&lower) {
        long.split(' ').map(str::to_owned).for_each(&mut push);
        return;
    }
    let bare = lower.trim_matches('\'');
    if is_clipped(bare) {
        push(format!("{bare}g"));
        return;
    }
    if let Some(stem) = bare.strip_suffix("n't") {
        push(stem.to_owned());
        push("not".to_owned());
        return;
    }
    // "fiveish"
    if let Some(stem) = bare
        .strip_suffix("ish")
        .filter(|stem| crate::extract::numbers::is_number_word(stem))
    {
        push(stem.to_owned());
        push("ish".to_owned());
        return;
    }
    for (suffix, word) in [
        ("'m", "am"),
        ("'re", "are"),
        ("'ve", "have"),
        ("'ll", "will"),
        ("'d", "would"),
        ("'s", "is"),
    ] {
        if let Some(stem) = bare.strip_suffix(suffix) {
            push(stem.to_owned());
            push(word.to_owned());
            return;
        }
    }
    push(if lower.contains('\'') {
        bare.replace('\'', "")
    } else {
        lower
    });
}

/// "mt vernon" is a mount; "i'm mt and rolling" is empty.
fn is_peak(next: &str) -> bool {
    !matches!(
        next,
        "and"
            | "now"
            | "here"
            | "already"
            | "headed"
            | "heading"
            | "rolling"
            | "ready"
            | "waiting"
            | "since"
            | "at"
            | "on"
            | "but"
            | "so"
            | "just"
            | "looking"
            | "going"
            | "trailer"
            | "miles"
    )
}

/// "laying on its side", "over its top": no verb.
fn is_possessive(tokens: &[Token], i: usize) -> bool {
    let next = tokens.get(i + 2).map_or("", |t| t.word.as_str());
    let before = i.checked_sub(1).map_or("", |k| tokens[k].word.as_str());
    tokens[i].start == tokens[i + 1].start
        && matches!(
            next,
            "side" | "roof" | "top" | "lid" | "nose" | "wheels" | "back" | "belly"
        )
        && matches!(before, "on" | "onto" | "over")
}

fn is_made_of_ai(word: &str) -> bool {
    matches!(
        word,
        "thing"
            | "things"
            | "bot"
            | "bots"
            | "robot"
            | "robots"
            | "agent"
            | "voice"
            | "assistant"
            | "calls"
            | "machine"
    )
}

/// Words that are another one beside their neighbours: "should of", "been setting two hours", "round five".
fn by_neighbour(tokens: &[Token], k: usize) -> Option<&'static str> {
    let word = |j: usize| tokens.get(j).map_or("", |t| t.word.as_str());
    match word(k) {
        "of" if matches!(word(k - 1), "should" | "could" | "would" | "must") && word(k + 1) != "course" => {
            Some("have")
        }
        "setting"
            if matches!(word(k - 1), "been" | "am" | "are" | "still" | "just" | "i")
                && !matches!(
                    word(k + 1),
                    "me" | "us" | "it" | "the" | "up" | "my" | "out" | "off"
                ) =>
        {
            Some("sitting")
        }
        "round"
            if crate::extract::numbers::is_number_word(word(k + 1))
                || matches!(word(k + 1), "noon" | "midnight") =>
        {
            Some("around")
        }
        _ => None,
    }
}

/// "i m" and "p m" arrive as single letters.
pub(super) fn join_split_contractions(tokens: &mut Vec<Token>) {
    if let Some(last) = tokens.last_mut().filter(|t| t.word == "mt") {
        last.word = "empty".to_owned();
    }
    let mut i = 0;
    while i + 1 < tokens.len() {
        let joined = match (tokens[i].word.as_str(), tokens[i + 1].word.as_str()) {
            ("p", "m") => Some("pm"),
            ("a", "m") => Some("am"),
            ("o", "clock") => Some("oclock"),
            ("u", "s") => Some("us"),
            ("f", "m") => Some("fm"),
            ("t", "a") => Some("ta"),
            ("m", "t") => Some("empty"),
            ("off", "loaded") => Some("offloaded"),
            ("com" | "comm" | "t" | "tee", "check" | "chek") => Some("comcheck"),
            // "on its side": the recogniser leaves no apostrophe either way.
            ("it", "is") if is_possessive(tokens, i) => Some("its"),
            ("com", "data") => Some("comdata"),
            ("all", "righty") => Some("okay"),
            ("mt", next) if !is_peak(next) => {
                tokens[i].word = "empty".to_owned();
                None
            }
            ("can", "not") | ("i", "m") => None,
            ("a", "i") if tokens.get(i + 2).is_none_or(|t| is_made_of_ai(&t.word)) => Some("ai"),
            ("mile", "post") => Some("milepost"),
            ("yard", "stick" | "sticks") => Some("yardstick"),
            ("air", "bag") => Some("airbag"),
            ("air", "bags") => Some("airbags"),
            ("cross", "dock") => Some("crossdock"),
            _ => None,
        };
        if let Some(word) = joined {
            tokens[i].word = word.to_owned();
            tokens[i].end = tokens[i + 1].end;
            tokens.remove(i + 1);
        } else if tokens[i].word == "i" && tokens[i + 1].word == "m" {
            tokens[i + 1].word = "am".to_owned();
        }
        i += 1;
    }
    for k in 1..tokens.len() {
        if let Some(word) = by_neighbour(tokens, k) {
            tokens[k].word = word.to_owned();
        }
    }
    for k in 2..tokens.len() {
        if tokens[k].word == "t" && tokens[k - 1].word == "o" && tokens[k - 2].word == "d" {
            tokens[k - 2].word = "dot".to_owned();
            tokens[k - 2].end = tokens[k].end;
            tokens.drain(k - 1..=k);
            break;
        }
    }
    for k in 2..tokens.len() {
        if tokens[k].word == "d" && tokens[k - 1].word == "o" && tokens[k - 2].word == "p" {
            tokens[k - 2].word = "pod".to_owned();
            tokens[k - 2].end = tokens[k].end;
            tokens.drain(k - 1..=k);
            break;
        }
    }
}
