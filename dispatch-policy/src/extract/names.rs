//! Names of people, by being no other word.

use std::sync::LazyLock;

use super::text::Said;
use super::text::mark::Words;

/// Names that are words too; drivers are called so more often than they use the word alone.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "mike", "ray", "rob", "bill", "frank", "rick", "nick", "dick", "ted", "dale", "roy", "earl", "ken", "ben", "sue", "chuck",
    "joe", "bob", "jim", "tom", "dan", "don", "ron", "jerry", "tony", "larry", "gary", "randy", "billy", "bobby", "johnny",
    "jimmy", "tommy", "carl", "karl", "paul", "john", "james", "david", "robert", "michael", "george", "henry", "charlie",
    "sam", "steve", "kevin", "brian", "jason", "mary", "linda", "susan", "lisa", "karen", "nancy", "sarah", "maria", "anna",
    "jose", "juan", "luis", "carlos", "marcus", "wayne", "curtis", "leroy", "willie", "walter", "arthur", "albert", "harold",
];

/// Whether the word at `i` looks like a name: on the list, or no word of English and no number.
pub(super) fn is_name(said: &Said<'_>, i: usize) -> bool {
    static BY_HASH: LazyLock<Words> = LazyLock::new(|| WORDS.iter().copied().collect());
    if said.kinds(i).known {
        return said.hash(i).is_some_and(|hash| BY_HASH.has(hash));
    }
    let word = said.word(i);
    word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase()) && said.number(i).is_none()
}
