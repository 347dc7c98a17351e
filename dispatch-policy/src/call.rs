//! The call: input in, reply out.

use jiff::Zoned;
use serde_json::{Map, Value};

use crate::{
    compose::compose,
    conflict::Conflict,
    emergency, extract,
    facts::{Act, Context, Facts, Understanding},
    heard::Heard,
    listen::{excluded, listen},
    next, payload,
    phrasing::{PhraseBook, Say},
    plan::Plan,
    read_back, removal, repair,
    reply::{Input, Phase, Reply, Scenario, SlotView},
    retraction,
    slot::Slot,
    speak, spoken,
    state::{Ending, MOST_TURNS, State},
    summary::Summary,
    variables::Variables,
    yes_no,
};

/// One step of the dialogue: makes the reply, or leaves the turn to the next one.
type Step = fn(&mut State, &Heard<'_>) -> Option<Plan>;

/// Who is asked first what to make of a turn. The order is the policy: danger before everything, the wish for a person
/// before persuasion, repairs before the agenda.
const STEPS: [Step; 17] = [
    emergency::step,
    repair::voicemail::step,
    repair::person::step,
    repair::wrong_person::step,
    repair::abuse::step,
    repair::language::step,
    repair::silence::step,
    repair::noise::step,
    repair::callback::step,
    repair::hold::step,
    read_back::step,
    repair::goodbye::step,
    repair::hello::step,
    repair::gps::step,
    repair::question::step,
    repair::refusal::step,
    next::step,
];

/// One check call, from the greeting to the goodbye.
///
/// Deterministic in (variables, turns, clock) and free of I/O. A copy is a snapshot: a turn that has to be done again
/// is done on the copy made before it.
#[derive(Clone)]
pub struct CheckCall {
    state: State,
    book: &'static dyn PhraseBook,
}

impl CheckCall {
    /// A call that has not begun, in the language of [`Variables::language`].
    #[must_use]
    pub fn new(vars: Variables) -> Self {
        let book = vars.language.unwrap_or_default().book();
        Self::with_phrases(vars, book)
    }

    /// The same with the words of another phrase book.
    #[must_use]
    pub fn with_phrases(vars: Variables, book: &'static dyn PhraseBook) -> Self {
        Self {
            state: State::new(vars),
            book,
        }
    }

    /// The greeting: names the driver and the load, and asks how the trip is going.
    pub fn greet(&mut self, now: &Zoned) -> Reply {
        self.state.now = now.clone();
        self.state.introduced = true;
        let clip = |text: &Option<String>| text.as_deref().map(|text| speak::clip(text, 6));
        let vars = &self.state.vars;
        let say = Say::Greeting {
            driver: vars.driver_name.as_deref().map(speak::first_name),
            company: clip(&vars.company_name),
            load: clip(&vars.load_number),
        };
        compose(
            &mut self.state,
            self.book,
            &Plan::say([]).ask(say, [Slot::Status]).plain(),
        )
    }

    /// Takes one turn of the driver and answers it. After the end of the call facts are still taken, and the answer
    /// ends the call again.
    pub fn turn(&mut self, now: &Zoned, input: Input<'_>) -> Reply {
        if let Some(spoken) = input.heard {
            spoken::reconcile(&mut self.state, spoken);
        }
        let meaning = input
            .said
            .map(|text| {
                let mut meaning = self.understand(now, text);
                self.state.vars.escalation.add_to(text, &mut meaning);
                meaning
            })
            .unwrap_or_default();
        self.step(now, input.said, meaning)
    }

    /// The turn once the words are understood, for hosts with an understanding of their own. `said` is `None` for a
    /// silence.
    pub fn step(&mut self, now: &Zoned, said: Option<&str>, mut meaning: Understanding) -> Reply {
        let state = &mut self.state;
        state.now = now.clone();
        state.turn += 1;
        if let Some(said) = said {
            if said.trim().is_empty() {
                meaning.acts.insert(Act::Noise);
            }
            yes_no::settle(state, said, &mut meaning);
            repair::silence::ignore_presence(state, said, &mut meaning);
            repair::stranger::disown(state, said, &mut meaning);
            state.spoken_for |= repair::stranger::stands_in(state, said, &meaning);
        }
        retraction::take_back(state, said, &mut meaning);
        excluded::drop_from(&mut meaning.facts, state);
        let removed = removal::take_out(state, said);
        let mut news = listen(state, &meaning.facts);
        news.changed.extend(removed);
        if said.is_some() && !meaning.acts.contains(&Act::Noise) {
            state.spoke = true;
        }
        let heard = Heard {
            said,
            meaning: &meaning,
            news,
        };
        let plan = if state.is_over() {
            after_the_end(state, &heard)
        } else if state.turn >= MOST_TURNS && state.emergency.is_none() && meaning.facts.emergency.is_none() {
            read_back::close_with_what_is_known(state)
        } else {
            STEPS
                .iter()
                .find_map(|step| step(state, &heard))
                .unwrap_or_else(|| read_back::goodbye(state, None))
        };
        if state.phase == Phase::Greeting {
            state.phase = Phase::Gathering;
        }
        compose(state, self.book, &plan)
    }

    /// The structured payload so far, flat keys.
    #[must_use]
    pub fn payload(&self) -> Map<String, Value> {
        payload::payload(&self.state)
    }

    /// What did not agree, in the order it came up.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.state.conflicts
    }

    /// The filled slots, for live display.
    #[must_use]
    pub fn slots(&self) -> Vec<SlotView> {
        payload::slots(&self.state)
    }

    /// Where in the call we are.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        self.state.phase
    }

    /// Check call or emergency. A retracted emergency is a check call.
    #[must_use]
    pub const fn scenario(&self) -> Scenario {
        if self.state.emergency.is_some() {
            Scenario::Emergency
        } else {
            Scenario::Dispatch
        }
    }

    /// Whether the call has ended or was handed over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.state.is_over()
    }

    /// What is known of the trip.
    #[must_use]
    pub const fn variables(&self) -> &Variables {
        &self.state.vars
    }

    pub(crate) const fn state(&self) -> &State {
        &self.state
    }

    pub(crate) const fn state_mut(&mut self) -> &mut State {
        &mut self.state
    }

    /// The words this call has for it.
    pub(crate) fn variants(&self, say: &Say) -> Vec<String> {
        self.book.variants(say, None)
    }

    fn understand(&self, now: &Zoned, text: &str) -> Understanding {
        let mut context = self.context(now);
        let mut meaning = extract::extract(text, &context);
        if !context.spoken_for && repair::stranger::stands_in(&self.state, text, &meaning) {
            context.spoken_for = true;
            meaning.facts = extract::extract(text, &context).facts;
        }
        // Asked what to change, he need not open with a no.
        let asked = self.state.counts.denials > 0;
        let corrects = self.state.phase == Phase::ReadBack && (asked || yes_no::corrects(text));
        if !corrects || meaning.facts != Facts::default() {
            return meaning;
        }
        // "No, five": a bare number corrects what a bare number would have answered.
        let slot = if self.state.at_receiver() {
            Slot::Door
        } else {
            Slot::Eta
        };
        let again = extract::extract(text, &Context::new(&[slot], now));
        let reads = if slot == Slot::Door {
            again.facts.door.is_some()
        } else {
            again.facts.eta.is_some()
        };
        if reads { again } else { meaning }
    }

    fn context<'a>(&'a self, now: &'a Zoned) -> Context<'a> {
        let mut context = Context::new(&self.state.expecting, now);
        context.emergency |= self.state.emergency.is_some();
        context.door_topic |= self.state.at_receiver();
        context.spoken_for = self.state.spoken_for;
        context
    }
}

