//! Phrases by which the freight is off, or was never to come off here.

use crate::facts::UnloadingStatus::{self, Complete, Drop};

pub(super) const DONE: &[(&str, UnloadingStatus, &str)] = &[
    (
        "empty",
        Complete,
        "am|all|trailer|are|is|now|completely|just|got|been|me empty|emptied !trailer|handed|trailers|wagon",
    ),
    (
        "and empty",
        Complete,
        "and|but|so|now|are|am|finally|done|unloaded|delivered|sealed|shut empty !trailer|trailers|handed|wagon|box|pallet|pallets|spot|dock|door|truck|miles|container|one",
    ),
    (
        "delivered first",
        Complete,
        "^ yeah|yep|already|okay|just|i|we? am|are|have|been|got? already|just|been? delivered !pizza",
    ),
    (
        "emptied out",
        Complete,
        "emptied|unloaded|stripped|cleaned|gutted me|us|it|her|the|my trailer|wagon|box? out|already|quick|fast|$",
    ),
    (
        "that was the last one",
        Complete,
        "that|it|this there|? is|was the|my? last|final one|pallet|skid|box|case|piece|row|bundle|of|stack|@freight !stop|load|exit|one",
    ),
    (
        "bare",
        Complete,
        "trailer|wagon|box|floor|she|it|van|i|we is|am|all|swept|now|? bare|hollow|cleaned|empty !weather|bones|by|handed|trailer|trailers|wagon|box|spot|miles|pallet|pallets|container|dock|door|minded|truck",
    ),
    (
        "empty since",
        Complete,
        "i|we was|were|had|been empty|unloaded|emptied|offloaded by|at|before|since|around|about|two|an|already|hours|half",
    ),
    (
        "papers in hand",
        Complete,
        "@papers is|are|am all|right|signed|here|already|? in|on my|hand|the|lap hand|lap|seat|pocket|dash|cab|dashboard|clipboard",
    ),
    (
        "sits unloaded",
        Complete,
        "here|sitting|there|parked|still|i|we unloaded|empty|emptied|offloaded for|since|an|already|and|waiting|but|all|$",
    ),
    (
        "it is finish",
        Complete,
        "^ is|all|am|already|it? is|all|already|? finish|finished !when|soon|at|by|in|line|my",
    ),
    ("empty alone", Complete, "^ yeah|yep|okay? empty"),
    (
        "empty and on",
        Complete,
        "clean|and? empty and|now|here|looking|ready|since|headed|heading|again !trailer",
    ),
    (
        "all done",
        Complete,
        "all|already|just|completely|fully done|finished|unloaded|emptied|clear !pumping|now?",
    ),
    // "nah you're all set" is about us.
    (
        "all set",
        Complete,
        "^ yeah|yep|okay|we|i|am|are|everything|is|now|well? all set",
    ),
    (
        "done unloading",
        Complete,
        "done|finished|through unloading|unload|offloading|with|taking|getting me|us|it|the|unloaded?",
    ),
    (
        "they finished",
        Complete,
        "they|lumpers|lumper|crew|guys|am|are|have|has|just|unloading|unload|it|load .. done|finished !pumping|loading|yet|in",
    ),
    (
        "unloaded",
        Complete,
        "got|have|has|been|am|are|is|all|fully|completely|already|just me|us|it|been? unloaded|offloaded|emptied !by",
    ),
    ("finished", Complete, "finished|wrapped up !loading"),
    ("finished ago", Complete, "^ .. finished|done ... ago"),
    (
        "was unloaded",
        Complete,
        "unloaded already|now|and|about|an|twenty|ten|thirty|five",
    ),
    ("cut loose", Complete, "cut|turned|let|kicked me|us loose|go|out"),
    (
        "delivered",
        Complete,
        "am|all|just|already|been|got|have|is|load|freight|it delivered|offloaded",
    ),
    (
        "signed out",
        Complete,
        "got|have|grabbed|waiting|signed|wait ... my|the|signed paperwork|bills|pod|bols|bol signed|back|and|now|in|yet",
    ),
    (
        "drop and hook",
        Drop,
        "drop|dropping|dropped and|n|in hook|hooked|hooking",
    ),
    (
        "dropped",
        Drop,
        "dropped|dropping|drop|unhooked the|it|my|their|this|that trailer|load|wagon|box|it|in|and|at|off? !a",
    ),
    ("dropped it", Drop, "dropped|dropping it|trailer"),
    (
        "yard tractor has it",
        Drop,
        "yard|switcher dog|jockey|goat|horse|truck|hostler|guy|mule just|already|came|has|? has|got|took|is|have|pulled|grabbed|snatched my|the|it trailer|?",
    ),
    (
        "hooked to an empty",
        Drop,
        "hooked|hooking|hook to|up|the|an|my .. empty",
    ),
    ("drop load", Drop, "drop trailer|load|lot|yard"),
    (
        "preload",
        Drop,
        "just|only|is|got|be|has a? drop !in|of|off|ceiling|line|point|at|by|me|this|the|your|it",
    ),
    (
        "left in the yard",
        Drop,
        "leave|leaving|left|drop|dropping|put|putting|stuck|spot|spotting the|my|this|their? it|trailer|box|her|wagon in|at|on|out the|their|a? yard|lot|dropyard|row|slot|spot !for",
    ),
    (
        "it is a drop",
        Drop,
        "it|this|that|one is|was just? a drop|swap !off|ship|of|in|meet",
    ),
    (
        "signed and let go",
        Complete,
        "@crew has|have|just|already|finally|is? signed|stamped .. @papers|me|off !in",
    ),
    (
        "papers back",
        Complete,
        "got|have|has|with|handed|gave|give|grabbed|getting|here my|me|the|signed|all|us? signed|stamped|clean|my|the? @papers signed|stamped|back|in|and|clean|$ back|hand|signed|now|already|?",
    ),
    (
        "he is signed",
        Complete,
        "i|we am|are|got|have|been|all|just signed|stamped !in|up|for|on|at|a",
    ),
    (
        "the delivery is done",
        Complete,
        "my|the|this|your|that delivery|unload|stop|load|freight is|am|are|was all|? done|finished|complete|completed|made|delivered|off !with|in|at|by",
    ),
    (
        "was empty",
        Complete,
        "i|we was|were|been empty|unloaded !when|before|until|till|then|this|trailer",
    ),
    (
        "had him unloaded",
        Complete,
        "had|got|have|has me|us|it|her already|all|? unloaded|emptied|empty|offloaded !a|trailer",
    ),
    (
        "signing the bills",
        Complete,
        "@crew am|are|is|just|? putting|stamping|signing|inking|finishing|doing|typing|printing ... @papers !for",
    ),
    (
        "bills signed",
        Complete,
        "@papers is|are|all|got|just|already|been? signed|stamped !for",
    ),
    (
        "nothing left inside",
        Complete,
        "nothing|not left|anything|a|more|else back|up|down|? in|on|to|left|but|thing|there her|it|the|there|here|unload|board|trailer|air|dust|wood|back|but",
    ),
    (
        "pulled off the dock",
        Complete,
        "pulled|pulling|pull off|away|out from|of|off? from|of? the|my|this? dock|door|bay|hole",
    ),
    (
        "swept out",
        Complete,
        "clean|all? swept|sweeping|broomed|washed|sweep|closed|closing|shut|shutting|latched|buttoned out|it|my|the|her|up|away|clean|and? out|trailer|doors|from|wagon|off|clean dock|door|trailer|?",
    ),
    (
        "the last one off",
        Complete,
        "last|final one|pallet|skid|box|case|piece|row|of|stack|@freight|it .. off|out|gone",
    ),
    (
        "everything is off",
        Complete,
        "all|everything|whole|rest|remainder|balance|freight|load|product|stuff|it is|am|are|has|been|all|thing|finally|already|came all|finally|already|been|come|about? off|out !to|of|road|schedule|by|route|limits|because|a",
    ),
    (
        "they took it all out",
        Complete,
        "took|taken|pulled|got|emptied|carried|hauled it|them|? everything|all|every|whole|rest|last .. all|everything|whole|last|thing|of|piece|box|pallet|load|? out|off|away $|already|now|and|so|of|from|i|just|that|inside",
    ),
    (
        "finished already",
        Complete,
        "^ finish|finished already|now|here|all|$",
    ),
    (
        "the freight is off",
        Complete,
        "@freight is|are|have|has|all|were been|all|already|finally|now? off|out|gone|unloaded|offloaded !the|to|of",
    ),
    (
        "green at the dock",
        Complete,
        "light|lights is|are|has|just|went|turned|gone|goes|came|on|a|now|finally|to|up|the|got ... green",
    ),
    (
        "released",
        Complete,
        "released|cleared|dismissed|sent me|us !in|to",
    ),
    (
        "unhook and leave it",
        Drop,
        "unhook|unhooked|unhooking|unhitch|unhitched|uncouple|uncoupled|disconnect|disconnected|unpinned|unhitching|uncoupling it|and|the|my|her|here|in|$|this|at|trailer|there",
    ),
    (
        "leaving the trailer",
        Drop,
        "left|leave|leaving|spot|spotted|spotting|parking|set|setting|park|put my|the|this|our|loaded|it? trailer|box|wagon|van|it in|at|on|with|here|there|for|by|over|against|along|next|behind|$ ... them|fence|lot|yard|row|spot|slot|there|here|wall|building|line|$",
    ),
    (
        "bobtailing away",
        Drop,
        "bobtail|bobtailing|bobtailed out|away|off|home|from|now|to|and",
    ),
    (
        "swapped trailers",
        Drop,
        "swap|swapped|swapping|switch|switched|traded|exchange|exchanged my|the|our|this|it|her|? loaded|full|? trailer|trailers|boxes|box|wagon|wagons|empties|for !him|seats|places|drivers",
    ),
    (
        "theirs on the pin",
        Drop,
        "got|have|pulling|hooked|with|under|took|hauling|dragging|towing to|under|up|on|? one|another|an|two|? of? theirs|their|they ... pin|plate|hook|behind|hooked|kingpin|me|back|out|home|empty|empties",
    ),
    (
        "one for another",
        Drop,
        "leave|leaving|left|dropped|set|trade|give theirs|this|mine|the|it|one|ours|full|loaded .. and|then pick|picking|pickup|grab|grabbing|take|taking|pull|pulling|get|getting|hook|leave|left|roll up|out|to|with|? another|an|the|one|theirs|other|different|empty",
    ),
    (
        "gave an empty",
        Drop,
        "gave|give|giving|handed|assigned me|us|my? a|an|another|the|trailer|with? another|empty|different|other|yard trailer|empty|one|box|dog|jockey|hostler|$ !pallet|door|spot",
    ),
    (
        "hook the other one",
        Drop,
        "hook|hooking|hooked to|up|under? the|another|a|an other|another|different|empty|preloaded|loaded|new|one|trailer one|trailer|?",
    ),
    (
        "grabbed an empty",
        Drop,
        "grab|grabbed|grabbing|picked|hooked|pick|pulling|pull|pulled|hauling|towing|dragging|took|taking up|to|out|home|back|? one|two|? of|? an|another|my|the|their|your empty|empties !pallet|pallets|dock|door|spot",
    ),
];
