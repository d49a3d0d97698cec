//! Korean sentences to tokens, without a morphological analyser: words with particles and endings
//! taken off, numbers by value, dates, and Latin words as they stand.

use super::english;
use super::numbers::{
    begins_counter, is_native_tens, korean_fraction, korean_native, korean_number,
    korean_number_end, korean_weekday, month, weekday,
};
use super::quantity::{Quantity, Sort};
use super::tokens::{Class, Key, KeySet, Letters, Token, is_latin, marks};
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

const PARTICLES: &str = "이라고 라고 이라는 라는 이라며 라며 이란 에서는 에서도 에서의 에서 에게서 에게는 에게도 에게 에는 에도 에만 에 께서 께 한테 \
    으로는 으로도 으로의 으로서 으로써 으로부터 으로 로는 로도 로의 로서 로써 로부터 로 와의 과의 와는 과는 와 과 까지의 까지는 까지도 까지 \
    부터의 부터 만의 만이 만을 만은 만 처럼 보다 보다는 마저 조차 마다 밖에 이나 나 이든 든지 은 는 이 가 을 를 의 도 들은 들이 들을 들의 \
    들에게 들과 들도 들로 들 이다 이었다 였다 이며 이고 이지만 인 일 입니다 이었던 이자 뿐 만큼 씩 째 여 적인 적으로 적 들에 간의 간 측은 측이 \
    측 당시 하 대로";

const ENDINGS: &str = "하고있다 했었다 했습니다 합니다 하였다 하십시오 하세요 하겠다 하면서 하지만 하도록 하였으며 했으며 했지만 했다고 했다는 한다고 \
    한다는 한다 했다 하다 하는 하던 하며 하고 하여 하기 하지 하면 하자 하게 해야 해서 해도 했던 한 할 함 해 됐습니다 되었습니다 됩니다 되었다 \
    됐다 된다고 된다 되다 되는 되며 되고 되어 되지 되면 되도록 되기 돼 된 될 됨 되 시켰다 시킨다 시키는 시키고 시킨 시킬 시켜 시키기 스런 스러운 \
    스럽게 롭게 로운 었습니다 았습니다 였습니다 습니다 었다고 았다고 었다 았다 으며 으면 으면서 면서 으니 지만 는데 은데 던 고 며 면 어서 아서 어 \
    아 게 기 지 는다 다고 다는 다 려고 러 려 도록 자 음 네 니 요 세요 십시오";

/// Particles that may follow a noun of one syllable.
const SHORT_PARTICLES: &str = "은 는 이 가 을 를 의 에 도 로 으로 와 과 만 에서 에게 들 들이 들은 들을 들의 이다 이었다 이라고 이라는 부터 까지 마다 \
    에는 에도 에서는 이나 나 보다 처럼 이며 이고 인 일";

/// Words that stand in most texts whatever they are about: pronouns, light verbs, dependent nouns, conjunctions.
const FUNCTION_WORDS: &str = "있 있다 있는 있을 있었다 있습니다 있었습니다 없 없다 않 않는 않았다 않았습니다 아니 아니라 하 하다 했다 했습니다 \
    되 되다 됐다 이 그 저 것 것이 것은 것을 것이다 것으로 수 등 때 중 후 전 및 더 또 또한 한 나 너 내 제 우리 당신 그들 그녀 그것 이것 이런 그런 어떤 \
    모든 많 같 위해 대해 때문 그리고 하지만 그러나 보 가 오 말 왜 누구 무엇 어떻게";

const LONGEST_SUFFIX: usize = 5;

struct Suffixes {
    all: KeySet,
    short: KeySet,
}

fn suffixes() -> &'static Suffixes {
    static SUFFIXES: OnceLock<Suffixes> = OnceLock::new();
    let keys = |list: &str| -> KeySet {
        list.split_whitespace()
            .map(|suffix| Key::of(suffix.chars()))
            .collect()
    };
    SUFFIXES.get_or_init(|| Suffixes {
        all: keys(PARTICLES).union(&keys(ENDINGS)).copied().collect(),
        short: keys(SHORT_PARTICLES),
    })
}

/// The keys of the words that stand in most texts.
pub fn function_words() -> &'static KeySet {
    static KEYS: LazyLock<KeySet> = LazyLock::new(|| {
        let words = FUNCTION_WORDS.split_whitespace();
        words
            .map(|word| {
                let word: Vec<char> = word.chars().collect();
                Key::of(stem(&word).iter().copied())
            })
            .collect()
    });
    &KEYS
}

