//! One of the people agents talk to.

use serde_json::Value;

use crate::models::{
    Nullable, Number, PhoneNumber,
    macros::{model, string_id},
};

string_id! {
    /// A contact.
    ContactId;
}

model! {
    /// One of the people agents talk to. `Debug` shows the id alone.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-contact>.
    Contact shows(contact_id) {
        /// The contact.
        contact_id: ContactId,
        ..
        /// Whose workspace it is in.
        org_id: Option<String>,
        /// The number this person is known by.
        phone_number: Option<PhoneNumber>,
        /// When it was made, in milliseconds since the epoch.
        created_timestamp: Option<Number>,
        /// What agents remember of this person.
        contact_memory: Nullable<String>,
        /// Tags.
        contact_tags: Nullable<Vec<ContactTag>>,
        /// How many calls and chats there were.
        conversation_count: Option<Number>,
        /// Further fields, by name.
        custom_fields: Nullable<Value>,
        /// Never to be called.
        do_not_call: Option<bool>,
        /// Id at the CRM it is kept in step with.
        external_id: Option<String>,
        /// First name.
        first_name: Option<String>,
        /// When this person was last talked to, in milliseconds since the epoch.
        last_conversation_timestamp: Option<Number>,
        /// Last name.
        last_name: Option<String>,
        /// When it was last changed, in milliseconds since the epoch.
        user_modified_timestamp: Option<Number>,
    }
}

model! {
    /// A tag contacts may have.
    ContactTag shows(id) {
        /// The tag.
        id: String,
        /// Its words.
        label: String,
        ..
    }
}

/// An object with what can be set on a contact.
macro_rules! contact_settings {
    ($(#[$meta:meta])* $name:ident { $($required:tt)* }) => {
        model! {
            $(#[$meta])*
            $name shows(do_not_call) {
                $($required)*
                ..
                /// What agents remember of this person.
                contact_memory: Nullable<String>,
                /// Ids of tags.
                contact_tag_ids: Option<Vec<String>>,
                /// Further fields, by name.
                custom_fields: Nullable<Value>,
                /// Never to be called.
                do_not_call: Option<bool>,
                /// First name.
                first_name: Option<String>,
                /// Last name.
                last_name: Option<String>,
            }
        }
    };
}

contact_settings! {
    /// A contact to be made.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-contact>.
    CreateContact {
        /// The number this person is known by.
        phone_number: PhoneNumber,
    }
}

contact_settings! {
    /// Changes to a contact; what is left out keeps its setting.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-contact>.
    UpdateContact {}
}
