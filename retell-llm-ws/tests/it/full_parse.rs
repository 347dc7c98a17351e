//! What the incremental reader must equal.

use retell_client::models::{TranscriptItem, Utterance};
use retell_llm_ws::{
    frame::{DecodeError, Inbound},
    transcript::Reader,
};

/// What is left of a frame when its lists are taken out, and the lists.
type Whole = (Inbound, Option<Vec<Utterance>>, Option<Vec<TranscriptItem>>);

fn whole(text: &str, keep_words: bool) -> Result<Whole, DecodeError> {
    let mut frame = Inbound::from_json(text)?;
    let (said, items) = match &mut frame {
        Inbound::UpdateOnly(update) => (&mut update.transcript, &mut update.transcript_with_tool_calls),
        Inbound::ResponseRequired(request) | Inbound::ReminderRequired(request) => {
            (&mut request.transcript, &mut request.transcript_with_tool_calls)
        }
        _ => return Ok((frame, None, None)),
    };
    let mut said = std::mem::take(said);
    let mut items = items.as_mut().map(std::mem::take);
    if !keep_words {
        said.iter_mut().for_each(|utterance| utterance.words.clear());
        for item in items.iter_mut().flatten() {
            if let TranscriptItem::Utterance(utterance) = item {
                utterance.words.clear();
            }
        }
    }
    Ok((frame, Some(said), items))
}

/// Reads one message both ways.
///
/// Panics when they differ. Where word timings are passed over, a flaw in them may go unnoticed.
pub(crate) fn agree(reader: &mut Reader, text: &str, keep_words: bool) {
    match (whole(text, keep_words), reader.read(text.as_bytes())) {
        (Ok((frame, said, items)), Ok(heard)) => {
            assert_eq!((heard.frame, heard.flaw), (frame, None));
            if let Some(said) = said {
                assert_eq!(**reader.transcript(), said);
                let held = reader.transcript_with_tool_calls().map(|items| &**items);
                assert_eq!(held, items.as_ref());
            }
        }
        (Err(expected), Err(error)) => assert_eq!(error, expected),
        // What a full parse cannot read may be saved in part.
        (Err(expected), Ok(heard)) => {
            assert!(heard.flaw == Some(expected) || (heard.flaw.is_none() && !keep_words));
        }
        (Ok(_), Err(error)) => panic!("{error}"),
    }
}