/// Whether the letters are a particle or ending.
pub fn is_suffix(letters: &[char]) -> bool {
    letters.len() <= LONGEST_SUFFIX && suffixes().all.contains(&Key::of(letters.iter().copied()))
}

/// Whether the letters are a particle that may follow a noun of one syllable.
pub fn is_particle(letters: &[char]) -> bool {
    letters.len() <= LONGEST_SUFFIX && suffixes().short.contains(&Key::of(letters.iter().copied()))
}

/// Whether the letters are what may follow a place name: `시`, `항에서`.
pub fn is_place_suffix(letters: &[char]) -> bool {
    const PLACES: &str = "시도군구읍면동리역항호섬산강교만";
    letters.split_first().is_some_and(|(place, rest)| {
        PLACES.contains(*place) && (rest.is_empty() || is_suffix(rest) || is_particle(rest))
    })
}

/// Whether a letter is a syllable or jamo of Hangul.
pub fn is_hangul(letter: char) -> bool {
    ('가'..='힣').contains(&letter)
}

/// The word without at most two layers of particles and endings, the longest first; two syllables stay,
/// or one where the word has no more than three.
pub fn stem(word: &[char]) -> &[char] {
    let mut stem = word;
    for _ in 0..2 {
        let length = stem.len();
        let cut = (1..=LONGEST_SUFFIX.min(length.saturating_sub(1)))
            .rev()
            .find(|&suffix| {
                let left = length - suffix;
                if left < 2
                    && (length > 3
                        || suffix == 1 && !"은는이가을를의에도로와과만".contains(stem[left]))
                {
                    return false;
                }
                is_suffix(&stem[left..])
            });
        match cut {
            Some(suffix) => stem = &stem[..length - suffix],
            None => break,
        }
        if stem.len() <= 2 {
            break;
        }
    }
    stem
}

/// A stretch of one script.
struct Piece {
    script: Script,
    /// Its letters.
    range: Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Number,
    Hangul,
    Latin,
    Hanja,
}

fn pieces(letters: &Letters) -> Vec<Piece> {
    let is_hanja = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let start = at;
        let script = match letters[at] {
            letter if letter.is_ascii_digit() => {
                at = korean_number_end(letters, at);
                if let Some((_, end)) = korean_fraction(letters, start, at) {
                    at = end;
                }
                Script::Number
            }
            letter if is_hangul(letter) => {
                at = letters.run(at, is_hangul);
                Script::Hangul
            }
            letter if is_latin(letter) => {
                at = letters.run(at, is_latin);
                Script::Latin
            }
            letter if is_hanja(letter) => {
                at = letters.run(at, is_hanja);
                Script::Hanja
            }
            _ => {
                at += 1;
                continue;
            }
        };
        pieces.push(Piece {
            script,
            range: start..at,
        });
    }
    join_native(letters, &mut pieces);
    pieces
}

/// Makes one of tens and ones that stand apart before a counter: `열 다섯 마리`.
fn join_native(letters: &Letters, pieces: &mut Vec<Piece>) {
    let mut at = 0;
    while let Some([tens, ones]) = pieces.get(at..).and_then(<[Piece]>::first_chunk) {
        let are_native = tens.script == Script::Hangul
            && is_native_tens(&letters[tens.range.clone()])
            && ones.range.start == tens.range.end + 1
            && letters[tens.range.end] == ' '
            && is_before_counter(letters, pieces, at + 1)
            && korean_native(&letters[tens.range.start..ones.range.end], true)
                .is_some_and(|value| value % 10.0 >= 1.0);
        if are_native {
            let ones = pieces.remove(at + 1);
            pieces[at].range.end = ones.range.end;
        }
        at += 1;
    }
}

