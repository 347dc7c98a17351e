//! Telephone numbers in the account.

use crate::models::{
    AgentId, AgentVersion, Nullable, Number, PhoneNumber,
    macros::{model, open_enum},
};

/// Makes a model of a number: what is its own, then the settings every form has.
macro_rules! with_number_settings {
    ($(#[$meta:meta])* $name:ident $(shows($($shown:ident),*))? { $($required:tt)* } .. { $($own:tt)* }) => {
        model! {
            $(#[$meta])*
            $name $(shows($($shown),*))? {
                $($required)*
                ..
                $($own)*
                /// Countries whose calls are taken, as two letters; null is every country.
                allowed_inbound_country_list: Nullable<Vec<String>>,
                /// Countries that may be called, as two letters; null is every country.
                allowed_outbound_country_list: Nullable<Vec<String>>,
                /// Agents that answer calls, one chosen by weight; null answers none.
                inbound_agents: Nullable<Vec<WeightedAgent>>,
                /// Asked before a call is answered; null is nobody. It may hold a secret.
                inbound_webhook_url: Nullable<String>,
                /// Agents that speak on calls made, one chosen by weight.
                outbound_agents: Nullable<Vec<WeightedAgent>>,
            }
        }
    };
}

with_number_settings! {
    /// A telephone number in the account.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-phone-number>.
    AccountNumber shows(phone_number_type, last_modification_timestamp) {
        /// Milliseconds since the epoch.
        last_modification_timestamp: i64,
        /// The number.
        phone_number: String,
        /// Where it came from.
        phone_number_type: PhoneNumberType,
    } .. {
        /// Its area code.
        area_code: Option<i64>,
        /// Where calls go that find no free slot; null is nowhere.
        fallback_number: Nullable<String>,
        /// Agents that answer text messages.
        inbound_sms_agents: Nullable<Vec<WeightedAgent>>,
        /// Asked before a text message is answered. It may hold a secret.
        inbound_sms_webhook_url: Nullable<String>,
        /// Name in the dashboard.
        nickname: Nullable<String>,
        /// Agents that write text messages.
        outbound_sms_agents: Nullable<Vec<WeightedAgent>>,
        /// The number for reading.
        phone_number_pretty: Option<String>,
        /// The trunk of an imported number.
        sip_outbound_trunk_config: Nullable<SipTrunk>,
    }
}

with_number_settings! {
    /// A number to be bought.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-phone-number>.
    BuyNumber shows(area_code, country_code, number_provider, toll_free) {} .. {
        /// Area code wished for; United States only.
        area_code: Option<i64>,
        /// Country; left out it is the United States.
        country_code: Option<CountryCode>,
        /// Where calls go that find no free slot.
        fallback_number: Nullable<String>,
        /// Name in the dashboard.
        nickname: Option<String>,
        /// Who provides it; left out it is Twilio.
        number_provider: Option<NumberProvider>,
        /// A certain number.
        phone_number: Option<PhoneNumber>,
        /// Buy one that is free to call; it costs more.
        toll_free: Option<bool>,
        /// Transport of the SIP trunk.
        transport: Nullable<String>,
    }
}

with_number_settings! {
    /// A number of another provider, to be used through its SIP trunk.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/import-phone-number>.
    ImportNumber shows(ignore_e164_validation) {
        /// The number.
        phone_number: PhoneNumber,
        /// Address of the trunk calls are made through.
        termination_uri: String,
    } .. {
        /// Codecs, the best first.
        codecs: Option<Vec<String>>,
        /// Take a number that is not in E.164. See [`PhoneNumber::unchecked`].
        ignore_e164_validation: Option<bool>,
        /// Name in the dashboard.
        nickname: Option<String>,
        /// Password at the trunk. A secret.
        sip_trunk_auth_password: Option<String>,
        /// User name at the trunk.
        sip_trunk_auth_username: Option<String>,
        /// Transport of the SIP trunk: `TCP`, `UDP` or `TLS`.
        transport: Nullable<String>,
    }
}

with_number_settings! {
    /// Changes to a number. What is left out stays as it is.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-phone-number>.
    UpdateNumber {} .. {
        /// Password at the trunk. A secret.
        auth_password: Option<String>,
        /// User name at the trunk.
        auth_username: Option<String>,
        /// Codecs, the best first.
        codecs: Option<Vec<String>>,
        /// Where calls go that find no free slot; null is nowhere.
        fallback_number: Nullable<String>,
        /// Agents that answer text messages.
        inbound_sms_agents: Nullable<Vec<WeightedAgent>>,
        /// Asked before a text message is answered. It may hold a secret.
        inbound_sms_webhook_url: Nullable<String>,
        /// Name in the dashboard.
        nickname: Nullable<String>,
        /// Agents that write text messages.
        outbound_sms_agents: Nullable<Vec<WeightedAgent>>,
        /// Address of the trunk calls are made through.
        termination_uri: Option<String>,
        /// Transport of the SIP trunk: `TCP`, `UDP` or `TLS`.
        transport: Nullable<String>,
    }
}

model! {
    /// A SIP trunk calls are made through.
    SipTrunk shows(transport, codecs) {
        ..
        /// User name at the trunk.
        auth_username: Nullable<String>,
        /// Codecs, the best first.
        codecs: Option<Vec<String>>,
        /// Its address.
        termination_uri: Nullable<String>,
        /// Its transport.
        transport: Nullable<String>,
    }
}

model! {
    /// An agent and its share of the calls. The weights of a list add up to 1.
    WeightedAgent shows(agent_id, weight, agent_version) {
        /// The agent.
        agent_id: AgentId,
        /// Its share, 0 to 1.
        weight: Number,
        ..
        /// Its version; left out it is the latest.
        agent_version: Option<AgentVersion>,
    }
}

open_enum! {
    /// Where a number came from.
    PhoneNumberType {
        /// Bought at Twilio.
        RetellTwilio = "retell-twilio",
        /// Bought at Telnyx.
        RetellTelnyx = "retell-telnyx",
        /// Imported.
        Custom = "custom",
    }
}

open_enum! {
    /// Who provides a number bought.
    NumberProvider {
        /// Twilio.
        Twilio = "twilio",
        /// Telnyx.
        Telnyx = "telnyx",
    }
}

open_enum! {
    /// Country of a number bought.
    CountryCode {
        /// United States.
        UnitedStates = "US",
        /// Canada.
        Canada = "CA",
    }
}
