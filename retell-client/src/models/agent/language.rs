//! Languages.

use serde::{Deserialize, Serialize};

use crate::models::macros::open_enum;

open_enum! {
    /// A language and where it is spoken.
    Language {
        /// `en-US`.
        EnUS = "en-US",
        /// `en-IN`.
        EnIN = "en-IN",
        /// `en-GB`.
        EnGB = "en-GB",
        /// `en-AU`.
        EnAU = "en-AU",
        /// `en-NZ`.
        EnNZ = "en-NZ",
        /// `de-DE`.
        DeDE = "de-DE",
        /// `es-ES`.
        EsES = "es-ES",
        /// `es-419`.
        Es419 = "es-419",
        /// `hi-IN`.
        HiIN = "hi-IN",
        /// `fr-FR`.
        FrFR = "fr-FR",
        /// `fr-CA`.
        FrCA = "fr-CA",
        /// `ja-JP`.
        JaJP = "ja-JP",
        /// `pt-PT`.
        PtPT = "pt-PT",
        /// `pt-BR`.
        PtBR = "pt-BR",
        /// `zh-CN`.
        ZhCN = "zh-CN",
        /// `ru-RU`.
        RuRU = "ru-RU",
        /// `it-IT`.
        ItIT = "it-IT",
        /// `ko-KR`.
        KoKR = "ko-KR",
        /// `nl-NL`.
        NlNL = "nl-NL",
        /// `nl-BE`.
        NlBE = "nl-BE",
        /// `pl-PL`.
        PlPL = "pl-PL",
        /// `tr-TR`.
        TrTR = "tr-TR",
        /// `vi-VN`.
        ViVN = "vi-VN",
        /// `ro-RO`.
        RoRO = "ro-RO",
        /// `bg-BG`.
        BgBG = "bg-BG",
        /// `ca-ES`.
        CaES = "ca-ES",
        /// `th-TH`.
        ThTH = "th-TH",
        /// `da-DK`.
        DaDK = "da-DK",
        /// `fi-FI`.
        FiFI = "fi-FI",
        /// `el-GR`.
        ElGR = "el-GR",
        /// `hu-HU`.
        HuHU = "hu-HU",
        /// `id-ID`.
        IdID = "id-ID",
        /// `no-NO`.
        NoNO = "no-NO",
        /// `sk-SK`.
        SkSK = "sk-SK",
        /// `sv-SE`.
        SvSE = "sv-SE",
        /// `lt-LT`.
        LtLT = "lt-LT",
        /// `lv-LV`.
        LvLV = "lv-LV",
        /// `cs-CZ`.
        CsCZ = "cs-CZ",
        /// `ms-MY`.
        MsMY = "ms-MY",
        /// `af-ZA`.
        AfZA = "af-ZA",
        /// `ar-SA`.
        ArSA = "ar-SA",
        /// `az-AZ`.
        AzAZ = "az-AZ",
        /// `bs-BA`.
        BsBA = "bs-BA",
        /// `cy-GB`.
        CyGB = "cy-GB",
        /// `fa-IR`.
        FaIR = "fa-IR",
        /// `fil-PH`.
        FilPH = "fil-PH",
        /// `gl-ES`.
        GlES = "gl-ES",
        /// `he-IL`.
        HeIL = "he-IL",
        /// `hr-HR`.
        HrHR = "hr-HR",
        /// `hy-AM`.
        HyAM = "hy-AM",
        /// `is-IS`.
        IsIS = "is-IS",
        /// `kk-KZ`.
        KkKZ = "kk-KZ",
        /// `kn-IN`.
        KnIN = "kn-IN",
        /// `mk-MK`.
        MkMK = "mk-MK",
        /// `mr-IN`.
        MrIN = "mr-IN",
        /// `ne-NP`.
        NeNP = "ne-NP",
        /// `sl-SI`.
        SlSI = "sl-SI",
        /// `sr-RS`.
        SrRS = "sr-RS",
        /// `sw-KE`.
        SwKE = "sw-KE",
        /// `ta-IN`.
        TaIN = "ta-IN",
        /// `ur-IN`.
        UrIN = "ur-IN",
        /// `yue-CN`.
        YueCN = "yue-CN",
        /// `uk-UA`.
        UkUA = "uk-UA",
    }
}

/// One language, or several that an agent understands at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Languages {
    /// One.
    One(Language),
    /// Several.
    Several(Vec<Language>),
}

impl From<Language> for Languages {
    fn from(language: Language) -> Self {
        Self::One(language)
    }
}

impl From<&str> for Languages {
    fn from(language: &str) -> Self {
        Self::One(language.into())
    }
}

impl From<Vec<Language>> for Languages {
    fn from(languages: Vec<Language>) -> Self {
        Self::Several(languages)
    }
}
