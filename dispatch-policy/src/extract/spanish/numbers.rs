//! Spanish numbers, and the clock times and lengths of time made of them.

/// What a number word is worth in English, and whether units may follow it behind "y".
fn word(w: &str) -> Option<(&'static str, bool)> {
    Some(match w {
        "cero" => ("zero", false),
        "un" | "uno" | "una" => ("one", false),
        "dos" => ("two", false),
        "tres" => ("three", false),
        "cuatro" => ("four", false),
        "cinco" => ("five", false),
        "seis" => ("six", false),
        "siete" => ("seven", false),
        "ocho" => ("eight", false),
        "nueve" => ("nine", false),
        "diez" => ("ten", false),
        "once" => ("eleven", false),
        "doce" => ("twelve", false),
        "trece" => ("thirteen", false),
        "catorce" => ("fourteen", false),
        "quince" => ("fifteen", false),
        "dieciseis" => ("sixteen", false),
        "diecisiete" => ("seventeen", false),
        "dieciocho" => ("eighteen", false),
        "diecinueve" => ("nineteen", false),
        "veinte" => ("twenty", true),
        "veintiuno" | "veintiun" | "veintiuna" => ("twenty one", false),
        "veintidos" => ("twenty two", false),
        "veintitres" => ("twenty three", false),
        "veinticuatro" => ("twenty four", false),
        "veinticinco" => ("twenty five", false),
        "veintiseis" => ("twenty six", false),
        "veintisiete" => ("twenty seven", false),
        "veintiocho" => ("twenty eight", false),
        "veintinueve" => ("twenty nine", false),
        "treinta" => ("thirty", true),
        "cuarenta" => ("forty", true),
        "cincuenta" => ("fifty", true),
        "sesenta" => ("sixty", true),
        "setenta" => ("seventy", true),
        "ochenta" => ("eighty", true),
        "noventa" => ("ninety", true),
        "cien" | "ciento" => ("one hundred", false),
        "doscientos" | "doscientas" => ("two hundred", false),
        "trescientos" | "trescientas" => ("three hundred", false),
        "cuatrocientos" | "cuatrocientas" => ("four hundred", false),
        "quinientos" | "quinientas" => ("five hundred", false),
        _ => return None,
    })
}

fn is_unit(w: &str) -> bool {
    matches!(
        w,
        "uno" | "un" | "una" | "dos" | "tres" | "cuatro" | "cinco" | "seis" | "siete" | "ocho" | "nueve"
    )
}

/// A number at `i` with what belongs to it, in English words, and how many words it takes.
pub(super) fn at(words: &[String], i: usize) -> Option<(String, usize)> {
    let get = |j: usize| words.get(j).map_or("", String::as_str);
    if get(i) == "media" && get(i + 1) == "hora" {
        return Some(("half an hour".to_owned(), 2));
    }
    let article = matches!(get(i), "un" | "una" | "uno");
    let (number, len) = plain(words, i)?;
    let next = i + len;
    let hours = matches!(get(next), "hora" | "horas");
    // "una hora y media", "dos horas y cuarto"
    if hours && get(next + 1) == "y" {
        let rest = match get(next + 2) {
            "media" => Some("and a half"),
            "cuarto" => Some("and fifteen minutes"),
            _ => None,
        };
        if let Some(rest) = rest {
            let unit = if article { "hour" } else { "hours" };
            return Some((format!("{number} {unit} {rest}"), len + 3));
        }
    }
    // "un camion" is any truck.
    if article
        && !matches!(get(next), "hora" | "milla" | "minuto" | "dia" | "y" | "media")
        && !clock_before(words, i)
    {
        return None;
    }
    let minutes = |text: &str, n: usize| Some((format!("{number} {text}"), len + n));
    match (get(next), get(next + 1)) {
        ("y", "media") => minutes("thirty", 2),
        ("y", "cuarto") => minutes("fifteen", 2),
        ("menos", "cuarto") => Some((format!("quarter to {number}"), len + 2)),
        ("menos", _) => {
            let (before, more) = plain(words, next + 1)?;
            Some((format!("{before} to {number}"), len + 1 + more))
        }
        // "cuatro y veinte", "diez para las cuatro"
        ("y", w) if word(w).is_some() && clock_before(words, i) => {
            let (after, more) = plain(words, next + 1)?;
            Some((format!("{number} {after}"), len + 1 + more))
        }
        ("para", "las" | "la") => {
            let (hour, more) = plain(words, next + 2)?;
            Some((format!("{number} to {hour}"), len + 2 + more))
        }
        _ => Some((number, len)),
    }
}

/// Said of the clock: "a las", "como las", "la".
fn clock_before(words: &[String], i: usize) -> bool {
    i.checked_sub(1)
        .and_then(|j| words.get(j))
        .is_some_and(|w| w == "las" || w == "la")
}

/// "treinta y cinco", "doscientos doce".
fn plain(words: &[String], i: usize) -> Option<(String, usize)> {
    let get = |j: usize| words.get(j).map_or("", String::as_str);
    let (mut text, mut len) = (String::new(), 0);
    while let Some((english, tens)) = word(get(i + len)) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(english);
        len += 1;
        if tens
            && get(i + len) == "y"
            && is_unit(get(i + len + 1))
            && let Some((unit, _)) = word(get(i + len + 1))
        {
            text.push(' ');
            text.push_str(unit);
            len += 2;
        }
    }
    (len > 0).then_some((text, len))
}
