//! What ties the text behind a quotation, or behind a thought that ends in a mark, to the sentence around it: Korean
//! particles, the copula, and the light verbs of saying. No Korean sentence begins with one of them.

use super::character::{final_consonant, is_syllable};
use super::words::Words;

/// No tail is longer.
const LONGEST: usize = 12;

/// Particles after any syllable.
const PARTICLES: [&str; 20] = [
    "에",
    "에서",
    "에게",
    "에게서",
    "께",
    "께서",
    "한테",
    "까지",
    "부터",
    "만",
    "도",
    "의",
    "뿐",
    "처럼",
    "마저",
    "조차",
    "밖에",
    "쯤",
    "만큼",
    "라도",
];
/// Particles after a vowel only, and those after a consonant only.
const AFTER_VOWEL: [&str; 7] = ["가", "는", "를", "와", "로", "로서", "로써"];
const AFTER_CONSONANT: [&str; 6] = ["은", "을", "과", "으로", "이랑", "이나"];
/// Particles that take another one, and those they take: `에서도`, `까지만`.
const STACKING: [&str; 13] = [
    "에서", "에게", "에", "한테", "까지", "부터", "만", "뿐", "처럼", "와", "과", "으로", "로",
];
const STACKED: [&str; 12] = [
    "는", "은", "도", "만", "의", "요", "이", "을", "라도", "부터", "까지", "으로",
];

/// Quotative forms of the copula, with or without its 이: what begins so, and what is nothing else.
const QUOTATIVE: [&str; 24] = [
    "라고",
    "라구",
    "라며",
    "라던",
    "라더",
    "라니",
    "라지만",
    "라든",
    "라거나",
    "라기",
    "라길",
    "라죠",
    "라지요",
    "라는데",
    "란다",
    "란단",
    "랍니",
    "랍디",
    "랬",
    "래요",
    "냐고",
    "냐는",
    "냐며",
    "냐면",
];
const QUOTATIVE_WORDS: [&str; 26] = [
    "라는",
    "라면",
    "라면서",
    "라면서도",
    "라네",
    "라네요",
    "라",
    "라서",
    "라나",
    "라야",
    "란",
    "고",
    "고는",
    "고도",
    "고까지",
    "고만",
    "며",
    "면서",
    "다고",
    "다는",
    "다며",
    "다면서",
    "자고",
    "자며",
    "구요",
    "요",
];

/// Forms of the copula itself.
const COPULA: [&str; 9] = [
    "였",
    "이었",
    "이에요",
    "예요",
    "입니",
    "이네",
    "이지만",
    "이니까",
    "인데",
];
const COPULA_WORDS: [&str; 8] = ["이다", "인", "인가", "인지", "임", "이며", "이고", "이요"];

/// Forms of 하다 and 그러다, to say or to do: what begins so, and what is nothing else. Not 하나, 하지만, 하루.
const LIGHT: [&str; 37] = [
    "그러시",
    "그러길래",
    "그러더라",
    "그러더군",
    "그러는",
    "그랬다",
    "그랬어",
    "그랬죠",
    "그랬습",
    "그런다",
    "하더",
    "하기에",
    "하길래",
    "하는데",
    "하는지",
    "하니까",
    "하겠",
    "하였",
    "하라고",
    "하려",
    "하시던",
    "하시는",
    "하시며",
    "하시고",
    "하시길",
    "하시더",
    "하시기",
    "하셨",
    "하십",
    "하잖",
    "하네",
    "하냐",
    "하듯",
    "합니",
    "합디",
    "했",
    "한다",
];
const LIGHT_WORDS: [&str; 22] = [
    "하고",
    "하고는",
    "하고서",
    "하고도",
    "하며",
    "하면",
    "하면서",
    "하는",
    "하니",
    "하던",
    "하자",
    "하여",
    "하거나",
    "하죠",
    "하지",
    "하지요",
    "해서",
    "해서는",
    "해도",
    "해요",
    "할까",
    "해라",
];
/// What stands behind 한 and 할 when they are forms of 하다: `한 뒤`, `할 때`.
const AFTER_LIGHT: [&str; 9] = ["뒤", "후", "다음", "적", "채", "것", "때", "정도", "법"];

