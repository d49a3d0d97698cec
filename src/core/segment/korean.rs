//! The veto chain where Hangul stands around a candidate.

use super::Rule;
use super::candidate::Candidate;
use super::character::{
    final_consonant, is_closer, is_emoticon, is_syllable, is_terminator, vowel,
};
use super::count::counts_korean_part;
use super::emoticon;
use super::endings::Endings;
use super::english;
use super::frame::is_said_by;
use super::marker::is_bullet;
use super::paragraph::Paragraph;
use super::polite;
use super::tail::{Before, Tail};
use super::words::{KOREAN_ENDINGS, KOREAN_LETTERS};

const FINAL_BIEUP: u32 = 17;

/// Decides a candidate with a space after it.
pub(super) fn decide(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let in_the_open = candidate.next_word == candidate.next;
    if candidate.closed()
        && in_the_open
        && is_said_by(&paragraph.chars, candidate.next, paragraph.words)
    {
        return Rule::SaidFollows;
    }
    let before = paragraph.before(candidate.word_end);
    if candidate.strong(paragraph) {
        return match () {
            () if in_the_open && is_named_within(paragraph, candidate) => Rule::NamedWithin,
            () if is_quoted_in_headline(paragraph, candidate) => Rule::Headline,
            () => Rule::StrongMark,
        };
    }
    if candidate.trails_off(paragraph) {
        return after_dots(paragraph, candidate);
    }
    let letter_alone = candidate.word_end == candidate.sentence + 1;
    let counts = (letter_alone && KOREAN_LETTERS.contains(before))
        || counts_korean_part(paragraph, candidate.sentence, candidate.word_end);
    if counts && !candidate.closed() {
        return Rule::ListNumber;
    }
    if in_the_open && is_second_of_two(paragraph, candidate) {
        Rule::NamedWithin
    } else {
        Rule::KoreanStop
    }
}

/// `"가지 마라." 와 "돌아와라." 사이에서`: what is said of two quotations stands behind the second.
fn is_second_of_two(paragraph: &Paragraph, candidate: &Candidate) -> bool {
    const JOINS: [&str; 7] = ["와", "과", "이나", "또는", "혹은", "및", "하고"];
    let Some(open) = opener(paragraph, candidate) else {
        return false;
    };
    let end = paragraph.trim_end(candidate.sentence, open);
    let word = paragraph.text(
        paragraph.token_start(end).max(candidate.sentence).min(end),
        end,
    );
    let word = word.rsplit(is_closer).next().unwrap_or(&word);
    is_syllable(paragraph.at(candidate.next)) && JOINS.contains(&word)
}

/// Where the quotation or bracket opens that closes behind the candidate, if that is near.
fn opener(paragraph: &Paragraph, candidate: &Candidate) -> Option<usize> {
    const REACH: usize = 40;
    let lowest = candidate
        .sentence
        .max(candidate.marks.saturating_sub(REACH));
    let near = (lowest..candidate.marks).rev();
    candidate
        .closed()
        .then_some(near)?
        .find(|&at| paragraph.protection.opens(at))
}

/// What ties the Hangul behind the candidate to the sentence before it, if anything does.
pub(super) fn is_tied(paragraph: &Paragraph, candidate: &Candidate) -> bool {
    let before = paragraph.before(candidate.word_end);
    let closers = &paragraph.chars[candidate.marks_end..candidate.end];
    let kind = match () {
        () if candidate.closed() && closers.iter().any(|&c| is_closer(c)) => Before::Quotation,
        () if candidate.strong(paragraph) || candidate.trails_off(paragraph) => Before::StrongMark,
        () if before.is_ascii_alphanumeric() => Before::Abbreviation,
        () => Before::Stop,
    };
    let tail = Tail::read(&paragraph.chars, candidate.next, before);
    tail.ties(kind, paragraph.words)
}

/// Whether a sentence goes on around the quotation or bracket that closes here, and Hangul follows: it had begun
/// before the opening mark, or the mark is one that titles stand in. `시는 '함께 걷자!' 행사를 연다.`
fn is_named_within(paragraph: &Paragraph, candidate: &Candidate) -> bool {
    if !is_syllable(paragraph.at(candidate.next)) {
        return false;
    }
    let Some(open) = opener(paragraph, candidate) else {
        return false;
    };
    let said = paragraph.trim_end(candidate.sentence, open);
    let begun = said > candidate.sentence && is_syllable(paragraph.before(said));
    let title = matches!(paragraph.at(open), '『' | '《' | '〈' | '「');
    let named = || {
        let named = paragraph.word_from(candidate.next);
        let mut things = paragraph.words.named_things.iter();
        matches!(paragraph.at(open), '‘' | '\'')
            && things.any(|thing| is_with_particle(&named, thing))
    };
    begun || title || named()
}

