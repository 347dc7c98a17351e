//! Every shape: which type it is, and that the type loses and invents nothing.
//!
//! One file a family lists its shapes, unions and enums by the names of `schemas.json`. An object that is only ever a
//! member of a union stands for the union's type, which holds the tag.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    documents::{Recipe, misfit},
    facts::{Kind, definition, definitions, kind},
    no_complaints,
};

/// Reads a document as a type and writes it again.
pub(crate) type RoundTrip = fn(&Value) -> Result<Value, String>;

pub(crate) fn round_trip<T: serde::Serialize + serde::de::DeserializeOwned>(
    json: &Value,
) -> Result<Value, String> {
    let text = json.to_string();
    let typed: T = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    serde_json::to_value(typed).map_err(|error| error.to_string())
}

/// `"Name in schemas.json" => Type`.
macro_rules! shapes {
    ($($name:literal => $type:ty),* $(,)?) => {
        pub(super) const SHAPES: &[(&str, super::RoundTrip)] = &[$(($name, super::round_trip::<$type>)),*];
    };
}

/// `"Name in schemas.json" => Type`, of open enums. A value is known if it is in the type's `KNOWN`.
macro_rules! enums {
    ($($name:literal => $type:ty),* $(,)?) => {
        pub(super) const ENUMS: &[(&str, fn(&str) -> bool)] =
            &[$(($name, |text| <$type>::KNOWN.iter().any(|known| known.as_str() == text))),*];
    };
}

mod account;
mod agent;
mod app;
mod batch_call;
mod call;
mod chat;
mod chat_agent;
mod contact;
mod conversation_flow;
mod crm;
mod knowledge_base;
mod llm;
mod phone_number;
mod shared;
mod test_case;
mod tool;
mod upload;
mod voice;

fn types() -> BTreeMap<&'static str, RoundTrip> {
    let all = [
        account::SHAPES,
        agent::SHAPES,
        app::SHAPES,
        batch_call::SHAPES,
        call::SHAPES,
        chat::SHAPES,
        chat_agent::SHAPES,
        contact::SHAPES,
        conversation_flow::SHAPES,
        crm::SHAPES,
        knowledge_base::SHAPES,
        llm::SHAPES,
        phone_number::SHAPES,
        shared::SHAPES,
        test_case::SHAPES,
        tool::SHAPES,
        upload::SHAPES,
        voice::SHAPES,
    ];
    all.concat().into_iter().collect()
}

type IsKnown = fn(&str) -> bool;

fn open_enums() -> BTreeMap<&'static str, IsKnown> {
    let all = [
        account::ENUMS,
        agent::ENUMS,
        app::ENUMS,
        batch_call::ENUMS,
        call::ENUMS,
        chat::ENUMS,
        chat_agent::ENUMS,
        contact::ENUMS,
        conversation_flow::ENUMS,
        crm::ENUMS,
        knowledge_base::ENUMS,
        llm::ENUMS,
        phone_number::ENUMS,
        shared::ENUMS,
        test_case::ENUMS,
        tool::ENUMS,
        voice::ENUMS,
    ];
    all.concat().into_iter().collect()
}

#[test]
fn every_shape_has_a_type() {
    let (shapes, enums) = (types(), open_enums());
    let mut missing = Vec::new();
    for wanted in [Kind::Object, Kind::Union, Kind::Enum] {
        let names: Vec<_> = definitions()
            .filter(|(_, schema)| kind(schema) == wanted)
            .map(|(name, _)| name)
            .collect();
        let has = |name: &&str| shapes.contains_key(name) || enums.contains_key(name);
        let absent: Vec<_> = names.iter().copied().filter(|name| !has(name)).collect();
        println!("{wanted:?}: {}/{}", names.len() - absent.len(), names.len());
        missing.extend(absent.into_iter().map(|name| format!("{wanted:?} {name}")));
    }
    no_complaints(&missing);
}

#[test]
fn every_document_round_trips() {
    let mut complaints = Vec::new();
    let mut documents = 0;
    for (name, round_trip) in types() {
        let schema = definition(name);
        for recipe in Recipe::all() {
            let document = recipe.document(name, schema);
            documents += 1;
            match round_trip(&document) {
                Ok(again) if again == document => continue,
                Ok(again) => {
                    complaints.push(format!("{name} {recipe:?}:\n  read  {document}\n  wrote {again}"))
                }
                Err(error) => complaints.push(format!("{name} {recipe:?}: {error}\n  read  {document}")),
            }
            break;
        }
    }
    println!("{documents} documents");
    no_complaints(&complaints);
}

/// A field that nobody typed would pass unnoticed among the unknown ones: it takes any value.
#[test]
fn every_documented_field_is_typed() {
    let mut complaints = Vec::new();
    for (name, round_trip) in types() {
        let schema = definition(name);
        let Some(fields) = schema["properties"].as_object() else {
            continue;
        };
        let full = Recipe {
            fill: crate::documents::Fill::Full,
            pick: 0,
        }
        .document(name, schema);
        for (field, of) in fields.iter().filter(|(_, of)| of.get("const").is_none()) {
            let Some(misfit) = misfit(of) else { continue };
            let mut document = full.clone();
            document[field] = misfit;
            if round_trip(&document).is_ok() {
                complaints.push(format!("{name}.{field} takes {}", document[field]));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_enum_knows_its_values() {
    let mut complaints = Vec::new();
    for (name, is_known) in open_enums() {
        for value in definition(name)["enum"].as_array().unwrap() {
            if !is_known(value.as_str().unwrap()) {
                complaints.push(format!("{name} does not know {value}"));
            }
        }
    }
    no_complaints(&complaints);
}
