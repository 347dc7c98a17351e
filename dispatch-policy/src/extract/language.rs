//! Which language it is.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::facts::{Facts, Found};

use super::gazetteer::begins_town;
use super::lexicon::is_small;
use super::numbers::is_number_word;
use super::pattern::pat;
use super::text::Said;
use super::text::mark::ByWord;

/// Frequent Spanish words that are not also English ones.
#[rustfmt::skip]
const SPANISH: &[&str] = &[
    "el", "la", "los", "las", "estoy", "esta", "estamos", "llego", "llegue", "llegando", "llegar", "voy", "vamos",
    "aqui", "aquí", "hablo", "habla", "hable", "hablar", "ingles", "inglés", "espanol", "español", "entiendo",
    "nada", "algo", "alguien", "que", "qué", "como", "cómo", "donde", "dónde", "cuando", "cuándo", "por", "para",
    "con", "sin", "pero", "muy", "mucho", "mucha", "bueno", "buenos", "buenas", "dias", "días", "tardes", "noches",
    "gracias", "favor", "si", "sí", "soy", "tengo", "tiene", "hay", "treinta", "veinte", "cuarenta", "minutos",
    "horas", "hora", "media", "mañana", "manana", "ahora", "ahorita", "camino", "carretera", "camion", "camión",
    "troca", "trafico", "tráfico", "señor", "senor", "quien", "quién", "necesito", "puedo", "puede", "cerca",
    "salida", "milla", "millas", "del", "en", "un", "una", "mi", "su", "ya", "todavia", "todavía", "descargando",
    "esperando", "puerta", "choque", "accidente", "ayuda", "herido", "fuego", "persona", "mas", "más", "menos",
    "cinco", "diez", "dos", "tres", "cuatro", "seis", "siete", "ocho", "nueve", "quince", "hola", "adios", "adiós",
    "bien", "mal", "problema", "yo", "usted", "este", "eso", "esto", "porque", "también", "tambien", "manejando",
    "carga", "cargado", "patron", "otra", "vez", "repita", "dice", "digo", "estas", "quiero", "hablando", "ese",
    "esa", "nadie", "aca", "acá", "falta", "faltan", "comida", "lumbre", "llanta", "choqué", "chocaron", "pegaron",
    "frenos", "duele", "pecho", "respirar", "atorado", "atrapado", "asaltando", "robaron", "traila", "tráiler",
    "descompuso", "ponchó", "poncho", "quemando", "sangrando", "llegué", "vengo", "rumbo", "pasar", "acabo",
    "orilla", "depende", "sé", "correcto", "cuarto", "unos", "ciento", "doscientos", "sesenta", "cincuenta",
    "señorita", "senorita", "señora", "senora", "perdon", "perdón", "disculpe", "le", "comprendo", "mande", "ochenta", "estás", "está", "están", "doce", "volqué", "ambulancia", "llame", "companero", "compañero",
    "inconsciente", "claro", "mando", "mandé", "gracias", "ahorita", "pues", "ando", "andamos", "listo", "lista",
    "enviar", "firma", "firmado", "papeles", "entrega", "entregar", "bodega", "muelle", "rampa", "interestatal", "cabina", "perdón", "perdon", "perdone", "disculpe", "señorita", "senorita", "señora", "entiende", "hablan", "ningún", "nomás", "hubo", "tuve", "adelante", "parado", "de",
];

static VOCABULARY: LazyLock<HashSet<&str, ByWord>> = LazyLock::new(|| SPANISH.iter().copied().collect());

/// Words of other languages drivers are known to speak.
const OTHER: &[&str] = &[
    "spasibo",
    "privet",
    "govoryu",
    "ponimayu",
    "merci",
    "bonjour",
    "parle",
    "francais",
    "français",
    "comprends",
    "danke",
    "sprechen",
    "hindi",
    "punjabi",
    "paaji",
    "haanji",
    "accha",
    "theek",
    "nahi",
    "hai",
    "mujhe",
];

/// Assent or leave in Spanish, with no word of not understanding.
pub(super) fn is_spanish_yes(text: &str) -> bool {
    !["hablo", "habla", "entiend", "ingl", "espa", "comprend"]
        .iter()
        .any(|word| text.to_lowercase().contains(word))
}

/// Hardly a word of it is English, a number, or part of a town's name.
fn is_foreign(said: &Said<'_>) -> bool {
    let known = |i: usize| {
        let word = said.word(i);
        if word.len() == 2 {
            return is_small(word) || is_number_word(word);
        }
        said.kinds(i).known || is_number_word(word) || begins_town(word) || word.len() < 3
    };
    let strange = (0..said.len()).filter(|&i| !known(i)).count();
    strange >= 3 && strange * 2 > said.len()
}

/// "no speak english": what he says of himself.
fn lacks_english(said: &Said<'_>) -> bool {
    pat!("no|not|little|bad|poor|bit|small|speak|understand|much|good .. english").is_in(said)
        && !pat!("plain|learn english").is_in(said)
        || pat!("english .. not|no|bad|little|poor|small").is_in(said)
        || pat!("speak|talk|habla|parle|hable|anyone|somebody|someone .. spanish|punjabi|hindi|russian|french|polish|somali|arabic|portuguese|romanian|ukrainian|serbian|creole|vietnamese|chinese|mandarin|korean|amharic|urdu|bosnian|turkish|farsi|tagalog").is_in(said)
}

/// A language other than plain English: `es`, or `und` when it cannot be named.
pub(super) fn read(said: &Said<'_>, facts: &mut Facts) -> bool {
    let words = said.tokens.iter().map(|t| t.word.as_str());
    let spanish_words: Vec<&str> = words.clone().filter(|w| VOCABULARY.contains(w)).collect();
    let spanish = spanish_words.len();
    let strong = spanish_words
        .iter()
        .filter(|w| w.len() >= 4 && !matches!(**w, "persona" | "media" | "nada" | "bueno" | "bien" | "hola"))
        .count();
    let total = said.len();
    let asks_for_it = words
        .clone()
        .any(|w| matches!(w, "español" | "espanol" | "spanish"))
        && !words.clone().any(|w| w == "spanish" && total > 12);
    let es = strong >= 2
        || (spanish >= 3 && spanish * 3 >= total)
        || (spanish >= 1 && spanish * 2 >= total && strong >= 1)
        || (asks_for_it && (total <= 8 || spanish >= 1));
    let other = is_foreign(said)
        || lacks_english(said) && total <= 12
        || words.clone().filter(|w| OTHER.contains(w)).count() * 3 >= total.max(3)
        || said
            .raw
            .chars()
            .filter(|c| c.is_alphabetic() && !c.is_ascii() && *c as u32 > 0x24f)
            .count()
            * 2
            > said.raw.chars().filter(|c| c.is_alphabetic()).count().max(1);
    let code = if es || spanish > 0 && is_foreign(said) {
        "es"
    } else if other {
        "und"
    } else {
        return false;
    };
    facts.language = Some(Found {
        value: code.to_owned(),
        words: said.words(0..total),
        rule: "vocabulary".to_owned(),
    });
    // Mixed speech with mostly English words is still a usable answer.
    !es || spanish * 3 >= total
}
