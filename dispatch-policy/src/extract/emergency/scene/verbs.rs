//! Verbs by what they do.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::extract::text::mark::ByWord;

/// What a verb can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Deed(u32);

impl Deed {
    /// Meets something hard and harms it.
    pub(super) const STRIKE: Self = Self(1);
    /// What is left of what was struck: crumpled, pushed in.
    pub(super) const DAMAGED: Self = Self(1 << 1);
    /// Moves to where no truck goes, or comes to rest there.
    pub(super) const GO: Self = Self(1 << 2);
    /// Stands there of his own will: parked, backed, waiting.
    pub(super) const STAND: Self = Self(1 << 3);
    /// Loses its footing: rolls, tips, jackknifes, spins.
    pub(super) const TOPPLE: Self = Self(1 << 4);
    /// A machine that gives out.
    pub(super) const FAIL: Self = Self(1 << 5);
    /// A machine that gives out, once a particle says so: "went out", "let go", "came apart".
    pub(super) const FAIL_WITH: Self = Self(1 << 6);
    pub(super) const LOSE: Self = Self(1 << 7);
    /// A body that fails: collapses, seizes, stops answering.
    pub(super) const COLLAPSE: Self = Self(1 << 8);
    /// A limb that is wrong: numb, swollen.
    pub(super) const AIL: Self = Self(1 << 9);
    /// A limb that is hurt: broken, cut.
    pub(super) const HURT: Self = Self(1 << 10);
    /// Takes what is not his.
    pub(super) const STEAL: Self = Self(1 << 11);
    /// Takes, as everybody does: "took", "got".
    pub(super) const TAKE: Self = Self(1 << 12);
    /// Harms a person.
    pub(super) const ATTACK: Self = Self(1 << 13);
    pub(super) const LEAK: Self = Self(1 << 14);
    pub(super) const BURN: Self = Self(1 << 15);
    /// Holds fast: pinned, trapped, wedged.
    pub(super) const HOLD: Self = Self(1 << 16);

