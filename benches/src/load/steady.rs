//! A plan too short for one run to say much, played again and again.

use std::time::Duration;

use super::{Measured, Plan, run};

/// Processor time of the server after which its cost per turn stands: a run of a cheap server takes a tenth of this, and
/// two such runs differ by a third.
const ENOUGH: Duration = Duration::from_millis(400);
/// How many times its turns a plan is played at most: for a server that costs next to nothing and for systems that do
/// not tell.
const MOST: usize = 16;

/// Plays one plan until the server's cost per turn stands, as if it were one long run.
///
/// What the server allocates for transcripts of this length is not charged: part of the plan is played before. Where
/// turns do not make transcripts grow, the calls are made longer rather than more: in a short call the first messages,
/// for which socket and buffers still grow, weigh too much. Nothing is repeated once a call has failed.
///
/// # Panics
///
/// As [`run`].
pub async fn run_steady(plan: Plan, pid: u32) -> Measured {
    let some = Plan {
        turns: plan.turns.div_ceil(4),
        ..plan.clone()
    };
    let warmed = run(some, pid).await;
    if !warmed.errors.is_empty() {
        return warmed;
    }
    let plan = Plan {
        turns: turns_each(&plan, warmed.cpu_us_per_turn),
        ..plan
    };
    let mut whole = run(plan.clone(), pid).await;
    for _ in 1..MOST {
        if whole.cpu() >= ENOUGH || !whole.errors.is_empty() {
            break;
        }
        whole.join(run(plan.clone(), pid).await);
    }
    whole
}

/// Turns in each call that cost the server enough together, if a turn costs this much.
fn turns_each(plan: &Plan, cpu_us_per_turn: Option<f64>) -> usize {
    if plan.grow {
        return plan.turns;
    }
    let cost = Duration::from_secs_f64(cpu_us_per_turn.unwrap_or_default() * plan.calls as f64 / 1e6);
    let wanted = ENOUGH.as_nanos().checked_div(cost.as_nanos()).unwrap_or_default();
    usize::try_from(wanted)
        .unwrap_or(usize::MAX)
        .clamp(plan.turns, plan.turns * MOST)
}

impl Measured {
    /// What all turns together cost the server; nothing where that is not known.
    fn cpu(&self) -> Duration {
        let per_turn = self.cpu_us_per_turn.unwrap_or_default();
        Duration::from_secs_f64(per_turn * self.turns as f64 / 1e6)
    }

    /// Adds a run of the same plan. Memory stays as the first run found it.
    fn join(&mut self, run: Self) {
        let turns = (self.turns + run.turns) as f64;
        self.cpu_us_per_turn = self
            .cpu_us_per_turn
            .zip(run.cpu_us_per_turn)
            .filter(|_| turns > 0.0)
            .map(|(own, more)| (own * self.turns as f64 + more * run.turns as f64) / turns);
        self.turns += run.turns;
        for (own, more) in [
            (&mut self.first_us, run.first_us),
            (&mut self.done_us, run.done_us),
        ] {
            own.extend(more);
            own.sort_by(f64::total_cmp);
        }
        self.stale += run.stale;
        self.errors.extend(run.errors);
        self.others_busy = self
            .others_busy
            .zip(run.others_busy)
            .map(|(own, more)| own.max(more));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_of_a_fixed_transcript_grow_until_they_cost_enough() {
        let growing = Plan::closed(4, 40);
        let fixed = growing.clone().fixed(200);
        assert_eq!(turns_each(&growing, Some(1.0)), 40);
        assert_eq!(turns_each(&fixed, Some(1_000.0)), 100);
        assert_eq!(turns_each(&fixed, Some(9_000.0)), 40);
        assert_eq!(turns_each(&fixed, Some(1.0)), 640);
        assert_eq!(turns_each(&fixed, None), 40);
    }

    #[test]
    fn runs_count_by_their_turns() {
        let run = |turns, cpu, done: &[f64]| Measured {
            turns,
            cpu_us_per_turn: cpu,
            done_us: done.to_vec(),
            ..Measured::default()
        };
        let mut whole = run(1, Some(10.0), &[5.0]);
        whole.join(run(3, Some(30.0), &[1.0, 6.0, 9.0]));
        assert_eq!(whole.cpu_us_per_turn, Some(25.0));
        assert_eq!(whole.cpu(), Duration::from_micros(100));
        assert_eq!((whole.turns, whole.done_us), (4, vec![1.0, 5.0, 6.0, 9.0]));

        let mut unknown = run(1, None, &[]);
        unknown.join(run(1, Some(1.0), &[]));
        assert_eq!(unknown.cpu_us_per_turn, None);
    }
}
