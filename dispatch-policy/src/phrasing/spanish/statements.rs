//! Spanish sentences without anything to fill in.

use crate::phrasing::Say;

/// Ways of saying it; none for what carries a value or asks for a slot.
pub(super) const fn statements(say: &Say) -> &'static [&'static str] {
    match say {
        Say::Ack => &[
            "Entendido.",
            "Muy bien.",
            "De acuerdo.",
            "Perfecto.",
            "Gracias.",
            "Bien, anotado.",
            "Comprendo.",
            "Está bien.",
            "Enterado.",
            "Queda anotado.",
            "Ya lo tengo.",
            "Correcto.",
        ],
        Say::NoProblem => &[
            "No hay problema.",
            "No pasa nada.",
            "Está bien, no importa.",
            "No se preocupe.",
            "Descuide.",
            "Así está bien.",
        ],
        Say::Sure => &["Claro.", "Por supuesto.", "Con gusto.", "Claro que sí."],
        Say::SayAgain => &[
            "Disculpe, se cortó la llamada, ¿me lo puede repetir?",
            "No le escuché bien, ¿una vez más, por favor?",
            "Se me fue el audio, ¿me lo repite, por favor?",
            "Le perdí un momento, ¿puede decirlo otra vez?",
            "¿Me lo podría decir una vez más?",
        ],
        Say::StillNoisy => &[
            "La línea sigue con mucho ruido.",
            "Se oye entrecortado, disculpe.",
            "Me cuesta trabajo escucharle.",
        ],
        Say::BadLine => &["Hay demasiado ruido en la línea para seguir."],
        Say::WhatToFix => &[
            "De acuerdo, ¿qué debo cambiar?",
            "¿Qué parte corrijo?",
            "¿Qué dato anoté mal?",
        ],
        Say::NobodyThere => &["Por ahora le dejo y vuelvo a llamar más tarde. Cuídese."],
        Say::TakeYourTime => &[
            "Tómese su tiempo.",
            "Claro, le espero.",
            "No hay prisa, adelante.",
            "Muy bien, aquí espero.",
            "Sin problema, tómese un momento.",
        ],
        Say::NoRush => &[
            "Sin prisa, sigo en la línea.",
            "Sigo esperando, cuando usted guste.",
            "Aquí estoy, hable cuando pueda.",
            "Quedo a la espera.",
            "Sigo con usted.",
            "Aquí sigo.",
        ],
        Say::Probe { again: false } => &[
            "Seré breve.",
            "No le quito más que un segundo.",
            "Es solo un dato rápido.",
            "Con una o dos palabras me basta.",
        ],
        Say::Probe { again: true } => &[
            "Solo una cosa y le dejo en paz.",
            "Una respuesta corta está bien.",
            "Lo que sepa me sirve.",
        ],
        Say::LetGo => &[
            "No se preocupe, le dejo seguir con lo suyo. Despacho se comunicará con usted. Maneje con cuidado.",
        ],
        Say::StayCalm => &["Le entiendo, seré breve.", "Tiene razón, lo haré corto."],
        Say::WillStopCalling => {
            &["Disculpe la molestia, voy a avisar para que no reciba más de estas llamadas. Cuídese."]
        }
        Say::SmallTalk => &["Todo bien, gracias.", "Ya lo creo.", "Qué gusto saludarle."],
        Say::SorryToAskAgain => &[
            "Disculpe que vuelva a preguntar, seré breve.",
            "Perdone, solo lo necesito una vez más.",
        ],
        Say::ThanksForHim => &[
            "Gracias, usted me puede dar los datos.",
            "Perfecto, con usted lo podemos ver.",
        ],
        Say::AmAutomated => &[
            "Soy un asistente automático de despacho, y si prefiere le comunico con una persona.",
            "Sí, soy el asistente automático de despacho, si quiere hablar con una persona, dígame.",
            "Así es, soy un sistema automático, pida una persona cuando guste.",
        ],
        Say::WhatIsPod => &[
            "Es el comprobante de entrega, los papeles firmados.",
            "Me refiero al conocimiento de embarque firmado.",
            "Es el recibo de entrega que le firman.",
        ],
        Say::DispatchWillFollowUp => &[
            "No tengo ese dato a la mano, despacho se lo confirmará.",
            "Eso lo ve despacho, les pido que se comuniquen con usted.",
            "No sabría decirle, pero se lo paso a despacho.",
            "Lo anoto para que despacho le responda.",
        ],
        Say::DispatchWillCheck => &["Le pediré a despacho que lo revise con usted."],
        Say::Bilingual => &[
            "En esta línea solo hablo español. If you prefer English, just say so and I'll get you a person.",
        ],
        Say::WrongNumber => &["Disculpe, me equivoqué de número. Que tenga buen día."],
        Say::SorryToBother => &["Disculpe la molestia.", "Gracias por contestar."],
        Say::TryAgainLater => &["No hay problema, vuelvo a llamar más tarde. Cuídese mucho."],
        Say::NotOnLoad => &["De acuerdo, gracias por avisarme. Se lo digo a despacho. Cuídese."],
        Say::VoicemailMessage => &[
            "Hola, le llama despacho para dar seguimiento a su viaje. Por favor llámenos cuando pueda. Gracias, hasta luego.",
        ],
        Say::EmergencyHeard => &[
            "De acuerdo, aquí estoy con usted.",
            "Muy bien, no me cuelgue.",
            "Bien, vamos a conseguirle ayuda.",
        ],
        Say::EmergencyAck => &["Muy bien.", "Entendido.", "Comprendo.", "De acuerdo."],
        Say::Call911 { immediate: true } => &[
            "Llame al 911 ahora mismo si todavía no lo ha hecho.",
            "Comuníquese ya con el 911.",
        ],
        Say::Call911 { immediate: false } => &[
            "Si alguien necesita ayuda, primero llame al 911.",
            "Por favor llame al 911 si ahí hace falta ayuda.",
        ],
        Say::Relieved => &[
            "Bien, me alegra que esté a salvo.",
            "Muy bien, gracias por aclararlo.",
        ],
        Say::NothingLearned => {
            &["Muy bien, le aviso a despacho y ellos se comunicarán más tarde. Maneje con cuidado."]
        }
        _ => &[],
    }
}