    pub(super) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[rustfmt::skip]
const TABLE: &[(Deed, &str)] = &[
    (Deed::STRIKE, "hit hits hitting struck strike striking clipped clipping clip smacked smacking whacked slammed slamming rammed \
        ramming smashed smashing crashed crashing crunched plowed plowing bumped bumping bump tapped tapping nailed nailing tagged scraped \
        scraping sideswiped swiped sideswipe grazed dinged banged banging kissed creamed clobbered wiped demolished flattened \
        knocked knocking snagged snagging hooked hooking bent dented mangled collided colliding collected speared punched \
        mowed wrapped dragged dragging ripped ripping tore tearing sheared peeled crushed crumpled ate bounced bashed scuffed \
        nudged tboned rearended broadsided broke busted snapped split buried skewered thumped walloped bonked brushed rubbed \
        pancaked obliterated trashed wasted totaled wrecked cracked caught catch took take takes taking mashed destroyed"),
    (Deed::DAMAGED, "crumpled crushed smashed mangled caved pushed shoved torn tore ripped peeled sheared twisted buckled folded flattened \
        destroyed demolished wiped busted shattered bent crunched pancaked totaled totalled wrecked gone missing dangling obliterated \
        bashed stove punched gutted ruined creased warped scalped opened split crinkled"),
    (Deed::GO, "went rest finished backed go going goes ran run running runs swung swinging smacked slid slide sliding skidded skidding drifted drifting rolled rolling veered swerved \
        dove nosed ended wound landed put putting laid buried planted parked stuck dropped flew sailed plowed plunged tumbled fell \
        falling tipped drove driving shot came left lost forced pushed shoved knocked sent hung beached wedged launched \
        rode bounced careened slipped sucked pulled dumped left buried high centered is am are was sitting laying lying sits hanging \
        jackknifed crashed resting upside stranded nose took dropped"),
    (Deed::STAND, "parked backed backing parking waiting wait staged stopped waited fueling fueled sleeping slept loading unloading loaded \
        unloaded delivering delivered working work walking walked headed heading park"),
    (Deed::TOPPLE, "rolled rolling flipped flipping tipped tipping overturned jackknifed jackknifing jackknife spun spinning capsized toppled \
        fishtailed fishtailing hydroplaned hydroplaning"),
    (Deed::FAIL, "died dying dies quit quits quitting failed failing fails stalled stalling stalls seized seizing overheated overheating \
        overheats exploded exploding burst bursting blew blowing snapped snapping snap broke broken breaking cracked cracking \
        sheared shredded shredding popped popping conked grenaded detonated disintegrated separated collapsed collapsing buckled kaput \
        ruptured ruptures derated derating froze frozen fried wobbling grinding smoking sputtering fell exploded gelled \
        delaminated unraveled bit croaked nuked melted melting tanked stripped shelled bailed misfiring knocking surging"),
    (Deed::FAIL_WITH, "went going goes go gone gave give giving gives let lets letting came come coming comes fell falling falls dropped shut shuts shutting \
        cut cuts cutting locked locking locks burned burnt burning crapped pooped puked blew threw dumped locked flew fly flying worked took takes \
        acting act backed is"),
    (Deed::LOSE, "lost losing lose loses blew blown threw popped dropped dumping dumped puking puked leaking leaked spitting spewing slinging spraying pouring gushing throwing pissing slung shredded \
        broke busted snapped cracked burst burned sheared spun stripped ripped tore chunked"),
    (Deed::COLLAPSE, "collapsed collapsing fainted fainting convulsing seizing seized keeled slumped choking unconscious unresponsive \
        unconscious overdosed suffocating drowned drowning electrocuted hyperventilating wheezing gasping"),
    (Deed::AIL, "numb numbness tingling tingly tingles paralyzed drooping droopy drooped droops limp slurring slurred slurry sagging crooked lopsided \
        sagged dead useless lifeless"),
    (Deed::HURT, "broke broken breaks fractured dislocated sprained twisted sliced gashed cut burned burnt smashed crushed mashed \
        mangled busted hurt hurts hurting injured swollen swelling swelled swole throbbing bleeding bruised torn tore snapped \
        shattered scalded blistered severed jammed pinched wrenched split bent popped ripped impaled punctured stabbed squashed opened messed"),
    (Deed::STEAL, "stole stolen stealing steal swiped snatched jacked hijacked robbed robbing ransacked burglarized burgled looted pilfered \
        siphoned siphoning rifled lifted vandalized heisted nabbed poached"),
    (Deed::TAKE, "took taken taking got take grabbed cut emptied cleaned broke broken drained unhooked drove hauled made ran went helped"),
    (Deed::ATTACK, "attacked attacking assaulted assaulting punched punching choked choking stabbed stabbing slapped kicked kicking beat beating jumped \
        tackled strangled maced pistol grabbed dragged robbed robbing mugged carjacked carjacking threatened threatening shoved \
        swung swinging hit shot shooting pulled pulling hitting jumping charged charging wailing swings cornered ambushed coming came \
        struck smacked chasing tased headbutted spit"),
    (Deed::LEAK, "leak leaks leaking leaked spill spills spilled spilling pouring poured gushing dripping seeping spraying spewing venting \
        hissing fuming oozing dumping running shooting coming rupturing ruptured releasing released flowing escaping pissing peeing squirting weeping bubbling trickling"),
    (Deed::BURN, "burning burns burn ablaze flames fire flaming blazing lit smoldering torched engulfed ignited melting"),
    (Deed::HOLD, "pinned pinning trapped trapping wedged crushed caught stuck jammed squeezed buried squished squashed sandwiched entangled \
        smashed mashed pinching"),
];

static DEEDS: LazyLock<HashMap<&'static str, Deed, ByWord>> = LazyLock::new(|| {
    let mut deeds: HashMap<&'static str, Deed, ByWord> = HashMap::default();
    for (deed, words) in TABLE {
        for word in words.split_whitespace() {
            let entry = deeds.entry(word).or_default();
            *entry = entry.or(*deed);
        }
    }
    deeds
});

pub(super) fn deed(word: &str) -> Deed {
    DEEDS.get(word).copied().unwrap_or_default()
}
