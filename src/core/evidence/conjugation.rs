//! Korean dictionary forms (`stem` + 다) to what running text begins with.
//!
//! Every form is given that the letters allow, regular and irregular: a form that no text holds does no harm.

#![allow(unreachable_pub, reason = "the build script reads it, too")]

/// What a running word may begin with, to be an inflected form of the dictionary form.
pub struct Forms {
    /// A noun: particles may follow, or 하다, 되다.
    pub nouns: Vec<Vec<char>>,
    /// Verb stems: endings must follow.
    pub verbs: Vec<Vec<char>>,
}

/// The letters of a syllable, as places in the Unicode order of initials, medials and finals (0: none).
#[derive(Clone, Copy)]
struct Syllable {
    initial: u32,
    medial: u32,
    last: u32,
}

mod medial {
    pub const A: u32 = 0;
    pub const AE: u32 = 1;
    pub const YA: u32 = 2;
    pub const YAE: u32 = 3;
    pub const EO: u32 = 4;
    pub const E: u32 = 5;
    pub const YEO: u32 = 6;
    pub const O: u32 = 8;
    pub const WA: u32 = 9;
    pub const WAE: u32 = 10;
    pub const OE: u32 = 11;
    pub const U: u32 = 13;
    pub const WO: u32 = 14;
    pub const EU: u32 = 18;
    pub const I: u32 = 20;
}

mod last {
    pub const NONE: u32 = 0;
    pub const N: u32 = 4;
    pub const D: u32 = 7;
    pub const L: u32 = 8;
    pub const M: u32 = 16;
    pub const B: u32 = 17;
    pub const S: u32 = 19;
    pub const SS: u32 = 20;
    pub const H: u32 = 27;
}

const INITIAL_L: u32 = 5;

impl Syllable {
    fn of(letter: char) -> Option<Syllable> {
        let at = u32::from(letter)
            .checked_sub(0xac00)
            .filter(|&at| at < 11172)?;
        Some(Syllable {
            initial: at / 588,
            medial: at % 588 / 28,
            last: at % 28,
        })
    }

    fn letter(self) -> char {
        char::from_u32(0xac00 + (self.initial * 21 + self.medial) * 28 + self.last).unwrap_or('가')
    }

    fn with(self, medial: u32, last: u32) -> char {
        Syllable {
            medial,
            last,
            ..self
        }
        .letter()
    }

    /// Whether ㅏ follows it rather than ㅓ.
    fn is_bright(self) -> bool {
        matches!(self.medial, medial::A | medial::O)
    }
}

/// The forms of a dictionary form that ends in 다; `word` has two letters at least.
pub fn conjugate(word: &[char]) -> Forms {
    let stem = &word[..word.len() - 1];
    light_verb(stem).unwrap_or_else(|| {
        let (&last, head) = stem.split_last().unwrap_or((&'다', &[]));
        let Some(syllable) = Syllable::of(last) else {
            return Forms {
                nouns: vec![stem.to_vec()],
                verbs: Vec::new(),
            };
        };
        let mut verbs = vec![stem.to_vec()];
        let mut add = |head: &[char], tail: &[char]| verbs.push([head, tail].concat());
        match syllable.last {
            last::NONE => open_stem(head, syllable, &mut add),
            _ => closed_stem(head, syllable, &mut add),
        }
        Forms {
            nouns: Vec::new(),
            verbs,
        }
    })
}

/// X하다, X되다 and X시키다: the noun X where it has two syllables or more.
fn light_verb(stem: &[char]) -> Option<Forms> {
    for (light, forms) in [
        ("하", "하 해 했 한 할 함 합"),
        ("되", "되 돼 됐 된 될 됨 됩"),
        ("시키", "시키 시켜 시켰 시킨 시킬 시킴 시킵"),
    ] {
        let light: Vec<char> = light.chars().collect();
        let Some(noun) = stem
            .strip_suffix(light.as_slice())
            .filter(|noun| !noun.is_empty())
        else {
            continue;
        };
        return Some(if noun.len() >= 2 {
            Forms {
                nouns: vec![noun.to_vec()],
                verbs: Vec::new(),
            }
        } else {
            Forms {
                nouns: Vec::new(),
                verbs: forms
                    .split(' ')
                    .map(|form| noun.iter().copied().chain(form.chars()).collect())
                    .collect(),
            }
        });
    }
    None
}

/// A stem that ends in a vowel: ㄴ ㄹ ㅁ ㅂ join it, and ㅏ/ㅓ is drawn into it.
fn open_stem(head: &[char], syllable: Syllable, add: &mut impl FnMut(&[char], &[char])) {
    for last in [last::N, last::L, last::M, last::B] {
        add(head, &[syllable.with(syllable.medial, last)]);
    }
    let before = head.last().and_then(|&letter| Syllable::of(letter));
    let harmony = if before.is_some_and(Syllable::is_bright) {
        medial::A
    } else {
        medial::EO
    };
    for last in [last::NONE, last::SS] {
        if syllable.letter() == '르'
            && let Some(before) = before
        {
            // 흐르다: 흘러
            let joined = Syllable {
                initial: INITIAL_L,
                medial: harmony,
                last,
            };
            add(
                &head[..head.len() - 1],
                &[before.with(before.medial, last::L), joined.letter()],
            );
            continue;
        }
        let contracted = match syllable.medial {
            medial::EU => harmony,
            medial::O => medial::WA,
            medial::U => medial::WO,
            medial::I => medial::YEO,
            medial::OE => medial::WAE,
            same @ (medial::A | medial::EO | medial::AE | medial::E | medial::YEO) => same,
            _ => continue,
        };
        add(head, &[syllable.with(contracted, last)]);
    }
}

/// A stem that ends in a consonant: the irregular ones lose or change it before a vowel.
fn closed_stem(head: &[char], syllable: Syllable, add: &mut impl FnMut(&[char], &[char])) {
    let with = |last| syllable.with(syllable.medial, last);
    match syllable.last {
        // 만들다: 만든, 만듭니다, 만드는
        last::L => {
            for last in [last::N, last::B, last::NONE] {
                add(head, &[with(last)]);
            }
        }
        // 돕다: 도와; 가깝다: 가까운
        last::B => {
            for tail in "우운울움워웠와왔웁".chars() {
                add(head, &[with(last::NONE), tail]);
            }
        }
        // 듣다: 들어
        last::D => add(head, &[with(last::L)]),
        // 짓다: 지어
        last::S => {
            for tail in "어었을은아았으".chars() {
                add(head, &[with(last::NONE), tail]);
            }
        }
        // 그렇다: 그런, 그럴, 그래; 하얗다: 하얘
        last::H => {
            let drawn = match syllable.medial {
                medial::A | medial::EO => medial::AE,
                medial::YA => medial::YAE,
                other => other,
            };
            add(head, &[with(last::N)]);
            add(head, &[with(last::L)]);
            add(head, &[syllable.with(drawn, last::NONE)]);
            add(head, &[syllable.with(drawn, last::SS)]);
        }
        _ => {}
    }
}