/// `전시가`, `공연`, `출연진이`: the noun with no more than a particle.
fn is_with_particle(word: &str, noun: &str) -> bool {
    const LONGEST_PARTICLE: usize = 2;
    let rest = word.strip_prefix(noun);
    rest.is_some_and(|rest| rest.chars().count() <= LONGEST_PARTICLE)
}

/// `“더는 못 참아!” 상인들 거리로…“대책 내놔라”`: a headline puts dots where a sentence has a stop.
fn is_quoted_in_headline(paragraph: &Paragraph, candidate: &Candidate) -> bool {
    if !candidate.closed() || !paragraph.is_headline() {
        return false;
    }
    let rest = paragraph.chars.get(candidate.next..).unwrap_or_default();
    rest.windows(2)
        .any(|pair| pair[0] == '…' && !pair[1].is_whitespace())
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

/// Decides marks without a space after them: `왔다.그러나` is a forgotten space, `다.…` is not.
pub(super) fn decide_glued(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let before = paragraph.before(candidate.word_end);
    let next = paragraph.at(candidate.next_word);
    if candidate.strong(paragraph) && is_particle(&paragraph.token_from(candidate.next)) {
        return Rule::BrandName;
    }
    let begins = is_syllable(next) || paragraph.protection.opens(candidate.next);
    let ends = if candidate.strong(paragraph) {
        begins || next.is_ascii_digit() || is_bullet(next)
    } else {
        !candidate.trails_off(paragraph)
            && KOREAN_ENDINGS.contains(before)
            && (begins
                || next.is_ascii_uppercase()
                || is_bullet(next)
                || english::is_small_brand(paragraph, candidate.next_word)
                || (next.is_ascii_digit() && ends_predicate(paragraph, candidate.word_end)))
    };
    if ends {
        Rule::GluedStop
    } else {
        Rule::InsideToken
    }
}

/// `올랐다`, `했다`: a digit right behind another word's stop is a number such as `가.1`.
fn ends_predicate(paragraph: &Paragraph, end: usize) -> bool {
    let word = paragraph.token_start(end);
    "다요죠까네음함됨임".contains(paragraph.before(end)) && end - word >= 2
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

/// The rule by which a sentence ends at the white space `space` for the emoji or tildes that are glued to its last
/// word: `예쁘다🌸 가자`, `잘 자~ 좋은 꿈 꿔~`. A tilde between numbers is a range.
pub(super) fn hung_ending(paragraph: &Paragraph, sentence: usize, space: usize) -> Option<Rule> {
    let mark = paragraph.before(space);
    let drawn_out = matches!(mark, '~' | '～' | '♡' | '♥');
    let next = paragraph.skip_space(space);
    if paragraph.endings == Endings::Marked
        || !(drawn_out || emoticon::is_emoji(mark))
        || !is_syllable(paragraph.at(next))
    {
        return None;
    }
    let tail = Tail::read(&paragraph.chars, next, mark);
    if tail.ties(Before::StrongMark, paragraph.words) {
        return None;
    }
    if let Some(start) = emoticon::run_start(paragraph, sentence, space)
        && start > sentence
        && is_informal_end(paragraph.before(start))
    {
        return Some(Rule::Face);
    }
    let content = paragraph.content_end(space);
    let token = paragraph.token_start(content);
    let digits = |text: String| text.contains(|c: char| c.is_ascii_digit());
    let range = digits(paragraph.text(token, content)) || digits(paragraph.token_from(next));
    let word = content > sentence + 1 && is_syllable(paragraph.before(content));
    (drawn_out && word && !range).then_some(Rule::Laughter)
}

/// Whether a syllable may end what is said among friends.
fn is_informal_end(last: char) -> bool {
    KOREAN_ENDINGS.contains(last) || "해줘봐와돼래게렴마구데".contains(last)
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
        || (rule == Rule::PlainEnding && paragraph.words.plain_tails.contains(&follows))
        || polite::goes_on(paragraph, sentence, start..end, next);
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
