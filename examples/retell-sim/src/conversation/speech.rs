//! Words and when they are spoken.

use retell_client::models::{Role, Utterance, Word};

/// Blank between two words, in milliseconds.
const GAP_MS: u64 = 70;

/// A stretch of speech: its text, and the time of each word planned so far. The text may grow at its end.
#[derive(Debug, Clone, Default)]
pub(crate) struct Speech {
    text: String,
    words: Vec<Planned>,
    planned_bytes: usize,
    /// Percent of the normal time each word takes.
    pace: u64,
}

#[derive(Debug, Clone)]
struct Planned {
    from: usize,
    to: usize,
    start_ms: u64,
    end_ms: u64,
}

impl Speech {
    /// Nothing said yet; `pace` is the percentage of the normal time a word takes.
    pub(crate) fn new(pace: u64) -> Self {
        Self {
            pace,
            ..Self::default()
        }
    }

    /// Adds text that is not yet planned.
    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Plans every whole sentence not yet planned, or all the rest; the first new word starts at `from_ms` at the
    /// earliest. Says whether there is something new to speak.
    pub(crate) fn plan(&mut self, from_ms: u64, all: bool) -> bool {
        let upto = if all {
            self.text.len()
        } else {
            sentence_end(&self.text)
        };
        if upto <= self.planned_bytes {
            return false;
        }
        let rest = &self.text[self.planned_bytes..upto];
        let mut start_ms = self.end_ms().map_or(from_ms, |end| from_ms.max(end + GAP_MS));
        let before = self.words.len();
        for word in rest.split_whitespace() {
            let from = word.as_ptr() as usize - self.text.as_ptr() as usize;
            let end_ms = start_ms + spoken_ms(word) * self.pace / 100;
            self.words.push(Planned {
                from,
                to: from + word.len(),
                start_ms,
                end_ms,
            });
            start_ms = end_ms + GAP_MS;
        }
        self.planned_bytes = upto;
        self.words.len() > before
    }

    /// When the last planned word ends.
    pub(crate) fn end_ms(&self) -> Option<u64> {
        self.words.last().map(|word| word.end_ms)
    }

    /// When the first word starts.
    pub(crate) fn start_ms(&self) -> Option<u64> {
        self.words.first().map(|word| word.start_ms)
    }

    /// When word `index` ends.
    pub(crate) fn word_end_ms(&self, index: usize) -> Option<u64> {
        self.words.get(index).map(|word| word.end_ms)
    }

    /// How many words are planned.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// How many words are out at this time.
    pub(crate) fn spoken_by(&self, now_ms: u64) -> usize {
        self.words.partition_point(|word| word.end_ms <= now_ms)
    }

    /// Leaves the words after the first `count` unsaid, for good.
    pub(crate) fn cut(&mut self, count: usize) {
        self.words.truncate(count);
        let end = self.words.last().map_or(0, |word| word.to);
        self.text.truncate(end);
        self.planned_bytes = end;
    }

    /// Puts off every word after the first `count` by this much.
    pub(crate) fn delay(&mut self, count: usize, by_ms: u64) {
        for word in self.words.iter_mut().skip(count) {
            word.start_ms += by_ms;
            word.end_ms += by_ms;
        }
    }

    /// The first `count` words as they stand in the text.
    pub(crate) fn content(&self, count: usize) -> &str {
        let end = count
            .checked_sub(1)
            .and_then(|last| self.words.get(last))
            .map_or(0, |word| word.to);
        self.text[..end].trim_start()
    }

    /// The first `count` words as an utterance.
    pub(crate) fn utterance(&self, role: Role, count: usize) -> Utterance {
        let mut utterance = Utterance::new(role, self.content(count));
        let seconds = |ms: u64| ms as f64 / 1_000.0;
        utterance.words = self.words[..count.min(self.words.len())]
            .iter()
            .map(|w| Word::new(&self.text[w.from..w.to], seconds(w.start_ms), seconds(w.end_ms)))
            .collect();
        utterance
    }
}

/// The byte after the last whole sentence.
fn sentence_end(text: &str) -> usize {
    let mut end = 0;
    let mut marks = text.char_indices().peekable();
    while let Some((at, c)) = marks.next() {
        let followed_by_blank = marks.peek().is_some_and(|(_, next)| next.is_whitespace());
        if matches!(c, '.' | '?' | '!' | '…' | ':' | ';') && followed_by_blank {
            end = at + c.len_utf8();
        }
    }
    end
}

/// How long a word takes: about 160 a minute for English, longer where a comma or a full stop makes a pause.
fn spoken_ms(word: &str) -> u64 {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count() as u64;
    let digits = word.chars().filter(char::is_ascii_digit).count() as u64;
    let pause = match word.chars().last() {
        Some('.' | '?' | '!') => 220,
        Some(',' | ';' | ':') => 110,
        _ => 0,
    };
    (130 + 38 * letters.min(14) + 190 * digits.min(12)).min(2_500) + pause
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Speech {
        let mut speech = Speech::new(100);
        speech.push(text);
        speech.plan(1_000, true);
        speech
    }

    #[test]
    fn people_speak_about_160_words_a_minute() {
        let text = "i'm on i eighty westbound around mile marker two twelve and it looks like about \
                    two hours to go because traffic was backed up near the river this morning";
        let speech = said(text);
        let minutes = (speech.end_ms().unwrap() - 1_000) as f64 / 60_000.0;
        let rate = speech.len() as f64 / minutes;
        assert!((145.0..180.0).contains(&rate), "{rate} words a minute");
    }

    #[test]
    fn only_whole_sentences_are_spoken_early() {
        let mut speech = Speech::new(100);
        speech.push("It is 4.5 miles. And th");
        assert!(speech.plan(0, false));
        assert_eq!(speech.content(speech.len()), "It is 4.5 miles.");
        speech.push("en some.");
        assert!(!speech.plan(0, false), "nothing shows that the sentence is over");
        assert!(speech.plan(0, true));
        assert_eq!(speech.content(speech.len()), "It is 4.5 miles. And then some.");
    }

    #[test]
    fn words_grow_cut_and_keep_their_times() {
        let mut speech = said("  Hello,  brave new\tworld ");
        assert_eq!(speech.spoken_by(0), 0);
        assert_eq!(speech.spoken_by(u64::MAX), 4);
        assert_eq!(speech.content(2), "Hello,  brave");
        speech.cut(2);
        assert_eq!(speech.len(), 2);
        let utterance = speech.utterance(Role::Agent, 2);
        assert_eq!(utterance.words[0].start, Some(1.0));
        assert!(utterance.words[0].end < utterance.words[1].start);
        speech.cut(0);
        assert_eq!(speech.content(0), "");
    }
}
