//! The Spanish questions, slot by slot.

use crate::slot::Slot;

/// The open question first, then those that offer handles.
pub(super) const fn questions(slot: Slot) -> [&'static str; 4] {
    match slot {
        Slot::Status => [
            "¿Cómo va el viaje hasta ahora?",
            "¿Va manejando, viene con retraso o ya llegó con el cliente?",
            "Para el registro, ¿va en movimiento, está detenido o ya llegó?",
            "¿Cómo va la carga?",
        ],
        Slot::Location => [
            "¿Por dónde anda ahorita?",
            "¿En qué carretera y milla está, o cuál es el pueblo más cercano?",
            "¿Qué pueblo o salida acaba de pasar?",
            "¿Por cuál carretera va y cerca de qué ciudad?",
        ],
        Slot::Eta => [
            "¿A qué hora calcula que llega?",
            "Aunque sea aproximado, ¿como a qué hora llega o cuántas horas le faltan?",
            "Más o menos, ¿cuánto le falta para llegar con el cliente?",
            "¿Qué hora de llegada le anoto?",
        ],
        Slot::DelayReason => [
            "¿Por qué se está retrasando?",
            "¿Cuál es la causa, el tráfico, el clima, el camión u otra cosa?",
            "¿Qué motivo principal anoto para el retraso?",
            "¿A qué se debe el retraso?",
        ],
        Slot::Unloading | Slot::Door => [
            "¿Ya le dieron puerta?",
            "¿En qué puerta o rampa está, o todavía la está esperando?",
            "¿Qué número de puerta le tocó?",
            "¿Está en alguna rampa, y en cuál?",
        ],
        Slot::Lumper => [
            "¿Está esperando a los lumpers?",
            "¿Hay lumpers en la descarga, o no hacen falta?",
            "¿Cómo va lo de los lumpers?",
            "¿Quién descarga, los lumpers o el cliente?",
        ],
        Slot::Detention => [
            "¿Ya está en tiempo de detención?",
            "¿Ya empezó la detención, o sigue en su tiempo libre?",
            "¿Ya corre el reloj de la detención?",
            "¿Hay detención en esta carga?",
        ],
        Slot::Pod => [
            "¿Nos puede mandar el comprobante de entrega firmado cuando termine?",
            "Cuando le firmen los papeles, ¿nos manda una copia?",
            "¿Nos hará llegar ese comprobante?",
            "¿Contamos con el comprobante de su parte?",
        ],
        Slot::Safety => [
            "¿Está a salvo y fuera del tráfico?",
            "¿Se encuentra en un lugar seguro ahora mismo?",
            "¿Está fuera de peligro?",
            "¿Está usted bien donde está?",
        ],
        Slot::Injuries => [
            "¿Hay alguien herido?",
            "¿Alguien se lastimó o necesita un médico?",
            "¿Hay heridos, usted o alguna otra persona?",
            "¿Alguna persona lastimada?",
        ],
        Slot::EmergencyLocation => [
            "¿Dónde está exactamente?",
            "¿En qué carretera está, y qué milla, salida o pueblo le queda cerca?",
            "¿Qué alcanza a ver cerca, un letrero o una salida?",
            "¿Cuál es su ubicación exacta?",
        ],
        Slot::LoadSecure => [
            "¿La carga está segura?",
            "¿La carga sigue en su lugar y con su sello?",
            "¿La caja sigue bien cerrada?",
            "¿No se movió la carga?",
        ],
        Slot::Confirm => [
            "¿Lo anoté bien?",
            "¿Ahora está todo correcto?",
            "¿Le parece bien así?",
            "¿Todo bien así?",
        ],
        Slot::Identity => [
            "¿Hablo con el chofer?",
            "¿Con quién tengo el gusto?",
            "¿Es usted el chofer de esta carga?",
            "¿Hablo con la persona correcta?",
        ],
        Slot::Callback => [
            "¿A qué hora le puedo volver a llamar?",
            "¿Qué hora le queda mejor para llamarle?",
            "¿Cuándo le puedo llamar otra vez?",
            "¿Cuál sería un buen momento para llamarle?",
        ],
        Slot::AnythingElse => [
            "¿Algo más para mí?",
            "¿Quiere agregar algo más?",
            "¿Hay algo más que deba anotar?",
            "¿Le falta decirme alguna otra cosa?",
        ],
    }
}
