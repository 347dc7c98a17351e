//! Sending a text message.

use super::common::spoken_tool;
use crate::models::{
    Condition, Nullable,
    macros::{model, open_enum, tagged_union},
};

spoken_tool! {
    /// Sends a text message.
    SendSmsTool {
        /// What it says.
        sms_content: SmsContent,
    } .. {
        /// Whether the agent speaks again once the result is there.
        speak_after_execution: Option<bool>,
        /// To whom; null or left out is the person in the conversation.
        sms_destination: Nullable<SmsDestination>,
        /// From which number; null or left out is the number in use.
        sms_sender: Nullable<SmsSender>,
        /// Names of tools to wait for; only after a conversation.
        depends_on: Option<Vec<String>>,
        /// When to run at all; only after a conversation.
        condition: Option<Condition>,
    }
}

model! {
    /// What a text message says. The fields that count are those of its kind.
    SmsContent {
        ..
        /// How the text is made; Retell may leave it out.
        #[serde(rename = "type")]
        kind: Option<SmsContentKind>,
        /// The message itself, for `predefined`; may hold dynamic variables.
        text: Option<String>,
        /// How to compose it, for `inferred`; may hold dynamic variables.
        prompt: Option<String>,
        /// Which message of Retell, for `template`.
        template: Option<SmsTemplate>,
    }
}

impl SmsContent {
    /// `text` as it stands.
    pub fn predefined(text: impl Into<String>) -> Self {
        Self::new().kind(SmsContentKind::Predefined).text(text)
    }

    /// Composed by the model, from `prompt`.
    pub fn inferred(prompt: impl Into<String>) -> Self {
        Self::new().kind(SmsContentKind::Inferred).prompt(prompt)
    }

    /// Retell's message that asks the person for information.
    pub fn info_collection() -> Self {
        Self::new()
            .kind(SmsContentKind::Template)
            .template(SmsTemplate::InfoCollection)
    }
}

open_enum! {
    /// How the text of a message is made.
    SmsContentKind {
        /// Given word by word.
        Predefined = "predefined",
        /// Composed by the model.
        Inferred = "inferred",
        /// One of Retell.
        Template = "template",
    }
}

open_enum! {
    /// Messages Retell has ready.
    SmsTemplate {
        /// Asks the person for information.
        InfoCollection = "info_collection",
    }
}

tagged_union! {
    /// To whom a text message goes.
    SmsDestination by "type" {
        /// The person in the conversation.
        CustomerNumber(CustomerNumber) = "customer_number",
        /// A given number.
        PhoneNumber(SmsNumber) = "phone_number",
    }
}

model! {
    /// The number of the person in the conversation.
    CustomerNumber {
        ..
    }
}

model! {
    /// A number that gets text messages.
    SmsNumber {
        /// In E.164, or a dynamic variable.
        phone_number: String,
        ..
        /// Takes the number as it is; for own telephony only.
        ignore_e164_validation: Option<bool>,
    }
}

model! {
    /// The number of this conversation.
    CurrentNumber {
        ..
    }
}

model! {
    /// A number of Retell.
    RetellLongCode {
        ..
    }
}

tagged_union! {
    /// From which number a text message comes.
    SmsSender by "type" {
        /// The number of this conversation.
        CurrentNumber(CurrentNumber) = "current_number",
        /// A number of Retell.
        RetellLongCode(RetellLongCode) = "retell_long_code",
    }
}
