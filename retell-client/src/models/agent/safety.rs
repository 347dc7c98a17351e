//! What an agent must not say, hear or keep.

use crate::models::{
    Nullable,
    macros::{model, open_enum},
};

model! {
    /// Topics that are refused.
    GuardrailConfig {
        ..
        /// What people may not bring up.
        input_topics: Nullable<Vec<GuardrailInputTopic>>,
        /// What the agent may not say.
        output_topics: Nullable<Vec<GuardrailOutputTopic>>,
    }
}

open_enum! {
    /// Topics people may not bring up.
    GuardrailInputTopic {
        /// Attempts to make the agent break its rules.
        PlatformIntegrityJailbreaking = "platform_integrity_jailbreaking",
    }
}

open_enum! {
    /// Topics the agent may not speak on.
    GuardrailOutputTopic {
        /// Harassment.
        Harassment = "harassment",
        /// Self-harm.
        SelfHarm = "self_harm",
        /// Sexual exploitation.
        SexualExploitation = "sexual_exploitation",
        /// Violence.
        Violence = "violence",
        /// Defence and national security.
        DefenseAndNationalSecurity = "defense_and_national_security",
        /// Illicit and harmful activity.
        IllicitAndHarmfulActivity = "illicit_and_harmful_activity",
        /// Gambling.
        Gambling = "gambling",
        /// Advice that needs a licence, such as medical or legal.
        RegulatedProfessionalAdvice = "regulated_professional_advice",
        /// Safety and exploitation of children.
        ChildSafetyAndExploitation = "child_safety_and_exploitation",
    }
}

model! {
    /// Personal data to remove from what is kept.
    PiiConfig {
        /// Which.
        categories: Vec<PiiCategory>,
        /// When; only after the call is known.
        mode: PiiMode,
        ..
    }
}

open_enum! {
    /// When personal data is removed.
    PiiMode {
        /// After the call.
        PostCall = "post_call",
    }
}

open_enum! {
    /// Kinds of personal data.
    PiiCategory {
        /// Names.
        PersonName = "person_name",
        /// Addresses.
        Address = "address",
        /// E-mail addresses.
        Email = "email",
        /// Telephone numbers.
        PhoneNumber = "phone_number",
        /// Social security numbers.
        Ssn = "ssn",
        /// Passport numbers.
        Passport = "passport",
        /// Driving licence numbers.
        DriverLicense = "driver_license",
        /// Card numbers.
        CreditCard = "credit_card",
        /// Account numbers.
        BankAccount = "bank_account",
        /// Passwords.
        Password = "password",
        /// PINs.
        Pin = "pin",
        /// Medical ids.
        MedicalId = "medical_id",
        /// Dates of birth.
        DateOfBirth = "date_of_birth",
        /// Customer numbers.
        CustomerAccountNumber = "customer_account_number",
    }
}

model! {
    /// Ready-made rules of conduct. Those of speech count for voice agents only.
    HandbookConfig {
        ..
        /// Says that it is a machine when asked.
        ai_disclosure: Option<bool>,
        /// Speaks with a common personality.
        default_personality: Option<bool>,
        /// Speaks casually.
        conversational_personality: Option<bool>,
        /// Shows understanding.
        high_empathy: Option<bool>,
        /// Stays with its task.
        scope_boundaries: Option<bool>,
        /// Repeats details to have them confirmed.
        echo_verification: Option<bool>,
        /// Spells with the NATO alphabet.
        nato_phonetic_alphabet: Option<bool>,
        /// Uses fillers such as "um".
        natural_filler_words: Option<bool>,
        /// Recognises what was meant by similar words.
        smart_matching: Option<bool>,
        /// Speaks numbers, dates and the like as people do.
        speech_normalization: Option<bool>,
    }
}
