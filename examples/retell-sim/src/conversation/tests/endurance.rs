//! Every persona, and whatever chance brings.

use super::*;

#[test]
fn every_persona_comes_to_an_end_with_an_application_that_only_asks() {
    for info in PersonaKind::ALL {
        let kind = PersonaKind::from_id(info.id).unwrap();
        if matches!(kind, PersonaKind::Human | PersonaKind::NoAnswer) {
            continue;
        }
        for seed in 0..10 {
            let mut call = Conversation::new(
                Settings::default(),
                Driver::persona(kind, &BTreeMap::new(), seed),
                seed,
            );
            run(
                &mut call,
                &say(0, "Hi, this is dispatch. How's it going?"),
                |id, _, _| {
                    vec![say(
                        id,
                        ["Where are you?", "When will you be there?", "Which door?"][id as usize % 3],
                    )]
                },
            );
            assert!(call.now < 3_600_000, "{} talks for an hour", info.id);
        }
    }
}

/// One thing that may happen at any time, drawn at random.
fn disturb(call: &mut Conversation, rng: &mut StdRng) {
    use rand::RngExt;
    let now = call.now + rng.random_range(0..3_000);
    let id = call.last_id.saturating_sub(rng.random_range(0..2));
    let words = [
        "",
        " ",
        "Okay.",
        "One. Two",
        "a b c d e f g h",
        "…",
        "?!",
        "Wait: what; why.",
    ][rng.random_range(0..8)];
    let complete = rng.random_bool(0.5);
    match rng.random_range(0..9) {
        0..4 => {
            let mut response = Response {
                content_complete: complete,
                ..Response::chunk(id, words)
            };
            response.no_interruption_allowed = rng.random_bool(0.2).then_some(true);
            call.received(now, &Outbound::Response(response));
        }
        4 => {
            let interrupt_id = rng.random_range(0..3);
            let content = words.to_owned();
            let frame = AgentInterrupt {
                interrupt_id,
                content,
                content_complete: complete,
                ..Default::default()
            };
            call.received(now, &Outbound::AgentInterrupt(frame));
        }
        5 => call.say(now, words),
        6 => call.disconnected(now),
        7 => call.reconnected(now),
        _ => call.advance(now),
    }
}

#[test]
fn whatever_happens_times_rise_ids_rise_and_the_call_ends() {
    for seed in 0..400 {
        let mut rng = StdRng::seed_from_u64(seed);
        let driver = match seed % 3 {
            0 => Driver::Human,
            _ => Driver::persona(PersonaKind::drawn_from(seed), &BTreeMap::new(), seed),
        };
        let mut call = Conversation::new(Settings::default(), driver, seed);
        let mut newest = 0;
        let mut ended = 0;
        for step in 0..400 {
            if step < 120 {
                disturb(&mut call, &mut rng);
            } else if let Some(at) = call.next_deadline() {
                call.advance(at);
            }
            for effect in call.take_effects() {
                match effect {
                    Effect::Request(id, _) => {
                        assert!(id > newest, "seed {seed}: ids rise");
                        newest = id;
                    }
                    Effect::Ended(_) => ended += 1,
                    Effect::Update(_) => assert_eq!(ended, 0, "seed {seed}: nothing follows the end"),
                }
            }
        }
        while let Some(at) = call.next_deadline() {
            call.advance(at);
        }
        ended += call
            .take_effects()
            .iter()
            .filter(|effect| matches!(effect, Effect::Ended(_)))
            .count();
        assert_eq!(ended, 1, "seed {seed}: it ends once");
        let mut last = 0.0;
        for line in call.transcript().utterances() {
            assert!(!line.content.is_empty(), "seed {seed}: an empty utterance");
            for word in line.words {
                assert!(
                    word.start.unwrap() >= last,
                    "seed {seed}: {:?} after {last}",
                    word.start
                );
                last = word.end.unwrap();
            }
        }
    }
}
