//! Nouns of the road by what they are: people, the truck and its parts, what it can meet, a body and its parts.

use std::collections::HashMap;
use std::ops::BitOr;
use std::sync::LazyLock;

use crate::extract::lexicon::Classes;
use crate::extract::text::Said;
use crate::extract::text::mark::ByWord;

/// What a noun can name; a word may name several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Kinds(u32);

impl Kinds {
    pub(super) const NONE: Self = Self(0);
    /// The driver.
    pub(super) const SELF: Self = Self(1);
    /// Who rides with him.
    pub(super) const MATE: Self = Self(1 << 1);
    pub(super) const PERSON: Self = Self(1 << 2);
    /// The truck or the trailer as a whole.
    pub(super) const RIG: Self = Self(1 << 3);
    /// What is bent in a crash: hood, door, roof.
    pub(super) const BODYWORK: Self = Self(1 << 4);
    /// What drives, steers, stops or feeds it.
    pub(super) const WORKS: Self = Self(1 << 5);
    pub(super) const WHEEL: Self = Self(1 << 6);
    pub(super) const LOAD: Self = Self(1 << 7);
    /// Somebody else's car or truck.
    pub(super) const VEHICLE: Self = Self(1 << 8);
    pub(super) const ANIMAL: Self = Self(1 << 9);
    /// What stands: pole, wall, bridge.
    pub(super) const OBSTACLE: Self = Self(1 << 10);
    /// Where no truck drives: ditch, median, ravine.
    pub(super) const OFFROAD: Self = Self(1 << 11);
    /// Where a truck may stand as well: field, grass, mud.
    pub(super) const SOFT: Self = Self(1 << 12);
    pub(super) const ROAD: Self = Self(1 << 13);
    /// A part of a body.
    pub(super) const LIMB: Self = Self(1 << 14);
    pub(super) const GLASS: Self = Self(1 << 15);
    pub(super) const WEAPON: Self = Self(1 << 16);
    /// What a thief takes beside the truck and its load.
    pub(super) const VALUABLE: Self = Self(1 << 17);
    /// "it", "she", "this thing": the truck, mostly.
    pub(super) const IT: Self = Self(1 << 18);
    pub(super) const DEVICE: Self = Self(1 << 19);
    /// Where he sits: lap, seat, cab floor.
    pub(super) const LAP: Self = Self(1 << 20);
    /// Traffic, a deadline, a number: what one "hits" every day.
    pub(super) const EVERYDAY: Self = Self(1 << 21);
    pub(super) const WATER: Self = Self(1 << 22);
    /// Oil, coolant, air: what a truck must not lose.
    pub(super) const FLUID: Self = Self(1 << 23);
    /// "nobody", "nothing".
    pub(super) const NOBODY: Self = Self(1 << 24);