/// Nouns that sum up what was said: `"…" 등의`, `"…" 식으로`.
const SUMS: [&str; 9] = ["등", "식", "투", "조", "류", "따위", "외", "운운", "정도"];
/// `등을 돌렸다` is a back.
const OF_A_BACK: [&str; 8] = ["돌", "떠", "밀", "두드", "토닥", "기대", "쓰다", "때"];
/// `도 관계자는` is a province.
const OF_A_PROVINCE: [&str; 7] = ["관계자", "당국", "교육청", "의회", "지사", "보건", "소방"];
/// What particle-like 이 stands before, not `이 말`: `"…" 이 전부였다`.
const AFTER_SUBJECT: [&str; 8] = [
    "전부", "들려", "적혀", "쓰여", "울려", "나왔", "흘러", "새겨",
];

/// What a sentence may have before its tail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// A closing quote or bracket.
    Quotation,
    /// A question or exclamation mark, or dots.
    StrongMark,
    /// A full stop.
    Stop,
    /// A full stop behind a Latin letter or a digit, which seldom ends a Korean sentence.
    Abbreviation,
}

/// The words at a place where a Korean sentence may go on.
pub(super) struct Tail {
    word: String,
    /// The word after it, empty where a mark stands between.
    next: String,
    /// White space or a comma follows the word.
    is_apart: bool,
    /// The last letter or digit before it.
    last: char,
}

impl Tail {
    /// The words of `chars` from `at`, behind something that ends in the letter `last`.
    pub(super) fn read(chars: &[char], at: usize, last: char) -> Tail {
        let word = word(chars, at);
        let end = at + word.chars().count();
        let after = chars.get(end).copied().unwrap_or(' ');
        let next = if after.is_whitespace() {
            self::word(chars, end + 1)
        } else {
            String::new()
        };
        Tail {
            is_apart: after.is_whitespace() || matches!(after, ',' | '·'),
            word,
            next,
            last,
        }
    }

    /// Whether it can only go on with the sentence that `before` stands in.
    pub(super) fn ties(&self, before: Before, words: &Words) -> bool {
        if !self.word.starts_with(is_syllable) {
            return false;
        }
        match before {
            Before::Quotation => {
                self.is_listed(words)
                    || self.is_particle()
                    || self.is_quotative()
                    || self.is_copula()
                    || self.is_light_verb()
                    || self.is_hedge()
                    || self.sums_up(words)
            }
            Before::StrongMark => {
                self.is_object_particle()
                    // `정말? 라면 먹을래?` asks about noodles.
                    || (self.is_quotative() && self.word != "라면" && self.word.chars().count() > 1)
                    || (self.is_light_verb() && self.is_thought(words))
                    || self.is_hedge()
                    || words.bare_tails.contains(&self.word)
            }
            Before::Stop => {
                words.bare_tails.contains(&self.word)
                    || (self.is_apart && matches!(self.word.as_str(), "를" | "을"))
            }
            Before::Abbreviation => {
                self.is_apart && self.is_particle() && !matches!(self.word.as_str(), "만" | "도")
            }
        }
    }

    fn is_listed(&self, words: &Words) -> bool {
        let wants = self.word == "하고" && self.next.starts_with(['싶', '있']);
        words.quote_tails.contains(&self.word)
            && !wants
            && (self.word != "이란" || ends_in_consonant(self.last) != Some(false))
    }

    fn is_particle(&self) -> bool {
        let word = self.word.as_str();
        if !self.is_apart {
            return false;
        }
        match word {
            "도" if OF_A_PROVINCE
                .iter()
                .any(|office| self.next.starts_with(office)) =>
            {
                false
            }
            "만" if self.next.starts_with(|c: char| c.is_ascii_digit()) => false,
            "만도" => false,
            "이" => {
                ends_in_consonant(self.last) == Some(true)
                    && (AFTER_SUBJECT.iter().any(|verb| self.next.starts_with(verb))
                        || (self.next.ends_with('의') && self.next.chars().count() <= 3))
            }
            _ => {
                self.agrees(word)
                    || STACKING.iter().any(|&first| {
                        word.strip_prefix(first)
                            .is_some_and(|second| STACKED.contains(&second))
                            && self.agrees(first)
                    })
            }
        }
    }

    /// Whether a particle has the form that it takes behind the last letter.
    fn agrees(&self, particle: &str) -> bool {
        const RIEUL: u32 = 8;
        if PARTICLES.contains(&particle) {
            return true;
        }
        let consonant = ends_in_consonant(self.last);
        (AFTER_VOWEL.contains(&particle) && consonant != Some(true))
            || (AFTER_CONSONANT.contains(&particle) && consonant != Some(false))
            || (particle == "로" && final_consonant(self.last) == RIEUL)
    }

