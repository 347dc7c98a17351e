//! One policy among several, chosen by what the call is about.

use std::fmt;

use async_trait::async_trait;

use crate::{CallContext, ConversationPolicy, Observed, PolicyError, Reply, Speech, Turn};

/// Chooses a policy by a dynamic variable of the call.
///
/// ```
/// use retell_llm_ws::{Speech, policies::{Switch, speech_fn}};
///
/// let policy = Switch::on("language", speech_fn(|_| Speech::say("Yes?")))
///     .case("es", speech_fn(|_| Speech::say("¿Sí?")))
///     .case("fr", speech_fn(|_| Speech::say("Oui ?")));
/// ```
///
/// Values are compared exactly; the default speaks where no case fits, or the call has no such variable. The choice is
/// made anew with each turn: when the details of a call come late, the default greets and the fitting case goes on.
/// That is why all of them observe everything. Where policies are dear to make, choose in the factory instead.
pub struct Switch {
    variable: String,
    cases: Vec<(String, Box<dyn ConversationPolicy>)>,
    default: Box<dyn ConversationPolicy>,
}

impl Switch {
    /// Chooses by this dynamic variable.
    pub fn on(variable: impl Into<String>, default: impl ConversationPolicy) -> Self {
        Self {
            variable: variable.into(),
            cases: Vec::new(),
            default: Box::new(default),
        }
    }

    /// `policy` speaks when the variable has this value. The first case with a value counts.
    #[must_use]
    pub fn case(mut self, value: impl Into<String>, policy: impl ConversationPolicy) -> Self {
        self.cases.push((value.into(), Box::new(policy)));
        self
    }

    /// The place of the case that fits, if one does.
    fn choice(&self, call: &CallContext) -> Option<usize> {
        let value = call.variable(&self.variable)?;
        self.cases.iter().position(|(case, _)| case == value)
    }
}

#[async_trait]
impl ConversationPolicy for Switch {
    fn greet(&mut self, call: &CallContext) -> Speech {
        match self.choice(call) {
            Some(place) => self.cases[place].1.greet(call),
            None => self.default.greet(call),
        }
    }

    fn observe(&mut self, call: &CallContext, event: Observed<'_>) {
        for (_, policy) in &mut self.cases {
            policy.observe(call, event.clone());
        }
        self.default.observe(call, event);
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        match self.choice(turn.call) {
            Some(place) => self.cases[place].1.respond(turn, reply).await,
            None => self.default.respond(turn, reply).await,
        }
    }
}

impl fmt::Debug for Switch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values: Vec<_> = self.cases.iter().map(|(value, _)| value).collect();
        f.debug_struct("Switch")
            .field("variable", &self.variable)
            .field("cases", &values)
            .finish_non_exhaustive()
    }
}
