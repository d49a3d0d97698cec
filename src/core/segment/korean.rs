//! The veto chain where Hangul stands around a candidate.

use super::Rule;
use super::candidate::Candidate;
use super::character::{
    final_consonant, is_closer, is_emoticon, is_syllable, is_terminator, vowel,
};
use super::emoticon;
use super::endings::Endings;
use super::frame::is_said_by;
use super::paragraph::Paragraph;
use super::words::{KOREAN_ENDINGS, KOREAN_LETTERS};

/// `제12단계`
const LONGEST_PART: usize = 6;

const FINAL_BIEUP: u32 = 17;

/// Decides a candidate with a space after it.
pub(super) fn decide(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let next = paragraph.word_from(candidate.next_word);
    let in_the_open = candidate.next_word == candidate.next;
    let tied = paragraph.words.quote_tails.contains(&next)
        && (candidate.closed() || paragraph.words.bare_tails.contains(&next));
    if in_the_open && tied {
        return Rule::QuoteTail;
    }
    if candidate.closed()
        && in_the_open
        && is_said_by(&paragraph.chars, candidate.next, paragraph.words)
    {
        return Rule::SaidFollows;
    }
    let before = paragraph.before(candidate.word_end);
    if candidate.strong(paragraph) {
        return match in_the_open && is_named_within(paragraph, candidate) {
            true => Rule::NamedWithin,
            false => Rule::StrongMark,
        };
    }
    if candidate.trails_off(paragraph) {
        return after_dots(paragraph, candidate);
    }
    let letter_alone = candidate.word_end == candidate.sentence + 1;
    let counts = (letter_alone && KOREAN_LETTERS.contains(before))
        || counts_a_part(paragraph, candidate.sentence, candidate.word_end);
    if counts && !candidate.closed() {
        return Rule::ListNumber;
    }
    Rule::KoreanStop
}

/// Whether a sentence goes on around the quotation or bracket that closes here: it had begun before the opening mark,
/// and Hangul follows. `시는 '함께 걷자!' 행사를 연다.`
fn is_named_within(paragraph: &Paragraph, candidate: &Candidate) -> bool {
    const REACH: usize = 40;
    let lowest = candidate
        .sentence
        .max(candidate.marks.saturating_sub(REACH));
    let Some(open) = (lowest..candidate.marks)
        .rev()
        .find(|&at| paragraph.protection.opens(at))
    else {
        return false;
    };
    let said = paragraph.trim_end(candidate.sentence, open);
    candidate.closed()
        && said > candidate.sentence
        && is_syllable(paragraph.before(said))
        && is_syllable(paragraph.at(candidate.next))
}

/// Dots end a sentence only behind an ending, and no headline: a short block without any stop at its end.
fn after_dots(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    if paragraph.is_headline() {
        return Rule::Headline;
    }
    let before = paragraph.before(candidate.word_end);
    let ends = KOREAN_ENDINGS.contains(before);
    let spoken = candidate.closed()
        || paragraph.chars[candidate.word_end..candidate.marks]
            .iter()
            .any(|&c| is_closer(c));
    if ends || spoken || !is_syllable(before) {
        Rule::Ellipsis
    } else {
        Rule::PauseGoesOn
    }
}

/// Whether a run of ㅋㅋ, ㅎㅎ or ㅠㅠ hangs on a word before the white space `space`.
pub(super) fn is_laughter(paragraph: &Paragraph, sentence: usize, space: usize) -> bool {
    let letter = |c: char| matches!(c, 'ㅋ' | 'ㅎ' | 'ㅠ' | 'ㅜ');
    paragraph.at(space).is_whitespace()
        && letter(paragraph.before(space))
        && space >= sentence + 3
        && letter(paragraph.at(space - 2))
        && !paragraph.protection.encloses(space)
        && paragraph.content_end(space) > sentence
        && is_syllable(paragraph.at(paragraph.skip_space(space)))
}

/// Whether the sentence so far is only `제1조`, `2단계` or the like.
fn counts_a_part(paragraph: &Paragraph, sentence: usize, end: usize) -> bool {
    if end - sentence > LONGEST_PART {
        return false;
    }
    let part = paragraph.text(sentence, end);
    let number = part.trim_start_matches('제');
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.len() < number.len() && paragraph.words.korean_parts.contains(unit)
}

