//! Messages one after the other, divided by blank lines: the incremental reader equals a full parse on each.

#![no_main]

#[path = "../../tests/it/full_parse.rs"]
mod full_parse;

use libfuzzer_sys::fuzz_target;
use retell_llm_ws::transcript::Reader;

fuzz_target!(|text: &str| {
    // With word timings: where they are passed over, what is wrong in them rightly makes a difference.
    let mut reader = Reader::new().keep_words(true);
    for message in text.split("\n\n") {
        full_parse::agree(&mut reader, message, true);
    }
});
