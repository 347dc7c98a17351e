//! The life of one call: registered, answered, on the line, over, analysed.

use std::sync::Arc;
use std::time::Duration;

use retell_client::models::{Call, CallId, CallStatus, CallType, Direction, DisconnectionReason, Latency};
use retell_webhook::Event;
use secrecy::SecretString;
use tokio::sync::mpsc;
use tokio::time::timeout;
use uuid::Uuid;

use crate::analysis;
use crate::conversation::{Conversation, Ending, Settings};
use crate::driver::Driver;
use crate::line;
use crate::state::{Command, Entry, Shared};
use crate::webhook::Outbox;

/// How long the phone rings before somebody picks up, and how long a persona takes to join a web call.
const RINGING: Duration = Duration::from_millis(1_800);
const JOINING: Duration = Duration::from_millis(600);
/// How long the analysis takes.
const ANALYSIS: Duration = Duration::from_millis(1_200);
const COMMANDS: usize = 64;

/// Why a call cannot be placed.
#[derive(Debug)]
pub(crate) enum Refused {
    /// The variables ask for something that does not exist.
    BadVariables(String),
    /// Too many calls at once.
    TooMany,
}

/// A new call id.
pub(crate) fn new_call_id() -> CallId {
    CallId::new(format!("call_{}", Uuid::new_v4().simple()))
}

/// Registers the call and lets it run; returns it as registered.
pub(crate) fn place(shared: &Arc<Shared>, mut call: Call) -> Result<Call, Refused> {
    let id = call.call_id.as_str().to_owned();
    // The persona of a call that names none is drawn by the call's number, so it must be known before.
    let wish = Driver::from_variables(&call.retell_llm_dynamic_variables.clone().unwrap_or_default(), 0)
        .map_err(Refused::BadVariables)?;
    if wish.is_human() && call.call_type == CallType::PhoneCall {
        return Err(Refused::BadVariables(
            "sim_persona human needs a web call: nobody can type into a phone".to_owned(),
        ));
    }
    call.call_status = CallStatus::Registered;
    let (sender, commands) = mpsc::channel(COMMANDS);
    let mut entry = Entry::new(call.clone());
    entry.access_token = call.access_token.clone().map(SecretString::from);
    entry.commands = Some(sender);
    entry.human = wish.is_human();
    let nth = shared.add(entry).ok_or(Refused::TooMany)?;
    let seed = shared
        .options
        .seed
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .wrapping_add(nth);
    let driver = Driver::from_variables(
        &call.retell_llm_dynamic_variables.clone().unwrap_or_default(),
        seed,
    )
    .map_err(Refused::BadVariables)?;
    let task = live(Arc::clone(shared), id, driver, seed, commands);
    shared.tasks.spawn(task);
    Ok(call)
}

async fn live(
    shared: Arc<Shared>,
    id: String,
    driver: Driver,
    seed: u64,
    mut commands: mpsc::Receiver<Command>,
) {
    let Some(mut call) = shared.read(&id, |entry| entry.call.clone()) else {
        return;
    };
    let outbox = Outbox::open(&shared, &id, call.agent_id.as_str());
    let in_voicemail = driver.is_voicemail();
    match picked_up(&shared, &call, &driver, &mut commands).await {
        Err(reason) => analysis::conclude(&mut call, &Ending::because(reason), None, 0),
        Ok(()) => {
            call.call_status = CallStatus::Ongoing;
            call.start_timestamp = Some(jiff::Timestamp::now().as_millisecond());
            shared.change(&id, |entry| entry.call = call.clone());
            outbox.send(Event::CallStarted, &call);
            talk(&shared, &mut call, driver, seed, &mut commands).await;
        }
    }
    shared.change(&id, |entry| {
        entry.call = call.clone();
        entry.commands = None;
    });
    outbox.send(Event::CallEnded, &call);
    tokio::select! {
        () = tokio::time::sleep(ANALYSIS.div_f64(shared.options.speed.max(1.0))) => {}
        () = shared.closing.cancelled() => {}
    }
    call.call_analysis = Some(analysis::analyse(&call, in_voicemail));
    shared.change(&id, |entry| entry.call = call.clone());
    outbox.send(Event::CallAnalyzed, &call);
}

