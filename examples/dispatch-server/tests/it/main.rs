//! What the server promises, one file per promise.

mod agents;
mod auth;
mod conversations;
mod demo_call;
mod desk;
mod events;
mod hanging_up;
mod hostile;
mod idempotency;
mod numbers;
mod old_database;
mod openapi;
mod recording;
mod rough_weather;
mod seeding;
mod start;
mod starting_up;
mod store_contract;
mod voice;
mod webhooks;
