//! A limit on messages per second.

use std::time::Duration;

/// Lets through so many messages a second on average, and as many at once after a silence.
#[derive(Debug)]
pub(crate) struct Flood {
    /// Between two messages at the limit.
    interval: Duration,
    /// When the messages so far would have come at the limit's pace.
    due: Duration,
}

impl Flood {
    pub(crate) fn limit(per_second: u32) -> Self {
        Self {
            interval: Duration::from_secs(1) / per_second.max(1),
            due: Duration::ZERO,
        }
    }

    /// Counts a message that came at `now`. False when it is one too many.
    pub(crate) fn lets_through(&mut self, now: Duration) -> bool {
        self.due = self.due.max(now).saturating_add(self.interval);
        self.due <= now.saturating_add(Duration::from_secs(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_average_counts_and_a_burst_passes() {
        let mut flood = Flood::limit(10);
        let at = Duration::from_millis;
        for n in 0..100 {
            assert!(flood.lets_through(at(n * 100)), "{n}");
        }
        // Ten at once after a silence, and not one more.
        let burst = (0..20).filter(|_| flood.lets_through(at(60_000))).count();
        assert_eq!(burst, 10);
        assert!(flood.lets_through(at(62_000)));
    }
}
