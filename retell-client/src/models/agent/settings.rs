//! Settings shared by all forms of an agent: as it is, to be made, to be changed.

/// Makes a model of a voice agent: what is its own, then the settings every form has.
macro_rules! with_agent_settings {
    ($(#[$meta:meta])* $name:ident $(shows($($shown:ident),*))? { $($required:tt)* } .. { $($own:tt)* }) => {
        $crate::models::macros::model! {
            $(#[$meta])*
            $name $(shows($($shown),*))? {
                $($required)*
                ..
                $($own)*
                /// Name in the dashboard.
                agent_name: Nullable<String>,
                /// Let keys pressed on the telephone interrupt the agent.
                allow_dtmf_interruption: Option<bool>,
                /// Take keys pressed on the telephone; Retell's default is true.
                allow_user_dtmf: Option<bool>,
                /// Sound in the background; null is silence.
                ambient_sound: Nullable<AmbientSound>,
                /// How loud the background is.
                ambient_sound_volume: Option<Number>,
                /// 0 to 1: how often the agent shows that it listens.
                backchannel_frequency: Option<Number>,
                /// What it says then; null is Retell's choice.
                backchannel_words: Nullable<Vec<String>>,
                /// Milliseconds before the first words, 0 to 5000.
                begin_message_delay_ms: Option<i64>,
                /// Words to listen for, such as names.
                boosted_keywords: Nullable<Vec<String>>,
                /// What to tell a screening service that answers.
                call_screening_option: Nullable<CallScreeningOption>,
                /// Whether what is known of a contact is read and kept up.
                contact_memory_config: Option<ContactMemoryConfig>,
                /// Speech recognition, if `stt_mode` is custom.
                custom_stt_config: Nullable<CustomSttConfig>,
                /// Days until recordings and transcripts are deleted, 1 to 730; null is never.
                data_storage_retention_days: Nullable<i64>,
                /// What Retell keeps of calls.
                data_storage_setting: Option<DataStorageSetting>,
                /// How strongly noise is removed; null is Retell's choice.
                denoising_enhancement_level: Nullable<Number>,
                /// What is removed from the person's audio.
                denoising_mode: Option<DenoisingMode>,
                /// Let the agent show that it listens ("uh-huh").
                enable_backchannel: Option<bool>,
                /// Notice when somebody asks not to be called.
                enable_dnc_detection: Option<bool>,
                /// Fit `responsiveness` to how the person speaks.
                enable_dynamic_responsiveness: Option<bool>,
                /// Fit `voice_speed` to how the person speaks.
                enable_dynamic_voice_speed: Option<bool>,
                /// Let the voice show emotions.
                enable_expressive_mode: Option<bool>,
                /// Milliseconds of silence that end the call: at least 10000, by default 600000.
                end_call_after_silence_ms: Option<i64>,
                /// Emotions the voice may show.
                expressive_emotion_tags: Option<Vec<ExpressiveEmotionTag>>,
                /// When it shows which, in words.
                expressive_mode_prompt: Nullable<String>,
                /// Voices that stand in when the provider of the voice fails.
                fallback_voice_ids: Nullable<Vec<VoiceId>>,
                /// What may be neither said nor asked.
                guardrail_config: Option<GuardrailConfig>,
                /// Ready-made rules of conduct.
                handbook_config: Option<HandbookConfig>,
                /// 0 to 1: how readily the agent stops when spoken over; Retell's default is 1.
                interruption_sensitivity: Option<Number>,
                /// What to do when a phone menu answers.
                ivr_option: Nullable<IvrOption>,
                /// One language, or several.
                language: Option<Languages>,
                /// Longest call in milliseconds, 60000 to 7200000; Retell's default is 3600000.
                max_call_duration_ms: Option<i64>,
                /// Have links to recordings signed; they then expire.
                opt_in_signed_url: Option<bool>,
                /// Which personal data is removed from what is kept.
                pii_config: Option<PiiConfig>,
                /// What to find out from calls that are over.
                post_call_analysis_data: Nullable<Vec<AnalysisField>>,
                /// The model that finds it out.
                post_call_analysis_model: Nullable<LlmModel>,
                /// Tools run after a call.
                post_session_tools: Nullable<Vec<PostSessionTool>>,
                /// Tools run before a call.
                pre_session_tools: Nullable<Vec<PreSessionTool>>,
                /// How words are pronounced.
                pronunciation_dictionary: Nullable<Vec<PronunciationEntry>>,
                /// How often the agent reminds a silent person; Retell's default is 1, 0 is never.
                reminder_max_count: Option<i64>,
                /// Milliseconds of silence before it does; Retell's default is 10000.
                reminder_trigger_ms: Option<Number>,
                /// 0 to 1: how quickly the agent answers; Retell's default is 1.
                responsiveness: Option<Number>,
                /// How long the phone rings in milliseconds, 5000 to 300000; Retell's default is 30000.
                ring_duration_ms: Option<i64>,
                /// How long signed links live, in milliseconds; Retell's default is 86400000, one day.
                signed_url_expiration_ms: Nullable<i64>,
                /// Quick or exact speech recognition.
                stt_mode: Option<SttMode>,
                /// Time zone of the agent, such as `America/Chicago`.
                timezone: Nullable<String>,
                /// When keys pressed count as an answer.
                user_dtmf_options: Nullable<UserDtmfOptions>,
                /// What this version is about.
                version_description: Nullable<String>,
                /// Name of this version.
                version_title: Nullable<String>,
                /// Vocabulary to expect.
                vocab_specialization: Option<VocabSpecialization>,
                /// Model of the voice; null is Retell's choice.
                voice_model: Nullable<VoiceModel>,
                /// How fast the voice speaks; 1 is normal.
                voice_speed: Option<Number>,
                /// How much the voice varies.
                voice_temperature: Option<Number>,
                /// What to do when a voicemail answers.
                voicemail_option: Nullable<VoicemailOption>,
                /// How loud the voice is; 1 is normal.
                volume: Option<Number>,
                /// Which events are told; null is Retell's choice.
                webhook_events: Nullable<Vec<AgentWebhookEvent>>,
                /// Milliseconds a webhook may take to answer; Retell's default is 10000.
                webhook_timeout_ms: Option<i64>,
                /// Where events of this agent go, instead of the account's address. It may hold a secret.
                webhook_url: Nullable<String>,
            }
        }
    };
}
pub(crate) use with_agent_settings;