/// Decides marks without a space after them: `왔다.그러나` is a forgotten space, `다.…` is not.
pub(super) fn decide_glued(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let before = paragraph.before(candidate.word_end);
    let next = paragraph.at(candidate.next_word);
    if candidate.strong(paragraph) && is_particle(&paragraph.token_from(candidate.next)) {
        return Rule::BrandName;
    }
    let begins = is_syllable(next) || paragraph.protection.opens(candidate.next);
    let ends = if candidate.strong(paragraph) {
        begins
    } else {
        !candidate.trails_off(paragraph)
            && KOREAN_ENDINGS.contains(before)
            && (begins || next.is_ascii_uppercase())
    };
    if ends {
        Rule::GluedStop
    } else {
        Rule::InsideToken
    }
}

/// Whether a token is nothing but a particle, which only a name has before it: `야후!는`.
fn is_particle(token: &str) -> bool {
    matches!(
        token,
        "는" | "은"
            | "를"
            | "을"
            | "의"
            | "에"
            | "와"
            | "과"
            | "도"
            | "로"
            | "에서"
            | "에게"
            | "까지"
            | "부터"
    )
}

/// The rule by which the word that ends at the white space `space` closes a sentence without a full stop, as
/// captions and messages have it.
pub(super) fn bare_ending(paragraph: &Paragraph, sentence: usize, space: usize) -> Option<Rule> {
    if paragraph.endings == Endings::Marked {
        return None;
    }
    let start = paragraph.token_start(space).max(sentence);
    let mut end = space;
    while end > start && is_emoticon(paragraph.chars[end - 1]) {
        end -= 1;
    }
    let word = &paragraph.chars[start..end];
    let rule = match word {
        [.., bieup, '니', '다' | '까'] if final_consonant(*bieup) == FINAL_BIEUP => {
            Rule::BareEnding
        }
        [.., stem, '죠'] if is_syllable(*stem) => Rule::BareEnding,
        [.., stem, '요'] if is_syllable(*stem) && is_polite(word, *stem) => Rule::BareEnding,
        [.., stem, '다'] if paragraph.endings == Endings::Plain && is_plain_end(word, *stem) => {
            Rule::PlainEnding
        }
        _ => return None,
    };
    let hung = emoticon::run_end(paragraph, space).unwrap_or(space);
    let next = paragraph.skip_space(hung);
    if next >= paragraph.len()
        || paragraph.closes(next)
        || is_terminator(paragraph.at(next))
        || matches!(paragraph.at(next), '-' | '–' | '—' | '―')
    {
        return None;
    }
    let follows = paragraph.word_from(next);
    let goes_on = paragraph.words.quote_tails.contains(&follows)
        || (rule == Rule::PlainEnding && paragraph.words.plain_tails.contains(&follows));
    (!goes_on).then_some(rule)
}

/// Whether `word` ends in -다 as the predicate of a sentence does, not as 바다 or 보다 do: after a past or present
/// stem, or the commonest stems that stand bare.
fn is_plain_end(word: &[char], stem: char) -> bool {
    const FINAL_NIEUN: u32 = 4;
    const FINAL_SSANG_SIOS: u32 = 20;
    let after = final_consonant(stem);
    let past = after == FINAL_SSANG_SIOS;
    // 간다, 한다, 는다, 본다; 언니다 has no such final.
    let present = after == FINAL_NIEUN;
    let bare = matches!(
        stem,
        '없' | '같' | '않' | '싶' | '많' | '좋' | '이' | '아' | '크'
    );
    word.len() >= 3 && (past || present || bare)
        || word.len() == 2 && "했됐왔갔컸있없같않많좋온간한된본준난".contains(stem)
}

/// Whether `word` ends in the particle 요 of polite speech and not in a noun such as 필요 or 개요.
fn is_polite(word: &[char], stem: char) -> bool {
    let after_ending = matches!(stem, '군' | '든' | '걸' | '죠' | '지') && word.len() >= 3;
    // The vowels that stems have before 요: ㅏ ㅐ ㅓ ㅔ ㅕ ㅖ ㅘ ㅙ ㅝ ㅞ.
    let open_vowel =
        matches!(vowel(stem), Some(0 | 1 | 4..=7 | 9 | 10 | 14 | 15)) && final_consonant(stem) == 0;
    let noun = match (stem, word) {
        ('개', _) => true,
        // 대중가요 is a song, 올라가요 and 인가요 are not.
        ('가', [.., verb, _, _]) => !"인한된은는을던아어라려".contains(*verb),
        // 참치마요 is a dish, 하지마요 is not.
        ('마', [.., verb, _, _]) => *verb != '지',
        _ => false,
    };
    after_ending || (open_vowel && !noun)
}
