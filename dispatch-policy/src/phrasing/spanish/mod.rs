//! The Spanish phrase book: the Spanish of the road in the United States, with `usted`.

mod questions;
mod read_back;
mod statements;
mod time;

use self::{
    questions::questions,
    read_back::{clauses, place_phrase},
    statements::statements,
};
use super::{PhraseBook, Say, Summary, ask, facts_within, list};
use crate::{facts::CallbackTime, variables::HandOver};

/// Spanish, polite and short.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spanish;

impl PhraseBook for Spanish {
    fn variants(&self, say: &Say, driver: Option<&str>) -> Vec<String> {
        match say {
            Say::Greeting {
                driver,
                company,
                load,
            } => vec![greeting(driver.as_deref(), company.as_deref(), load.as_deref())],
            Say::Ask { slot, asked_before } => ask(questions(*slot), *asked_before),
            Say::ConfirmPlace(place) => {
                let place = place_phrase(place);
                vec![
                    format!("Solo para tenerlo bien, ¿usted está {place}?"),
                    format!("Permítame confirmar, ¿está {place}?"),
                ]
            }
            Say::ReadBack { summary, brief } => read_back(summary, *brief, driver),
            Say::Corrected(summary) => corrected(summary, driver),
            Say::WhoWeAre { company, load } => who_we_are(company.as_deref(), load.as_deref()),
            Say::WhyWeCall { load } => {
                let load = the_load(load.as_deref());
                vec![
                    format!("Es solo una llamada de seguimiento de {load}."),
                    format!("Nada más quiero saber cómo va {load}."),
                    format!("Despacho quiere saber cómo viene {load}."),
                ]
            }
            Say::AppointmentIs { at, now } => {
                let time = time::clock(at, now);
                vec![
                    format!("Su cita es {time}."),
                    format!("Lo tienen citado {time}."),
                    format!("La cita aparece {time}."),
                ]
            }
            Say::LoadIs(load) => vec![
                format!("Es la carga {load}."),
                format!("El número de carga es {load}."),
                format!("Usted trae la carga {load}."),
            ],
            Say::DestinationIs(place) => vec![
                format!("Esta se entrega en {place}."),
                format!("Va para {place}."),
                format!("El destino es {place}."),
            ],
            Say::OriginIs(place) => vec![
                format!("Se cargó en {place}."),
                format!("El origen es {place}."),
                format!("Salió de {place}."),
            ],
            Say::CallBackAt { time, now } => vec![call_back(time, now)],
            Say::HandOver { how, urgent } => hand_over(*how, *urgent),
            Say::Goodbye { arrived } => goodbye(*arrived, driver),
            Say::CheckIn { again } => check_in(*again, driver),
            other => list(statements(other)),
        }
    }
}

/// On whose behalf the agent calls.
fn caller(company: Option<&str>) -> String {
    match company {
        Some(name) if !name.eq_ignore_ascii_case("dispatch") => format!("despacho de {name}"),
        _ => "despacho".to_owned(),
    }
}

fn the_load(load: Option<&str>) -> String {
    load.map_or_else(|| "su carga".to_owned(), |load| format!("la carga {load}"))
}

fn named(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!(" {name}"))
}

fn greeting(driver: Option<&str>, company: Option<&str>, load: Option<&str>) -> String {
    let (name, who, load) = (named(driver), caller(company), the_load(load));
    format!("Hola{name}, le llama {who} por {load}. ¿Cómo va el viaje hoy?")
}

fn who_we_are(company: Option<&str>, load: Option<&str>) -> Vec<String> {
    let (who, load) = (caller(company), the_load(load));
    vec![
        format!("Habla el asistente automático de {who}, le llamo por {load}."),
        format!("Le hablamos de {who}, es por {load}."),
        format!("Es {who}, nada más para ver {load}."),
    ]
}

fn read_back(summary: &Summary, brief: bool, driver: Option<&str>) -> Vec<String> {
    let (facts, name) = (facts_within(clauses(summary)), named(driver));
    if brief {
        vec![
            format!("Una vez más: {facts}."),
            format!("Entonces queda así: {facts}."),
            format!("Se lo repito: {facts}."),
        ]
    } else {
        vec![
            format!("Muy bien{name}, le leo lo que anoté. Tengo: {facts}."),
            format!("De acuerdo, entonces tengo: {facts}."),
            format!("Esto es lo que tengo: {facts}."),
        ]
    }
}

fn corrected(summary: &Summary, driver: Option<&str>) -> Vec<String> {
    let (facts, name) = (facts_within(clauses(summary)), named(driver));
    vec![
        format!("Entendido, {facts}."),
        format!("Muy bien{name}, queda {facts}."),
        format!("Anotado, {facts}."),
        format!("Corregido, {facts}."),
    ]
}

fn check_in(again: bool, driver: Option<&str>) -> Vec<String> {
    let name = driver.map_or_else(String::new, |name| format!(", {name}"));
    if again {
        list(&[
            "De mi lado no se oye nada. Hable cuando pueda.",
            "Todavía no me llega el audio. Sigo en la línea.",
            "Sigue en silencio. Aquí espero.",
        ])
    } else {
        vec![
            format!("¿Sigue conmigo{name}?"),
            format!("¿Me escucha bien{name}?"),
            "¿Sigue ahí?".to_owned(),
            "¿Sigue en la línea?".to_owned(),
        ]
    }
}

fn call_back(time: &CallbackTime, now: &jiff::Zoned) -> String {
    let when = match (time.minutes, &time.at) {
        (Some(minutes), None) => format!("en {}", time::duration(minutes)),
        (Some(minutes), _) if minutes <= 90 => format!("en {}", time::duration(minutes)),
        (_, Some(at)) => time::clock(at, now),
        (None, None) => "entonces".to_owned(),
    };
    format!("Claro, le vuelvo a llamar {when}. Maneje con cuidado.")
}

fn hand_over(how: HandOver, urgent: bool) -> Vec<String> {
    list(match (how, urgent) {
        (HandOver::Transfer, true) => &["Le comunico ahora mismo con un despachador. No cuelgue."],
        (HandOver::Transfer, false) => &["Le comunico con una persona. Un momento, por favor."],
        (HandOver::CallBack, true) => &["Un despachador le llama enseguida. Tenga su teléfono a la mano."],
        (HandOver::CallBack, false) => &["Alguien de despacho le llama enseguida. Cuídese."],
    })
}

fn goodbye(arrived: bool, driver: Option<&str>) -> Vec<String> {
    let name = named(driver);
    if arrived {
        vec![
            format!("Gracias{name}, que le vaya bien."),
            "Se lo agradezco. Cuídese.".to_owned(),
        ]
    } else {
        vec![
            format!("Gracias{name}, maneje con cuidado."),
            "Se lo agradezco. Buen viaje.".to_owned(),
        ]
    }
}
