//! Choices in an agent's settings.

use crate::models::macros::open_enum;

open_enum! {
    /// Sound in the background of a call.
    AmbientSound {
        /// A coffee shop.
        CoffeeShop = "coffee-shop",
        /// A hall full of people.
        ConventionHall = "convention-hall",
        /// Outdoors in summer.
        SummerOutdoor = "summer-outdoor",
        /// In the mountains.
        MountainOutdoor = "mountain-outdoor",
        /// Static noise.
        StaticNoise = "static-noise",
        /// A call center.
        CallCenter = "call-center",
    }
}

open_enum! {
    /// What is removed from the person's audio.
    DenoisingMode {
        /// Nothing.
        NoDenoise = "no-denoise",
        /// Noise.
        NoiseCancellation = "noise-cancellation",
        /// Noise and the speech of others.
        NoiseAndBackgroundSpeechCancellation = "noise-and-background-speech-cancellation",
    }
}

open_enum! {
    /// An emotion, or a sound of one, in a voice.
    ExpressiveEmotionTag {
        /// With empathy.
        Empathetic = "empathetic",
        /// With excitement.
        Excited = "excited",
        /// Happily.
        Happy = "happy",
        /// With curiosity.
        Curious = "curious",
        /// With surprise.
        Surprised = "surprised",
        /// A sigh.
        Sigh = "sigh",
        /// Clearing the throat.
        ClearThroat = "clear throat",
        /// A pause.
        Pause = "pause",
        /// A long pause.
        LongPause = "long pause",
        /// With emphasis.
        Emphasis = "emphasis",
    }
}

open_enum! {
    /// Vocabulary to expect.
    VocabSpecialization {
        /// Of everyday life.
        General = "general",
        /// Of medicine.
        Medical = "medical",
    }
}

open_enum! {
    /// Model of a voice.
    VoiceModel {
        /// `eleven_flash_v2`.
        ElevenFlashV2 = "eleven_flash_v2",
        /// `eleven_flash_v2_5`.
        ElevenFlashV25 = "eleven_flash_v2_5",
        /// `eleven_multilingual_v2`.
        ElevenMultilingualV2 = "eleven_multilingual_v2",
        /// `eleven_v3`.
        ElevenV3 = "eleven_v3",
        /// `eleven_v3_conversational`.
        ElevenV3Conversational = "eleven_v3_conversational",
        /// `eleven_v4`.
        ElevenV4 = "eleven_v4",
        /// `eleven_v4_turbo`.
        ElevenV4Turbo = "eleven_v4_turbo",
        /// `sonic-3`.
        Sonic3 = "sonic-3",
        /// `sonic-3-latest`.
        Sonic3Latest = "sonic-3-latest",
        /// `sonic-3.5`.
        Sonic35 = "sonic-3.5",
        /// `sonic-3.6`.
        Sonic36 = "sonic-3.6",
        /// `tts-1`.
        Tts1 = "tts-1",
        /// `gpt-4o-mini-tts`.
        Gpt4oMiniTts = "gpt-4o-mini-tts",
        /// `speech-02-turbo`.
        Speech02Turbo = "speech-02-turbo",
        /// `speech-2.8-turbo`.
        Speech28Turbo = "speech-2.8-turbo",
        /// `s1`.
        S1 = "s1",
        /// `s2-pro`.
        S2Pro = "s2-pro",
        /// `s2.1-pro`.
        S21Pro = "s2.1-pro",
        /// `inworld-tts-2`.
        InworldTts2 = "inworld-tts-2",
        /// `inworld-tts-2-flash`.
        InworldTts2Flash = "inworld-tts-2-flash",
    }
}

open_enum! {
    /// An event of a call that is told to a webhook.
    AgentWebhookEvent {
        /// The call began.
        CallStarted = "call_started",
        /// The call is over.
        CallEnded = "call_ended",
        /// Its analysis is done.
        CallAnalyzed = "call_analyzed",
        /// Something was said.
        TranscriptUpdated = "transcript_updated",
        /// A transfer began.
        TransferStarted = "transfer_started",
        /// The parties of a transfer were connected.
        TransferBridged = "transfer_bridged",
        /// A transfer was given up.
        TransferCancelled = "transfer_cancelled",
        /// A transferred call is over.
        TransferEnded = "transfer_ended",
    }
}
