//! The clock of one call: real time, made faster.

use tokio::time::{Duration, Instant};

/// Milliseconds of the call, running at a rate that can be changed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CallClock {
    since: Instant,
    base_ms: f64,
    rate: f64,
}

impl CallClock {
    pub(crate) fn start(rate: f64) -> Self {
        Self {
            since: Instant::now(),
            base_ms: 0.0,
            rate,
        }
    }

    pub(crate) fn now_ms(&self) -> u64 {
        (self.base_ms + self.since.elapsed().as_secs_f64() * 1_000.0 * self.rate) as u64
    }

    /// From now on one real second is `rate` seconds of the call.
    pub(crate) fn set_rate(&mut self, rate: f64) {
        let now = Instant::now();
        self.base_ms += now.duration_since(self.since).as_secs_f64() * 1_000.0 * self.rate;
        self.since = now;
        self.rate = rate;
    }

    /// The real time at which the call is this old.
    pub(crate) fn when(&self, call_ms: u64) -> Instant {
        // Round up, so that a timer never fires a moment before its time and spins.
        let ahead = ((call_ms as f64 - self.base_ms) / self.rate).max(0.0).ceil();
        self.since + Duration::from_secs_f64(ahead / 1_000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_fast_clock_can_slow_down_and_never_goes_back() {
        let mut clock = CallClock::start(10.0);
        tokio::time::advance(Duration::from_millis(100)).await;
        assert_eq!(clock.now_ms(), 1_000);
        clock.set_rate(1.0);
        tokio::time::advance(Duration::from_millis(100)).await;
        assert_eq!(clock.now_ms(), 1_100);
        assert_eq!(clock.when(1_200) - Instant::now(), Duration::from_millis(100));
        assert!(clock.when(0) <= Instant::now());
    }
}