    pub(super) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    pub(super) const fn is_none(self) -> bool {
        self.0 == 0
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOr for Kinds {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

#[rustfmt::skip]
const TABLE: &[(Kinds, &str)] = &[
    (Kinds::SELF, "i we me us myself ourselves"),
    (Kinds::MATE, "swamper partner codriver student trainee trainer passenger teammate"),
    (Kinds::NOBODY, "nobody noone nothing none"),
    (Kinds::PERSON, "he she him they them guy guys man men woman women lady dude dudes fella feller kid kids boy boys girl child \
        children person people somebody someone worker lumper lumpers dockworker loader spotter jockey hostler guard flagger \
        pedestrian cyclist biker motorcyclist driver drivers trucker passerby hitchhiker mechanic operator stranger thief thieves \
        robber robbers punk punks crackhead drunk homeless bum idiot fool teenager teenagers baby wife husband girlfriend \
        boyfriend son daughter brother trooper cop deputy officer customer receiver clerk roadworker workers crew tweaker \
        maniac gangbanger everybody everyone anyone folks fellow couple family driver's"),
    (Kinds::RIG, "truck tractor trailer rig cab unit outfit box wagon bobtail sleeper reefer combo tanker flatbed semi van \
        lowboy stepdeck conestoga hopper doubles pup pups set flatbed kenworth peterbilt pete freightliner cascadia volvo mack \
        international western horse"),
    (Kinds::IT, "it she her thing"),
    (Kinds::BODYWORK, "hood bumper fender fenders mirror mirrors door doors windshield window roof nose side front rear skirt skirts \
        fairing fairings grille grill headlight headlights taillight panel panels frame bumpers steps step catwalk stack stacks visor \
        wall walls ceiling floor sidewall tarp rack bulkhead headboard landing dolly legs crossmember icc deck tongue \
        quarter bunk cowl end backend top corner skin tandem tandems railing apron"),
    (Kinds::WORKS, "engine motor transmission tranny clutch turbo injector injectors alternator belt belts starter compressor radiator hose \
        hoses driveline driveshaft shaft ujoint differential gears gearbox brake brakes steering kingpin fifth axle axles hub \
        hubs bearing bearings spring springs airbag airbags airline airlines gladhand gladhands gasket piston pistons rod block \
        crank crankshaft cam camshaft valve manifold intercooler aftertreatment dpf def egr ecm harness wiring fuse solenoid \
        battery batteries filter filters pump fan idler tensioner pulley caliper rotor drum drums shoe shoes chamber chambers \
        slack pedal throttle shifter linkage ignition yoke carrier suspension shock shocks torsion leaf kingpins locks \
        slider pin pins powertrain drivetrain diff rearend doser sensor regulator fuelpump headgasket waterpump dryer \
        governor chamber cylinder cylinders exhaust muffler coupler crankcase pan oilpan lifter pushrod"),
    (Kinds::WHEEL, "tire tires steer steers dual duals recap recaps retread wheel wheels rim rims tread lug lugs studs drives caps \
        casing sidewall tyre singles supersingle"),
    (Kinds::LOAD, "load freight cargo pallets pallet product coil coils lumber pipe pipes steel straps chains machine tote totes crates \
        barrels bales logs rolls beams"),
    (Kinds::VEHICLE, "car cars suv pickup pickups minivan sedan jeep bus vehicle vehicles wheeler wheelers motorcycle motorbike \
        bicycle bike harley camper rv motorhome prius honda toyota ford chevy nissan tesla subaru hyundai kia dodge ram bmw mercedes \
        cadillac buick explorer tahoe suburban silverado camry corolla civic accord altima mustang corvette charger escalade cab \
        taxi uber limo cruiser ambulance firetruck tractor forklift tahoe train locomotive rollback wrecker snowplow plow \
        grader excavator backhoe semi semis trucks fedex ups yardgoat goat hostler sprinter uhaul moped scooter atv golfcart convertible coupe \
        hatchback wagon lowrider beetle caravan odyssey mazda lexus audi volkswagen pinto smartcar jeeps vans suvs tanker"),
    (Kinds::ANIMAL, "deer elk moose cow cows bull steer hog hogs pig bear dog horse horses coyote antelope buffalo bison goat sheep mule \
        donkey buck doe turkey gator alligator bobcat cougar wolf pronghorn calf cattle heifer llama raccoon possum armadillo buzzard"),
    (Kinds::OBSTACLE, "pole poles wall guardrail guardrails barrier barriers barricade barricades bridge overpass trestle viaduct tree \
        trees fence fencing building house mailbox post posts bollard bollards hydrant sign signs canopy awning overhang gate booth \
        pillar column abutment rail railing rails curb barrel barrels cone cones attenuator culvert dumpster shed barn garage \
        porch gazebo carport wire wires powerline powerlines cable cables boulder boulders rock rocks limb limbs branch branches \
        log debris ladder mattress couch sofa refrigerator washer treadmill pallet crate tank pump pumps island kiosk scale \
        shack streetlight lamppost stoplight signal signals billboard statue fountain planter trampoline hitch toolbox alligator \
        gutter eave roofline rebar jersey tollbooth crossbar arm gantry girder beam ledge stairs transformer"),
    (Kinds::OFFROAD, "ditch median ravine gully embankment culvert creek river lake pond canal swamp bayou snowbank snowdrift \
        trees woods guardrail bushes cornfield beanfield cliff gulch arroyo drainage ravines sinkhole marsh canyon washout \
        cable cables barrier hillside slope shoulder's bog treeline underbrush pasture"),
    (Kinds::SOFT, "field grass mud dirt sand weeds brush yard lawn snow gravel gore soybeans beans cotton corn wheat desert bank hill"),
    (Kinds::ROAD, "road roadway highway interstate freeway lane lanes pavement asphalt street turnpike expressway blacktop ramp \
        intersection crossing bridge"),
    (Kinds::LIMB, "arm arms leg legs head neck back shoulder shoulders knee knees wrist wrists hand hands foot feet ankle ankles rib ribs \
        chest face nose finger fingers elbow elbows hip hips jaw eye eyes toe toes thumb thumbs collarbone spine stomach gut belly \
        throat tongue mouth lip lips ear ears skull forehead scalp thigh thighs calf shin forearm palm groin abdomen kidney \
        kidneys heart lung lungs pelvis tailbone hamstring bicep eyelid cheek teeth tooth vision speech side body skin pinky knuckle \
        knuckles hairline temple artery vein appendix liver bladder femur"),
    (Kinds::GLASS, "glass windshield window windscreen"),
    (Kinds::WEAPON, "bats pipes clubs hammers machetes pistols shotguns rifles axes bricks blades gun guns knife knives pistol shotgun rifle machete bat crowbar hammer axe hatchet pipe club weapon blade \
        revolver handgun taser brick tireiron screwdriver wrench chain stick glock firearm sword bottle"),
    (Kinds::VALUABLE, "wallet purse phone laptop tools money cash fuel diesel converter catalytic batteries seal lock padlock locks chains straps \
        tires apu refrigeration keys bag bags backpack stuff belongings tarps spare bike copper headache license permit \
        freight load wheels gladhands radio cb"),
    (Kinds::DEVICE, "phone tablet eld app apps computer laptop headset gps system site website server printer scanner logbook elog \
        internet wifi bluetooth camera dashcam microwave fridge tv heater charger cord inverter qualcomm screen macro \
        email login password portal kiosk conveyor leveler plate jack forklift lumper dock"),
    (Kinds::LAP, "lap seat face dash dashboard cab bunk sleeper hair eyes passenger console floorboard"),
    (Kinds::EVERYDAY, "traffic lot bunch snag delay patch bump detour backup slowdown construction storm rest loves pilot petro ta weigh \
        scales jackpot jam rain weather shower showers nail hay sack bed gym restroom bathroom limit gas state county loop bypass exit \
        city town hills mountains mountain line border yard island ground snooze button lunch standstill deadline mark target \
        number clock hours store pothole potholes speed spot space parking appointment window bill price invoice schedule plan budget \
        paperwork rush turn route checkpoint closure break sun light ice fog wind winds rate rates record books street wave \
        stretch grade pass dirt money money's quota minimum goal milestone brakes throttle gas switch horn lights"),
    (Kinds::WATER, "water river lake creek canal pond bayou flood floodwater floodwaters"),
    (Kinds::FLUID, "oil coolant antifreeze air fuel diesel fluid pressure power boost compression reverse water hydraulics charge voltage \
        torque acceleration throttle steering brakes gears drive neutral transmission prime electrical electric electronics ignition lights headlights"),
];

static CLASSES: LazyLock<HashMap<&'static str, Kinds, ByWord>> = LazyLock::new(|| {
    let mut classes: HashMap<_, _, ByWord> = HashMap::default();
    for (kinds, words) in TABLE {
        for word in words.split_whitespace() {
            let entry: &mut Kinds = classes.entry(word).or_default();
            *entry = *entry | *kinds;
        }
    }
    classes
});

/// What the noun at `i` can name: as this module lists it, else as the lexicon has it.
pub(super) fn kinds(said: &Said<'_>, i: usize) -> Kinds {
    if let Some(kinds) = CLASSES.get(said.word(i)) {
        return *kinds;
    }
    let noun = said.kinds(i).noun;
    LEXICON
        .iter()
        .filter(|(classes, _)| noun.any(*classes))
        .fold(Kinds::NONE, |all, (_, kinds)| all | *kinds)
}

const LEXICON: &[(Classes, Kinds)] = &[
    (Classes::PERSON, Kinds::PERSON),
    (Classes::ANIMAL, Kinds::ANIMAL),
    (Classes::VEHICLE, Kinds::VEHICLE),
    (Classes::BODY, Kinds::LIMB),
    (Classes::OBSTACLE, Kinds::OBSTACLE),
];
