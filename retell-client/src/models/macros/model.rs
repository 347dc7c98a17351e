//! Objects.

/// An object of the API. Fields above the `..` are always there, those below may be left out.
///
/// ```text
/// model! {
///     /// What it is.
///     Voice shows(voice_id) {
///         /// The voice.
///         voice_id: VoiceId,
///         ..
///         /// Name of the accent.
///         accent: Option<String>,
///     }
/// }
/// ```
///
/// gives the struct, `Voice::new(voice_id)`, a setter `accent(..)`, a `Debug` that shows `voice_id` alone, and
/// `extra`, which keeps fields this version does not know. Fields may have `#[serde(..)]` after their doc comment.
macro_rules! model {
    (
        $(#[$meta:meta])*
        $name:ident $(shows($($shown:ident),* $(,)?))? {
            $(
                $(#[doc = $rdoc:literal])*
                $(#[serde($($rserde:tt)*)])*
                $required:ident: $rtype:ty,
            )*
            ..
            $(
                $(#[doc = $odoc:literal])*
                $(#[serde($($oserde:tt)*)])*
                $optional:ident: $wrap:ident<$inner:ty>,
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        // Derived as functions of the type, so that the trait can put unknown fields aside.
        #[serde(remote = "Self")]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[doc = $rdoc])*
                $(#[serde($($rserde)*)])*
                pub $required: $rtype,
            )*
            $(
                $(#[doc = $odoc])*
                #[serde(default, skip_serializing_if = "crate::models::nullable::is_absent")]
                $(#[serde($($oserde)*)])*
                pub $optional: $wrap<$inner>,
            )*
            /// Fields this version does not know, by their names on the wire.
            #[serde(flatten, skip_deserializing)]
            pub extra: $crate::models::Extra,
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut extra = $crate::models::Extra::default();
                let collect = $crate::models::macros::Collect {
                    deserializer,
                    extra: &mut extra,
                };
                let mut object = Self::deserialize(collect)?;
                object.extra = extra;
                Ok(object)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl $name {
            /// With what is required; everything else is left out.
            #[allow(clippy::too_many_arguments, reason = "as many as the API requires")]
            pub fn new($($required: impl Into<$rtype>),*) -> Self {
                Self {
                    $($required: $required.into(),)*
                    $($optional: Default::default(),)*
                    extra: Default::default(),
                }
            }

            $(
                $(#[doc = $odoc])*
                #[must_use]
                pub fn $optional(mut self, $optional: impl Into<$inner>) -> Self {
                    self.$optional = $wrap::from($optional.into());
                    self
                }
            )*
        }

        $crate::models::macros::model!(@default $name $($required)*);
        $crate::models::macros::quiet_debug!($name { $($($shown),*)? });
    };

    (@default $name:ident) => {
        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }
    };
    (@default $name:ident $($required:ident)+) => {};
}

pub(crate) use model;

#[cfg(test)]
mod tests {
    #![expect(unreachable_pub, reason = "a model is public where it is made")]

    use serde_json::json;

    use crate::models::{Nullable, Number};

    model! {
        /// A sample.
        Sample shows(name) {
            /// Always there.
            name: String,
            ..
            /// May be left out.
            #[serde(rename = "type")]
            kind: Option<Vec<String>>,
            /// May be null.
            speed: Nullable<Number>,
        }
    }

    #[test]
    fn absent_null_unknown_and_value_round_trip() {
        for json in [
            json!({"name":"a"}),
            json!({"name":"a","speed":null}),
            json!({"name":"a","speed":1,"type":[],"news":null}),
            json!({"name":"a","speed":0.9,"type":["x"],"news":{"b":[1,2.5]}}),
        ] {
            let sample: Sample = serde_json::from_value(json.clone()).unwrap();
            assert_eq!(serde_json::to_value(&sample).unwrap(), json);
        }
        assert!(serde_json::from_value::<Sample>(json!({})).is_err());
        assert!(
            serde_json::from_value::<Sample>(json!(["a"])).is_err(),
            "a list is no object"
        );
    }

    #[test]
    fn errors_inside_an_object_name_their_path() {
        let json = r#"{"other":1,"name":"a","type":["x",2]}"#;
        let mut json = serde_json::Deserializer::from_str(json);
        let error = serde_path_to_error::deserialize::<_, Sample>(&mut json).unwrap_err();
        assert_eq!(error.path().to_string(), "type[1]");
    }

    #[test]
    fn setters_fill_what_may_be_left_out_and_debug_is_quiet() {
        let sample = Sample::new("a").kind(["x".to_owned()]).speed(1.5);
        assert_eq!(
            serde_json::to_value(&sample).unwrap(),
            json!({"name":"a","type":["x"],"speed":1.5})
        );
        assert_eq!(format!("{sample:?}"), r#"Sample { name: "a", .. }"#);
    }
}