/// Two calls are the same when their states are.
impl PartialEq for CheckCall {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state
    }
}

/// Words of a call stay out of logs: only where it stands is shown.
impl std::fmt::Debug for CheckCall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CheckCall")
            .field("phase", &self.state.phase)
            .field("turn", &self.state.turn)
            .field("vars", &self.state.vars)
            .finish_non_exhaustive()
    }
}

/// The goodbye was spoken over: what matters is still taken, and the call ends again.
fn after_the_end(state: &mut State, heard: &Heard<'_>) -> Plan {
    let emergency = state.emergency.is_none() && heard.meaning.facts.emergency.is_some();
    if emergency || (state.emergency.is_some() && !state.handed_over) {
        state.phase = Phase::Gathering;
        if let Some(plan) = emergency::step(state, heard) {
            return plan;
        }
    }
    if state.handed_over {
        return Plan::hand_over([Say::HandOver {
            how: state.vars.hand_over,
            urgent: state.emergency.is_some(),
        }]);
    }
    if heard.did(Act::HumanRequest) {
        return repair::person::hand_over(state, Ending::Human);
    }
    let news = &heard.news;
    // He went on to give the update after all.
    if news.hard && matches!(state.ending, Some(Ending::Uncooperative | Ending::NoResponse)) {
        state.ending = Some(Ending::Complete);
    }
    let mut slots = news.changed.clone();
    slots.extend(&news.filled);
    let summary = Summary::of(state).only(&slots);
    read_back::goodbye(state, Some(summary))
}
