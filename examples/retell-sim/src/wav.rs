//! Recordings: a soft tone for each word at its real time, agent and driver apart by pitch.
//!
//! Any part of the file can be computed by itself, so a range costs no more than its own length and nothing is stored.

use retell_client::models::{Call, Role};

const RATE: u64 = 8_000;
const HEADER: u64 = 44;
const FADE_MS: f64 = 18.0;
const LOUDNESS: f64 = 5_200.0;

/// The recording of one call: 8 kHz, 16 bit, mono.
#[derive(Debug, Clone)]
pub(crate) struct Recording {
    tones: Vec<Tone>,
    samples: u64,
}

#[derive(Debug, Clone, Copy)]
struct Tone {
    start_ms: f64,
    end_ms: f64,
    hertz: f64,
}

impl Recording {
    /// The recording of a call that has ended.
    pub(crate) fn of(call: &Call) -> Self {
        let mut tones = Vec::new();
        for utterance in call.utterances() {
            let base = if utterance.role == Role::Agent {
                330.0
            } else {
                196.0
            };
            for word in &utterance.words {
                let (Some(start), Some(end)) = (word.start, word.end) else {
                    continue;
                };
                // A little melody, so that it does not sound like a machine that has stopped.
                let step = word
                    .word
                    .as_deref()
                    .unwrap_or_default()
                    .bytes()
                    .map(u32::from)
                    .sum::<u32>()
                    % 5;
                let hertz = base * (1.0 + f64::from(step) * 0.06);
                tones.push(Tone {
                    start_ms: start * 1_000.0,
                    end_ms: end * 1_000.0,
                    hertz,
                });
            }
        }
        tones.sort_by(|a, b| a.start_ms.total_cmp(&b.start_ms));
        let ms = call
            .duration_ms
            .and_then(|ms| u64::try_from(ms).ok())
            .unwrap_or(0)
            .min(7_200_000);
        Self {
            tones,
            samples: ms * RATE / 1_000,
        }
    }

    /// Length of the file in bytes.
    pub(crate) fn len(&self) -> u64 {
        HEADER + self.samples * 2
    }

    /// The bytes from `start` up to `end`, which must not lie beyond the end of the file.
    pub(crate) fn bytes(&self, start: u64, end: u64) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(usize::try_from(end.saturating_sub(start)).unwrap_or(0));
        let header = self.header();
        let mut at = start;
        while at < end.min(HEADER) {
            bytes.push(header[at as usize]);
            at += 1;
        }
        while at < end {
            let sample = (at - HEADER) / 2;
            let pair = self.sample(sample).to_le_bytes();
            let from = ((at - HEADER) % 2) as usize;
            let upto = if end - at >= 2 - from as u64 { 2 } else { 1 };
            bytes.extend_from_slice(&pair[from..upto]);
            at += (upto - from) as u64;
        }
        bytes
    }

    fn sample(&self, n: u64) -> i16 {
        let ms = n as f64 * 1_000.0 / RATE as f64;
        let before = self.tones.partition_point(|tone| tone.start_ms <= ms);
        let Some(tone) = before
            .checked_sub(1)
            .map(|at| self.tones[at])
            .filter(|tone| ms < tone.end_ms)
        else {
            return 0;
        };
        let edge = (ms - tone.start_ms).min(tone.end_ms - ms);
        let fade = (edge / FADE_MS).clamp(0.0, 1.0);
        let turn = std::f64::consts::TAU * tone.hertz * (ms - tone.start_ms) / 1_000.0;
        ((turn.sin() + 0.3 * (2.0 * turn).sin()) * fade * LOUDNESS) as i16
    }

    fn header(&self) -> [u8; HEADER as usize] {
        let data = u32::try_from(self.samples * 2).unwrap_or(u32::MAX - 36);
        let mut header = [0; HEADER as usize];
        header[0..4].copy_from_slice(b"RIFF");
        header[4..8].copy_from_slice(&(data + 36).to_le_bytes());
        header[8..16].copy_from_slice(b"WAVEfmt ");
        header[16..20].copy_from_slice(&16u32.to_le_bytes());
        header[20..22].copy_from_slice(&1u16.to_le_bytes());
        header[22..24].copy_from_slice(&1u16.to_le_bytes());
        header[24..28].copy_from_slice(&(RATE as u32).to_le_bytes());
        header[28..32].copy_from_slice(&(RATE as u32 * 2).to_le_bytes());
        header[32..34].copy_from_slice(&2u16.to_le_bytes());
        header[34..36].copy_from_slice(&16u16.to_le_bytes());
        header[36..40].copy_from_slice(b"data");
        header[40..44].copy_from_slice(&data.to_le_bytes());
        header
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use retell_client::models::{CallStatus, CallType, Utterance, Word};

    fn recording() -> Recording {
        let mut call = Call::new("call_1", "agent_1", CallType::WebCall, CallStatus::Ended);
        call.duration_ms = Some(1_000);
        let mut hello = Utterance::new(Role::Agent, "Hello");
        hello.words = vec![Word::new("Hello", 0.2, 0.6)];
        call.transcript_object = Some(vec![hello]);
        Recording::of(&call)
    }

    #[test]
    fn it_is_a_wav_file_of_the_right_length() {
        let recording = recording();
        let file = recording.bytes(0, recording.len());
        assert_eq!(file.len(), 44 + 16_000);
        assert_eq!(&file[0..4], b"RIFF");
        assert_eq!(
            u32::from_le_bytes(file[4..8].try_into().unwrap()) as usize,
            file.len() - 8
        );
        assert_eq!(
            u32::from_le_bytes(file[40..44].try_into().unwrap()) as usize,
            file.len() - 44
        );
    }

    #[test]
    fn it_sounds_while_somebody_speaks_and_only_then() {
        let recording = recording();
        let file = recording.bytes(44, recording.len());
        let loud =
            |from_ms: usize, to_ms: usize| file[from_ms * 16..to_ms * 16].iter().any(|byte| *byte != 0);
        assert!(!loud(0, 190) && loud(250, 550) && !loud(610, 1_000));
    }

    #[test]
    fn every_part_equals_the_whole() {
        let recording = recording();
        let whole = recording.bytes(0, recording.len());
        for (start, end) in [
            (0, 1),
            (43, 46),
            (45, 45),
            (47, 4_000),
            (4_001, 4_002),
            (3_999, whole.len() as u64),
        ] {
            assert_eq!(
                recording.bytes(start, end),
                &whole[start as usize..end as usize],
                "{start}..{end}"
            );
        }
    }
}
