//! The English questions, slot by slot.

use crate::slot::Slot;

/// The open question first, then those that offer handles.
pub(super) const fn questions(slot: Slot) -> [&'static str; 4] {
    match slot {
        Slot::Status => [
            "How's the trip going so far?",
            "Are you rolling right now, running late, or already at the receiver?",
            "For the board, are you moving, held up, or there already?",
            "What's your status, driving or stopped?",
        ],
        Slot::Location => [
            "Whereabouts are you right now?",
            "What highway and mile marker are you near, or what's the closest town?",
            "Which town or exit did you pass last?",
            "What road are you on, and near what city?",
        ],
        Slot::Eta => [
            "What time do you figure you'll get there?",
            "Even a rough one helps, about what time or how many hours out?",
            "Ballpark, how much longer have you got to the receiver?",
            "What should I put down for your arrival time?",
        ],
        Slot::DelayReason => [
            "What's holding you up?",
            "What's the cause, traffic, weather, the truck, or something else?",
            "What should I put down as the main reason for the delay?",
            "What's behind the delay?",
        ],
        Slot::Unloading | Slot::Door => [
            "Have they given you a door yet?",
            "Which door or dock number are you in, or are you still waiting for one?",
            "What door do they have you on?",
            "Are you in a dock, and which one?",
        ],
        Slot::Lumper => [
            "Are you waiting on a lumper?",
            "Is there a lumper crew on it, or don't you need one?",
            "What's the story with the lumper?",
            "Who's unloading it, a lumper or the receiver?",
        ],
        Slot::Detention => [
            "Are you on detention yet?",
            "Has detention started, or are you still inside your free time?",
            "Did the detention clock start yet?",
            "Is there any detention on this one?",
        ],
        Slot::Pod => [
            "Can you send over the signed POD once you're done?",
            "When the paperwork is signed, will you send us a copy?",
            "Will you get that POD over to us?",
            "Can we count on you for the POD?",
        ],
        Slot::Safety => [
            "Are you safe and out of traffic?",
            "Are you in a safe spot right now?",
            "Are you out of harm's way and safe?",
            "Are you okay where you are?",
        ],
        Slot::Injuries => [
            "Is anyone hurt?",
            "Is anybody injured or in need of a doctor?",
            "Any injuries, you or anyone else?",
            "Is somebody injured?",
        ],
        Slot::EmergencyLocation => [
            "Where exactly are you?",
            "What road are you on, and what mile marker, exit, or town is closest?",
            "What can you see near you, a sign or an exit?",
            "What's your exact spot?",
        ],
        Slot::LoadSecure => [
            "Is the load secure?",
            "Is the freight still in place and sealed?",
            "Is the trailer still secure?",
            "Did the freight stay in place?",
        ],
        Slot::Confirm => [
            "Did I get that right?",
            "Is that all correct now?",
            "Does that look right to you?",
            "All good like that?",
        ],
        Slot::Identity => [
            "Am I speaking with the driver?",
            "Who am I speaking with?",
            "Is this the driver on this load?",
            "Do I have the right person?",
        ],
        Slot::Callback => [
            "When's a good time to call back?",
            "What's a better time to call?",
            "When can I call you back?",
            "What would be a good time to call again?",
        ],
        Slot::AnythingElse => [
            "Anything else for me?",
            "Anything else you want to add?",
            "Is there anything else I should note?",
            "Was there anything else at all?",
        ],
    }
}
