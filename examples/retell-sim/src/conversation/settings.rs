//! The times that shape a conversation.

use retell_llm_ws::frame::AgentConfig;

/// Times and limits, in milliseconds of the call.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// Silence of the driver after which the agent is asked for a reminder.
    pub(crate) reminder_trigger_ms: u64,
    /// How many reminders in a row; 0 turns them off.
    pub(crate) reminder_max_count: u32,
    /// Silence of both after which the call ends.
    pub(crate) end_call_after_silence_ms: u64,
    /// Longest call.
    pub(crate) max_call_duration_ms: u64,
    /// Wait before the greeting is spoken.
    pub(crate) begin_message_delay_ms: u64,
    /// 0 keeps the driver from interrupting at all.
    pub(crate) interruption_sensitivity: f64,
    /// How often `update_only` is sent while somebody speaks.
    pub(crate) update_every_ms: u64,
    /// How long the network may take, whatever the speed: nobody loses patience earlier, and a request lost with its
    /// socket is sent again so long after the next socket opened.
    pub(crate) grace_ms: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            reminder_trigger_ms: 10_000,
            reminder_max_count: 1,
            end_call_after_silence_ms: 600_000,
            max_call_duration_ms: 3_600_000,
            begin_message_delay_ms: 0,
            interruption_sensitivity: 1.0,
            update_every_ms: 800,
            grace_ms: 1_500,
        }
    }
}

impl Settings {
    /// The same for a call that runs `speed` times faster than life: updates stay rare enough for the real network,
    /// and time-outs long enough.
    pub(crate) fn at_speed(mut self, speed: f64) -> Self {
        let real = |ms: f64| (ms * speed) as u64;
        self.update_every_ms = self.update_every_ms.max(real(100.0));
        self.grace_ms = self.grace_ms.max(real(500.0));
        self.end_call_after_silence_ms = self.end_call_after_silence_ms.max(real(30_000.0));
        self
    }

    /// Takes over what an `update_agent` message sets; values out of range are ignored, as the others stay.
    pub(crate) fn update(&mut self, config: &AgentConfig) {
        if let Some(ms) = config.reminder_trigger_ms.filter(|ms| *ms > 0) {
            self.reminder_trigger_ms = ms;
        }
        if let Some(count) = config.reminder_max_count {
            self.reminder_max_count = count;
        }
        if let Some(sensitivity) = config
            .interruption_sensitivity
            .filter(|s| (0.0..=1.0).contains(s))
        {
            self.interruption_sensitivity = sensitivity;
        }
    }
}
