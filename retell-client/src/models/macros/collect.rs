//! Unknown fields, kept while an object is read.
//!
//! `#[serde(flatten)]` would read every object into a buffer first: twice the time, and errors inside it lose their
//! path. This hands the fields a type knows straight on, and puts the others aside.

use std::fmt;

use serde::{
    Deserializer,
    de::{DeserializeSeed, Error, MapAccess, Visitor, value::StrDeserializer},
    forward_to_deserialize_any,
};

use crate::models::Extra;

/// A deserializer of one object that puts the fields its type does not know into `extra`.
pub(crate) struct Collect<'a, D> {
    pub(crate) deserializer: D,
    pub(crate) extra: &'a mut Extra,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Collect<'_, D> {
    type Error = D::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.deserializer.deserialize_map(Object {
            fields,
            extra: self.extra,
            visitor,
        })
    }

    /// Derived code of a struct asks for a struct and for nothing else.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.deserializer.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// An object about to be read; a list in its place is refused.
struct Object<'a, V> {
    fields: &'static [&'static str],
    extra: &'a mut Extra,
    visitor: V,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Object<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(Fields {
            map,
            fields: self.fields,
            likely: 0,
            extra: self.extra,
        })
    }
}

/// The members of an object, those its type knows.
struct Fields<'a, A> {
    map: A,
    fields: &'static [&'static str],
    /// Members mostly come in the order of the fields.
    likely: usize,
    extra: &'a mut Extra,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Fields<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        loop {
            let name = Name {
                fields: self.fields,
                likely: self.likely,
            };
            match self.map.next_key_seed(name)? {
                None => return Ok(None),
                Some(Found::Field(index)) => {
                    self.likely = index + 1;
                    let name = self.fields[index];
                    return seed.deserialize(StrDeserializer::new(name)).map(Some);
                }
                Some(Found::Unknown(name)) => {
                    let value = self.map.next_value()?;
                    self.extra.insert(name, value);
                }
            }
        }
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

/// Finds a member's name among the fields.
struct Name {
    fields: &'static [&'static str],
    likely: usize,
}

enum Found {
    Field(usize),
    Unknown(String),
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Found, E> {
        let from_likely = (self.likely..self.fields.len()).chain(0..self.likely.min(self.fields.len()));
        let found = from_likely.into_iter().find(|&index| self.fields[index] == name);
        Ok(found.map_or_else(|| Found::Unknown(name.to_owned()), Found::Field))
    }
}