    fn is_object_particle(&self) -> bool {
        let particle = matches!(
            self.word.as_str(),
            "를" | "을" | "는" | "의" | "에" | "에서" | "에게" | "로" | "으로" | "에는" | "에도"
        );
        self.is_apart && particle && self.agrees(&self.word)
    }

    fn is_quotative(&self) -> bool {
        let word = self.word.as_str();
        let bare = word.strip_prefix('이').unwrap_or(word);
        if word == "이란" {
            return self.is_apart && ends_in_consonant(self.last) != Some(false);
        }
        QUOTATIVE.iter().any(|form| bare.starts_with(form))
            || (self.is_apart && QUOTATIVE_WORDS.contains(&bare) && word != "이다는")
    }

    fn is_copula(&self) -> bool {
        COPULA.iter().any(|form| self.word.starts_with(form))
            || COPULA_WORDS.contains(&self.word.as_str())
    }

    fn is_light_verb(&self) -> bool {
        let word = self.word.as_str();
        match word {
            "하고" => !self.next.starts_with(['싶', '있']),
            "한" | "할" => AFTER_LIGHT.iter().any(|noun| self.next.starts_with(noun)),
            _ => LIGHT.iter().any(|form| word.starts_with(form)) || LIGHT_WORDS.contains(&word),
        }
    }

    /// `왜 지금일까? 하는 의문`, `왜 갔을까? 하고 생각했다`; a sentence may begin with `하는 일마다`.
    fn is_thought(&self, words: &Words) -> bool {
        match self.word.as_str() {
            "하고" | "하며" | "하면서" | "했다" | "했더니" => true,
            "하는" => starts_with_one(&self.next, words),
            _ => false,
        }
    }

    fn is_hedge(&self) -> bool {
        self.word.starts_with(['싶', '듯'])
            || matches!(self.word.as_str(), "뿐" | "운운")
            || ["뿐이", "뿐인", "뿐입", "운운하"]
                .iter()
                .any(|form| self.word.starts_with(form))
    }

    /// `등의`, `식으로`, `같은 말`.
    fn sums_up(&self, words: &Words) -> bool {
        let word = self.word.as_str();
        if word == "같은" {
            return self.next.starts_with(['식', '것']) || starts_with_one(&self.next, words);
        }
        if word == "말고" {
            return true;
        }
        if matches!(word, "소리" | "한마디" | "구호" | "문구") {
            return true;
        }
        SUMS.iter().any(|noun| {
            word.strip_prefix(noun).is_some_and(|rest| match rest {
                "" => matches!(*noun, "등" | "따위"),
                "을" if *noun == "등" => {
                    !OF_A_BACK.iter().any(|verb| self.next.starts_with(verb))
                }
                "의" | "으로" | "로" | "이" | "을" | "를" | "은" | "는" | "도" | "과" | "에" => {
                    !matches!(*noun, "정도" | "외") || matches!(rest, "의" | "로" | "에")
                }
                "에도" | "에는" | "이다" | "였다" | "이었다" => true,
                _ => false,
            })
        })
    }
}

/// Whether `word` begins with a noun of saying or thinking, as `의문이` does.
pub(super) fn starts_with_one(word: &str, words: &Words) -> bool {
    words.speech_nouns.iter().any(|noun| word.starts_with(noun))
}

/// Whether `word` is a noun of saying with a particle: `소리를`, `한마디면`.
pub(super) fn is_speech_with_particle(word: &str, words: &Words) -> bool {
    const PARTICLES: [&str; 14] = [
        "를", "을", "가", "이", "는", "은", "도", "만", "면", "이면", "로", "으로", "조차", "밖에",
    ];
    words.speech_nouns.iter().any(|noun| {
        word.strip_prefix(noun)
            .is_some_and(|rest| PARTICLES.contains(&rest))
    })
}

/// Whether a letter's syllable ends in a consonant; `None` if it is none of Hangul.
fn ends_in_consonant(last: char) -> Option<bool> {
    is_syllable(last).then(|| final_consonant(last) > 0)
}

fn word(chars: &[char], at: usize) -> String {
    let rest = chars.get(at..).unwrap_or_default();
    rest.iter()
        .take(LONGEST)
        .take_while(|c| c.is_alphanumeric())
        .collect()
}
