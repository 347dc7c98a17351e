//! Every shape: which type it is, and that the type loses and invents nothing.
//!
//! One file a family lists its shapes, unions and enums by the names of `schemas.json`. An object that is only ever a
//! member of a union stands for the union's type, which holds the tag.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    documents::{Recipe, misfit},
    facts::{Kind, definition, definitions, kind},
    no_complaints,
    random::{Random, same},
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
        pub(super) const SHOWN: &[(&str, super::Shown)] = &[$(($name, super::show::<$type>)),*];
    };
}

/// `"Name in schemas.json" => Type`, of open enums. A value is known if it is in the type's `KNOWN`.
macro_rules! enums {
    ($($name:literal => $type:ty),* $(,)?) => {
        pub(super) const ENUMS: &[(&str, fn(&str) -> bool)] =
            &[$(($name, |text| <$type>::KNOWN.iter().any(|known| known.as_str() == text))),*];
    };
}

/// The families that have a file.
macro_rules! families {
    ($($family:ident),* $(,)?) => {
        $(mod $family;)*
        mod upload;

        fn types() -> BTreeMap<&'static str, RoundTrip> {
            [$($family::SHAPES,)* upload::SHAPES].concat().into_iter().collect()
        }

        /// How `Debug` shows a document.
        pub(crate) fn shown() -> BTreeMap<&'static str, Shown> {
            [$($family::SHOWN),*].concat().into_iter().collect()
        }

        fn open_enums() -> BTreeMap<&'static str, IsKnown> {
            [$($family::ENUMS),*].concat().into_iter().collect()
        }
    };
}
families!(
    account,
    agent,
    app,
    batch_call,
    call,
    chat,
    chat_agent,
    contact,
    conversation_flow,
    crm,
    knowledge_base,
    llm,
    phone_number,
    shared,
    test_case,
    tool,
    voice,
);

type IsKnown = fn(&str) -> bool;
pub(crate) type Shown = fn(&Value) -> Result<String, String>;

fn show<T: std::fmt::Debug + serde::de::DeserializeOwned>(json: &Value) -> Result<String, String> {
    let typed: T = serde_json::from_value(json.clone()).map_err(|error| error.to_string())?;
    Ok(format!("{typed:?}"))
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

/// Random documents, shapes with files apart: those are sent by the methods' test.
#[test]
fn every_random_document_round_trips() {
    const EACH: u64 = 120;
    let with_files: Vec<_> = upload::SHAPES.iter().map(|(name, _)| *name).collect();
    let mut complaints = Vec::new();
    let mut documents = 0;
    for (name, round_trip) in types() {
        if with_files.contains(&name) {
            continue;
        }
        for seed in 0..EACH {
            let mut random = Random::new(seed);
            random.novelties &= seed % 2 == 0;
            let document = random.document(&json!({"$ref": format!("#/$defs/{name}")}));
            documents += 1;
            match round_trip(&document) {
                Ok(again) if same(&again, &document) => continue,
                Ok(again) => complaints.push(format!("{name} {seed}:\n  read  {document}\n  wrote {again}")),
                Err(error) => complaints.push(format!("{name} {seed}: {error}\n  read  {document}")),
            }
            break;
        }
    }
    println!("{documents} random documents");
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
