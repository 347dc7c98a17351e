//! Any text is read or refused, and what was read is written so that it reads the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use retell_llm_ws::frame::{Inbound, Outbound};

fuzz_target!(|text: &str| {
    if let Ok(frame) = Inbound::from_json(text) {
        assert_eq!(Inbound::from_json(&frame.to_json()).as_ref(), Ok(&frame));
    }
    if let Ok(frame) = Outbound::from_json(text) {
        assert_eq!(Outbound::from_json(&frame.to_json()).as_ref(), Ok(&frame));
    }
});
