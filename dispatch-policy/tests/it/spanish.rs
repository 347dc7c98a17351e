//! The whole check call in Spanish.

use dispatch_policy::{CheckCall, Input, Reply, Slot, Variables};

use crate::support::now;

fn call() -> (CheckCall, Reply) {
    let mut call = CheckCall::new(Variables::from_map([
        ("driver_name", "José"),
        ("load_number", "7891-B"),
        ("language", "es-MX"),
    ]));
    let greeting = call.greet(&now());
    (call, greeting)
}

fn hears(call: &mut CheckCall, said: &str) -> Reply {
    call.turn(&now(), Input::said(said))
}

#[test]
fn on_the_road() {
    let (mut call, greeting) = call();
    assert_eq!(
        greeting.text,
        "Hola José, le llama despacho por la carga 7891-B. ¿Cómo va el viaje hoy?"
    );
    assert_eq!(hears(&mut call, "bien voy manejando").asked, [Slot::Location]);
    assert_eq!(hears(&mut call, "estoy cerca de laredo").asked, [Slot::Eta]);
    let read_back = hears(&mut call, "llego en dos horas");
    assert_eq!(
        read_back.text,
        "Muy bien José, le leo lo que anoté. Tengo: en camino cerca de Laredo, con llegada aproximada a las 4:05 de \
         la tarde. ¿Lo anoté bien?"
    );
    let goodbye = hears(&mut call, "sí correcto gracias");
    assert_eq!(goodbye.text, "Gracias José, maneje con cuidado.");
    assert!(goodbye.end_call);
    let record = call.payload();
    assert_eq!(record["call_outcome"], "In-Transit Update");
    assert_eq!(record["location.city"], "Laredo");
    assert_eq!(record["eta_minutes"], 120);
}

#[test]
fn at_the_dock() {
    let (mut call, _) = call();
    assert_eq!(hears(&mut call, "ya llegué con el cliente").asked, [Slot::Door]);
    assert_eq!(
        hears(&mut call, "en la puerta cuarenta y dos").asked,
        [Slot::Lumper]
    );
    assert_eq!(hears(&mut call, "no").asked, [Slot::Detention]);
    assert_eq!(hears(&mut call, "no todavía no").asked, [Slot::Pod]);
    let read_back = hears(&mut call, "sí claro");
    assert!(
        read_back.text.contains("puerta 42") && read_back.text.contains("sin lumpers"),
        "{}",
        read_back.text
    );
    assert!(hears(&mut call, "sí").end_call);
    assert_eq!(call.payload()["call_outcome"], "Arrival Confirmation");
}

#[test]
fn an_emergency() {
    let (mut call, _) = call();
    let reply = hears(&mut call, "choqué necesito ayuda");
    assert_eq!(reply.asked, [Slot::Safety]);
    assert!(reply.text.contains("¿Está a salvo"), "{}", reply.text);
    assert_eq!(call.payload()["call_outcome"], "Emergency Escalation");
}

/// In its own language a call asks to hear it again; a second time it gets a person.
#[test]
fn what_is_not_understood_is_asked_for_again_once() {
    let (mut call, _) = call();
    let reply = hears(
        &mut call,
        "pues fíjese que anduvimos allá con los compadres usted sabe cómo es eso",
    );
    assert!(reply.clarify && reply.text.ends_with('?'), "{}", reply.text);
    let reply = hears(
        &mut call,
        "pues eso mero que le digo usted sabe cómo son esas cosas",
    );
    assert!(reply.transfer, "{}", reply.text);
}

/// English facts are understood in a Spanish call as well.
#[test]
fn english_words_are_understood_too() {
    let (mut call, _) = call();
    hears(&mut call, "i'm rolling on i thirty five near laredo");
    assert_eq!(call.payload()["location.highway"], "I-35");
}
