//! Hand-made meanings, so that the logic is tested apart from the extractor.

use dispatch_policy::{
    CheckCall, Reply, Variables,
    facts::{
        Act, DelayReason, DriverStatus, Emergency, EmergencyTier, EmergencyType, Eta, Facts, Found, Injuries,
        Location, Lumper, Understanding,
    },
};
use jiff::{ToSpan, Zoned};

/// A call and its replies so far.
pub(crate) struct Talk {
    pub(crate) call: CheckCall,
    pub(crate) now: Zoned,
}

impl Talk {
    /// Greeted Mike about load 7891-B.
    pub(crate) fn new() -> Self {
        Self::with([])
    }

    pub(crate) fn with<'a>(more: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let vars = [("driver_name", "Mike"), ("load_number", "7891-B")]
            .into_iter()
            .chain(more);
        let mut call = CheckCall::new(Variables::from_map(vars));
        call.greet(&now());
        Self { call, now: now() }
    }

    /// The driver says something of this meaning.
    pub(crate) fn hears(&mut self, meaning: Understanding) -> Reply {
        self.call.step(&self.now, Some("words"), meaning)
    }

    pub(crate) fn does(&mut self, acts: impl IntoIterator<Item = Act>) -> Reply {
        self.hears(Understanding {
            acts: acts.into_iter().collect(),
            ..Understanding::default()
        })
    }

    pub(crate) fn states(&mut self, facts: Facts) -> Reply {
        self.hears(Understanding {
            facts,
            ..Understanding::default()
        })
    }

    pub(crate) fn is_silent(&mut self) -> Reply {
        self.call.step(&self.now, None, Understanding::default())
    }

    pub(crate) fn payload(&self, key: &str) -> serde_json::Value {
        self.call.payload().get(key).cloned().unwrap_or_default()
    }
}

/// Wednesday 4 March 2026, 14:05 Central.
pub(crate) fn now() -> Zoned {
    "2026-03-04T14:05:00-06:00[America/Chicago]"
        .parse()
        .expect("a time")
}

pub(crate) fn found<T>(value: T) -> Option<Found<T>> {
    Some(Found {
        value,
        words: "words".into(),
        rule: "test".into(),
    })
}

pub(crate) fn status(status: DriverStatus) -> Facts {
    Facts {
        driver_status: found(status),
        ..Facts::default()
    }
}

pub(crate) fn town(city: &str, state: Option<&str>) -> Facts {
    let place = Location {
        city: Some(city.into()),
        state: state.map(Into::into),
        ..Location::default()
    };
    Facts {
        location: found(place),
        ..Facts::default()
    }
}

pub(crate) fn eta_in(minutes: i64) -> Facts {
    let at = now().checked_add(minutes.minutes()).expect("a time");
    let eta = Eta {
        at: Some(at),
        minutes: Some(minutes),
        earliest_minutes: None,
        vague: false,
        text: "words".into(),
    };
    Facts {
        eta: found(eta),
        ..Facts::default()
    }
}

pub(crate) fn vague_eta() -> Facts {
    let eta = Eta {
        at: None,
        minutes: None,
        earliest_minutes: None,
        vague: true,
        text: "sometime tonight".into(),
    };
    Facts {
        eta: found(eta),
        ..Facts::default()
    }
}

pub(crate) fn late_by(minutes: i64) -> Facts {
    Facts {
        driver_status: found(DriverStatus::Delayed),
        delay_minutes: found(minutes),
        delay_reason: found(DelayReason::Weather),
        ..Facts::default()
    }
}

pub(crate) fn crash(tier: EmergencyTier) -> Facts {
    Facts {
        emergency: found(Emergency {
            kind: EmergencyType::Accident,
            tier,
        }),
        ..Facts::default()
    }
}

pub(crate) fn safe(safe: bool) -> Facts {
    Facts {
        safe: found(safe),
        ..Facts::default()
    }
}

pub(crate) fn injuries(injuries: Injuries) -> Facts {
    Facts {
        injuries: found(injuries),
        ..Facts::default()
    }
}

pub(crate) fn door(door: &str) -> Facts {
    Facts {
        door: found(door.into()),
        ..Facts::default()
    }
}

pub(crate) fn lumper(lumper: Lumper) -> Facts {
    Facts {
        lumper: found(lumper),
        ..Facts::default()
    }
}
