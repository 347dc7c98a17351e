//! One of several objects.

/// One of several objects, told apart by a field. The tag is read first: an unknown one keeps the object whole, a known
/// one with a body that does not fit is an error.
///
/// ```text
/// tagged_union! {
///     /// Where a text message goes.
///     SmsDestination by "type" {
///         /// To the person on the line.
///         Customer(CustomerNumber) = "customer_number",
///     }
/// }
/// ```
///
/// The objects inside do not have the tag as a field; the union writes it.
macro_rules! tagged_union {
    ($(#[$meta:meta])* $name:ident by $tag:literal {
        $($(#[$vmeta:meta])* $variant:ident($model:ty) = $text:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, serde::Serialize)]
        #[serde(tag = $tag)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "the sizes are the API's")]
        pub enum $name {
            $(
                $(#[$vmeta])*
                #[serde(rename = $text)]
                $variant($model),
            )+
            /// One this version does not know, kept whole.
            #[serde(untagged)]
            Unknown($crate::models::Extra),
        }

        impl $name {
            #[doc = concat!("The `", $tag, "` as it stands on the wire.")]
            pub fn tag(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $text,)+
                    Self::Unknown(raw) => $crate::models::tagged::tag_of(raw, $tag),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let raw = $crate::models::tagged::Raw::read(deserializer, $tag)?;
                match raw.tag() {
                    $($text => raw.body().map(Self::$variant),)+
                    _ => Ok(Self::Unknown(raw.whole())),
                }
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    $(Self::$variant(model) => f.debug_tuple(stringify!($variant)).field(model).finish(),)+
                    Self::Unknown(_) => f.debug_tuple("Unknown").field(&self.tag()).finish(),
                }
            }
        }

        $(
            impl From<$model> for $name {
                fn from(model: $model) -> Self {
                    Self::$variant(model)
                }
            }
        )+
    };
}

pub(crate) use tagged_union;

#[cfg(test)]
mod tests {
    #![expect(unreachable_pub, reason = "a model is public where it is made")]

    use serde_json::json;

    use crate::models::macros::model;

    model! {
        /// A circle.
        Circle {
            /// Radius.
            radius: i64,
            ..
        }
    }

    model! {
        /// A point.
        Point {
            ..
            /// Its name.
            name: Option<String>,
        }
    }

    tagged_union! {
        /// A shape.
        Shape by "type" {
            /// Round.
            Circle(Circle) = "circle",
            /// Small.
            Point(Point) = "point",
        }
    }

    #[test]
    fn known_and_unknown_members_round_trip() {
        for json in [
            json!({"type":"circle","radius":2}),
            json!({"type":"circle","radius":2,"colour":"red"}),
            json!({"type":"point"}),
            json!({"type":"cube","edge":null}),
        ] {
            let shape: Shape = serde_json::from_value(json.clone()).unwrap();
            assert_eq!(shape.tag(), json["type"]);
            assert_eq!(serde_json::to_value(&shape).unwrap(), json);
        }
        assert_eq!(Shape::from(Circle::new(2)).tag(), "circle");
        assert_eq!(
            json!(Shape::from(Point::new().name("a"))),
            json!({"type":"point","name":"a"})
        );
    }

    #[test]
    fn a_known_member_with_a_broken_body_is_an_error_that_says_where() {
        let broken = serde_json::from_value::<Shape>(json!({"type":"circle","radius":"two"})).unwrap_err();
        assert_eq!(broken.to_string(), "unexpected shape at radius");
        assert!(serde_json::from_value::<Shape>(json!({"radius":2})).is_err());
        assert!(serde_json::from_value::<Shape>(json!({"type":1})).is_err());
    }

    #[test]
    fn debug_of_an_unknown_member_shows_its_tag_only() {
        let shape: Shape = serde_json::from_value(json!({"type":"cube","secret":"s"})).unwrap();
        assert_eq!(format!("{shape:?}"), r#"Unknown("cube")"#);
    }
}