/// The tokens of a sentence in order, then its marks.
pub fn tokens(text: &str) -> Vec<Token> {
    let letters = Letters::of(text);
    let pieces = pieces(&letters);
    let mut tokens = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let word = &letters[piece.range.clone()];
        let span = letters.span(piece.range.clone());
        match piece.script {
            Script::Number if is_heading(&letters, &piece.range) => {}
            Script::Number => {
                let (value, is_month) = number(&letters, &piece.range);
                tokens.push(if is_month {
                    let with_unit = piece.range.start..piece.range.end + 1;
                    Token::new(month(value as u8), Class::Date, letters.span(with_unit))
                } else {
                    Token::new(Key::number(value), Class::Number, span)
                });
            }
            Script::Latin => {
                let lower: String = word.iter().copied().flat_map(char::to_lowercase).collect();
                tokens.push(Token::new(english::stem(&lower), Class::Latin, span));
            }
            Script::Hanja => {
                tokens.push(Token::new(Key::of(word.iter().copied()), Class::Word, span));
            }
            Script::Hangul => {
                let before = at.checked_sub(1).map(|before| &pieces[before]);
                let counted = before.is_some_and(|before| {
                    before.script == Script::Number && before.range.end == piece.range.start
                });
                if counted && is_counter(word) {
                    continue;
                }
                let before_counter = is_before_counter(&letters, &pieces, at);
                hangul(word, span, before_counter, &mut tokens);
            }
        }
    }
    tokens.extend(marks(text));
    tokens
}

/// The numbers of a text and the months, in order; without those of headings.
pub fn quantities(text: &str) -> Vec<Quantity> {
    let letters = Letters::of(text);
    let pieces = pieces(&letters);
    let numbers = pieces.iter().enumerate().filter_map(|(at, piece)| {
        let word = &letters[piece.range.clone()];
        let span = letters.span(piece.range.clone());
        match piece.script {
            Script::Number if is_heading(&letters, &piece.range) => None,
            Script::Number => {
                let (value, is_month) = number(&letters, &piece.range);
                let sort = if is_month {
                    Sort::Month
                } else {
                    Sort::Cardinal
                };
                let with_unit = piece.range.start..piece.range.end + usize::from(is_month);
                let span = letters.span(with_unit);
                Some(Quantity { value, sort, span })
            }
            Script::Hangul => {
                let value = korean_native(word, is_before_counter(&letters, &pieces, at))?;
                let sort = Sort::Cardinal;
                Some(Quantity { value, sort, span })
            }
            Script::Latin | Script::Hanja => None,
        }
    });
    numbers.collect()
}

/// The value of a number in digits, and whether it is that of a month.
fn number(letters: &Letters, range: &Range<usize>) -> (f64, bool) {
    let word = &letters[range.clone()];
    let fraction = word.iter().position(|&letter| letter == '분');
    let fraction = fraction.and_then(|end| korean_fraction(word, 0, end));
    let value = fraction.map_or_else(|| korean_number(word), |(value, _)| value);
    let after = &letters[range.end..];
    let is_month = after.first() == Some(&'월')
        && after.get(1) != Some(&'요')
        && value.fract() == 0.0
        && (1.0..=12.0).contains(&value);
    (value, is_month)
}

fn is_before_counter(letters: &Letters, pieces: &[Piece], at: usize) -> bool {
    pieces.get(at + 1).is_some_and(|next| {
        next.script == Script::Hangul && begins_counter(letters[next.range.start])
    })
}

/// Whether a number is that of a heading, `제5조 (책임)`: it says where the article stands, and a translation of a contract
/// often counts its articles otherwise.
fn is_heading(letters: &[char], number: &Range<usize>) -> bool {
    letters[..number.start] == ['제'] && letters.get(number.end) == Some(&'조')
}

fn hangul(word: &[char], span: Range<usize>, before_counter: bool, tokens: &mut Vec<Token>) {
    if let &[day, '요', '일', ..] = word
        && let Some(day) = korean_weekday(day)
    {
        tokens.push(Token::new(weekday(day), Class::Date, span));
        return;
    }
    if let Some(value) = korean_native(word, before_counter) {
        tokens.push(Token::new(Key::number(value), Class::Number, span));
        return;
    }
    if word[0] == '첫' {
        tokens.push(Token::new(Key::number(1.0), Class::Number, span.clone()));
    }
    tokens.push(Token {
        key: Key::of(stem(word).iter().copied()),
        surface: Key::of(word.iter().copied()),
        class: Class::Word,
        span,
    });
}

/// Whether a word glued to a number is nothing but counters: `3명`, `2차대`, `3번째`.
fn is_counter(word: &[char]) -> bool {
    let mut at = 0;
    while at < word.len() {
        at += if word[at..].starts_with(&['번', '째']) {
            2
        } else if "년월일명개시분세살차번위대원여".contains(word[at]) {
            1
        } else {
            return false;
        };
    }
    true
}
