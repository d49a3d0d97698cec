//! What people bring to the aligner: their glossary, and the beads they accepted.

use jjak::align::{Known, LearnedLexicon, Link, align};
use jjak::evidence::glossary::Glossary;
use jjak::evidence::lexicon::Lexicon;
use jjak::evidence::{Evidence, EvidenceKind};
use jjak::progress::Progress;

/// Invented places, so that no lexicon can know them, which do not sound alike; none comes twice, so that the text cannot
/// teach them either.
const PLACES: [(&str, &str); 16] = [
    ("Velkar", "굼두나"),
    ("Dursh", "헤솔티"),
    ("Quillet", "바룸케"),
    ("Brantho", "노딜샤"),
    ("Moxel", "츄갸르"),
    ("Tarvin", "미돈타"),
    ("Zubrick", "겨룰소"),
    ("Pellow", "푸네기"),
    ("Gendrim", "라호즘"),
    ("Ostrin", "쟈믈룻"),
    ("Halvek", "덤키오"),
    ("Ruthing", "소뉴반"),
    ("Cassop", "피글래"),
    ("Wimber", "모르헥"),
    ("Jorrel", "누쟌디"),
    ("Fentik", "체불고"),
];

/// The English legs that the Korean lacks.
const LOST: [usize; 3] = [0, 3, 4];

/// The legs of a journey from place to place, and which Korean leg is which English one.
fn journey() -> (Vec<String>, Vec<String>, Vec<(usize, usize)>) {
    let legs = || PLACES.chunks(2).map(|ends| (ends[0], ends[1]));
    let en = legs().map(|(from, to)| format!("From {} to {}.", from.0, to.0));
    let kept: Vec<usize> = (0..PLACES.len() / 2)
        .filter(|at| !LOST.contains(at))
        .collect();
    let ko = legs().map(|(from, to)| format!("{}에서 {}까지.", from.1, to.1));
    let ko: Vec<String> = ko.collect();
    (
        en.collect(),
        kept.iter().map(|&at| ko[at].clone()).collect(),
        kept.into_iter()
            .enumerate()
            .map(|(ko, en)| (en, ko))
            .collect(),
    )
}

/// How many of the legs are paired right, of five.
fn right(known: Known) -> usize {
    let (en, ko, pairs) = journey();
    let en: Vec<&str> = en.iter().map(String::as_str).collect();
    let ko: Vec<&str> = ko.iter().map(String::as_str).collect();
    let links: Vec<Link> = align(&en, &ko, known, &Progress::default()).expect("nobody cancels");
    let found =
        |&&(en, ko): &&(usize, usize)| links.iter().any(|link| link.en == [en] && link.ko == [ko]);
    pairs.iter().filter(found).count()
}

fn lexicon(glossary: &str) -> Lexicon {
    let glossary = Glossary::read(glossary).expect("a glossary");
    Lexicon::with_glossary(&glossary)
}

#[test]
fn a_glossary_tells_apart_what_the_lexicon_cannot() {
    let terms: Vec<String> = PLACES
        .iter()
        .map(|(en, ko)| format!("{en}\t{ko}"))
        .collect();
    let lexicon = &lexicon(&terms.join("\n"));
    let with = right(Known {
        lexicon,
        ..Known::default()
    });
    let without = right(Known::default());
    assert!(with == 5 && without <= 3, "{without} without, {with} with");
}

/// Rows of other texts that hold the places.
fn accepted() -> [(String, String); PLACES.len()] {
    PLACES.map(|(en, ko)| {
        (
            format!("They asked for {en}."),
            format!("그들은 {ko}에 대해 물었다."),
        )
    })
}

#[test]
fn names_accepted_in_other_articles_are_known_in_the_next() {
    let lexicon = Lexicon::shipped();
    let learned = LearnedLexicon::of(&accepted(), lexicon, &Progress::default());
    let with = right(Known {
        learned: Some(&learned.expect("nobody cancels")),
        ..Known::default()
    });
    let without = right(Known::default());
    assert!(with == 5 && without <= 3, "{without} without, {with} with");
}

#[test]
fn accepted_beads_teach_the_rest_of_the_text() {
    let accepted = accepted();
    let with = right(Known {
        accepted: &accepted,
        ..Known::default()
    });
    let without = right(Known::default());
    assert!(with == 5 && without <= 3, "{without} without, {with} with");
}

#[test]
fn evidence_names_the_terms_of_a_glossary() {
    let lexicon =
        lexicon("muon sieve\t뮤온 체\nglass weir\t유리보|유리 보\nto defrob\t탈프롭하다\n");
    let en = ["The glass weir and the muon sieve were defrobbed."];
    let ko = ["유리 보와 뮤온 체를 탈프롭했다."];
    let evidence = Evidence::of(&en, &ko, &lexicon);
    let terms: Vec<(&str, &str)> = evidence
        .of_kind(EvidenceKind::Term)
        .map(|found| (&en[0][found.en.span.clone()], &ko[0][found.ko.span.clone()]))
        .collect();
    for expected in [
        ("glass weir", "유리 보와"),
        ("muon sieve", "뮤온 체를"),
        ("defrobbed", "탈프롭했다"),
    ] {
        assert!(terms.contains(&expected), "{expected:?} in {terms:?}");
    }
}