/// Waits until somebody is on the line.
async fn picked_up(
    shared: &Shared,
    call: &Call,
    driver: &Driver,
    commands: &mut mpsc::Receiver<Command>,
) -> Result<(), DisconnectionReason> {
    let speed = shared.options.speed.max(1.0);
    let phone = call.call_type == CallType::PhoneCall;
    let (wait, otherwise) = match (phone, driver.picks_up()) {
        (true, true) => (RINGING.div_f64(speed), None),
        (true, false) => {
            let ring_ms = shared
                .agent(call.agent_id.as_str())
                .and_then(|agent| agent.ring_duration_ms);
            let ring = Duration::from_millis(ring_ms.and_then(|ms| u64::try_from(ms).ok()).unwrap_or(30_000));
            (ring.div_f64(speed), Some(DisconnectionReason::DialNoAnswer))
        }
        (false, true) if !driver.is_human() => (JOINING.div_f64(speed), None),
        (false, _) => (
            shared.options.join_deadline,
            Some(DisconnectionReason::ErrorUserNotJoined),
        ),
    };
    let given_up = DisconnectionReason::ErrorUserNotJoined;
    let early = async {
        loop {
            match commands.recv().await {
                Some(Command::Join) if driver.picks_up() => return Ok(()),
                Some(Command::Join | Command::Say(_)) => {}
                Some(Command::HangUp) => return Err(given_up),
                Some(Command::Stop) | None => return Err(DisconnectionReason::ManualStopped),
            }
        }
    };
    tokio::select! {
        early = timeout(wait, early) => match early {
            Ok(outcome) => outcome,
            Err(_) => otherwise.map_or(Ok(()), Err),
        },
        () = shared.closing.cancelled() => Err(DisconnectionReason::ManualStopped),
    }
}

async fn talk(
    shared: &Arc<Shared>,
    call: &mut Call,
    driver: Driver,
    seed: u64,
    commands: &mut mpsc::Receiver<Command>,
) {
    let agent = shared.agent(call.agent_id.as_str());
    let agent = agent.as_ref();
    let url = agent
        .and_then(|agent| agent.response_engine.llm_websocket_url())
        .unwrap_or_default();
    let settings = agent
        .map(settings_of)
        .unwrap_or_default()
        .at_speed(shared.options.speed);
    let mut conversation = Conversation::new(settings, driver, seed);
    let finished = line::run(shared, call, url, &mut conversation, commands).await;
    analysis::conclude(call, &finished.ending, Some(&conversation), finished.ended_ms);
    call.recording_url = Some(format!("{}/recordings/{}.wav", shared.base_url, call.call_id));
    call.latency
        .get_or_insert_with(Latency::default)
        .llm_websocket_network_rtt = analysis::stats(&finished.round_trips_ms).map(Box::new);
}

fn settings_of(agent: &retell_client::models::Agent) -> Settings {
    let ms = |value: Option<i64>| value.and_then(|ms| u64::try_from(ms).ok());
    let mut settings = Settings::default();
    if let Some(trigger) = agent.reminder_trigger_ms.map(f64::from).filter(|ms| *ms > 0.0) {
        settings.reminder_trigger_ms = trigger as u64;
    }
    if let Some(count) = agent
        .reminder_max_count
        .and_then(|count| u32::try_from(count).ok())
    {
        settings.reminder_max_count = count;
    }
    if let Some(silence) = ms(agent.end_call_after_silence_ms) {
        settings.end_call_after_silence_ms = silence.max(10_000);
    }
    if let Some(longest) = ms(agent.max_call_duration_ms) {
        settings.max_call_duration_ms = longest.clamp(60_000, 7_200_000);
    }
    if let Some(delay) = ms(agent.begin_message_delay_ms) {
        settings.begin_message_delay_ms = delay.min(5_000);
    }
    if let Some(sensitivity) = agent.interruption_sensitivity {
        settings.interruption_sensitivity = sensitivity.as_f64().clamp(0.0, 1.0);
    }
    settings
}

/// A web call as create-web-call makes it.
pub(crate) fn web_call(agent: &retell_client::models::Agent) -> Call {
    let mut call = Call::new(
        new_call_id(),
        agent.agent_id.clone(),
        CallType::WebCall,
        CallStatus::Registered,
    );
    call.access_token = Some(format!(
        "sim_{}{}",
        Uuid::new_v4().simple(),
        Uuid::new_v4().simple()
    ));
    describe_agent(&mut call, agent);
    call
}

/// An outbound phone call as create-phone-call makes it.
pub(crate) fn phone_call(agent: &retell_client::models::Agent, from: String, to: String) -> Call {
    let mut call = Call::new(
        new_call_id(),
        agent.agent_id.clone(),
        CallType::PhoneCall,
        CallStatus::Registered,
    );
    call.direction = Some(Direction::Outbound);
    call.from_number = Some(from);
    call.to_number = Some(to);
    describe_agent(&mut call, agent);
    call
}

fn describe_agent(call: &mut Call, agent: &retell_client::models::Agent) {
    call.agent_version = Some(agent.version.unwrap_or(0));
    call.agent_name = agent.agent_name.get().cloned();
}
