//! Places where a sentence may end, before any rule looks at them.

use super::character::{is_emoticon, is_opener, is_strong, is_syllable, is_terminator};
use super::emoticon;
use super::paragraph::Paragraph;

/// The longest footnote mark, `[note 3]`, and the longest note in brackets after a Korean full stop.
const LONGEST_FOOTNOTE: usize = 12;
const LONGEST_NOTE: usize = 30;

/// `***` is the third footnote of a page.
const MOST_STARS: usize = 3;

/// One run of terminators with what hangs on it, and the text on both sides.
pub(super) struct Candidate {
    /// Where the sentence so far begins.
    pub sentence: usize,
    /// The end of its last character that is more than a mark.
    pub word_end: usize,
    /// The terminators: `marks..marks_end`.
    pub marks: usize,
    pub marks_end: usize,
    /// After closing quotes, brackets and footnotes.
    pub end: usize,
    /// A footnote or note in brackets hangs on the marks.
    pub noted: bool,
    /// Where the next segment would begin.
    pub next: usize,
    /// Its first character that is no opening mark.
    pub next_word: usize,
}

impl Candidate {
    /// Reads the terminators at `marks` and what hangs on them.
    pub(super) fn read(paragraph: &Paragraph, sentence: usize, marks: usize) -> Candidate {
        let marks_end = end_of_marks(paragraph, marks);
        let (end, noted) = end_of_tail(paragraph, marks, marks_end);
        let next = paragraph.skip_space(end);
        Candidate {
            sentence,
            word_end: paragraph.content_end(marks).max(sentence),
            marks,
            marks_end,
            end,
            noted,
            next,
            next_word: skip_openers(paragraph, next),
        }
    }

    /// White space follows.
    pub(super) fn spaced(&self) -> bool {
        self.next > self.end
    }

    /// A closing quote or bracket follows the marks.
    pub(super) fn closed(&self) -> bool {
        self.end > self.marks_end && !self.noted
    }

    pub(super) fn strong(&self, paragraph: &Paragraph) -> bool {
        paragraph.chars[self.marks..self.marks_end]
            .iter()
            .any(|&c| is_strong(c))
    }

    /// Two full stops or more, or `…`.
    pub(super) fn trails_off(&self, paragraph: &Paragraph) -> bool {
        self.dots(paragraph) >= 2
    }

    /// How many dots the marks make; `…` is three.
    pub(super) fn dots(&self, paragraph: &Paragraph) -> usize {
        let marks = paragraph.chars[self.marks..self.marks_end].iter();
        marks
            .map(|c| match c {
                '…' => 3,
                '‥' => 2,
                '.' => 1,
                _ => 0,
            })
            .sum()
    }
}

fn end_of_marks(paragraph: &Paragraph, marks: usize) -> usize {
    let mut end = marks;
    loop {
        end = paragraph.skip(end, is_terminator);
        // `. . .` are dots too.
        let spaced_dots = paragraph.before(end) == '.'
            && paragraph.at(end) == ' '
            && paragraph.at(end + 1) == '.';
        if !spaced_dots {
            return end;
        }
        end += 1;
    }
}

/// The end of what hangs on the marks, and whether a footnote is in it.
fn end_of_tail(paragraph: &Paragraph, marks: usize, marks_end: usize) -> (usize, bool) {
    let korean = is_syllable(paragraph.before(marks));
    let mut end = marks_end;
    loop {
        let round = end;
        if korean || is_emoticon(paragraph.at(end)) {
            end = paragraph.skip(end, is_emoticon);
        }
        if end == marks_end
            && let Some(run) = emoticon::run_end(paragraph, end)
        {
            end = run;
        }
        let closers = end;
        // Careless typing leaves a space before the closing quote: `We won. " He smiled.`
        let spaced_closer = paragraph.at(end) == ' '
            && matches!(paragraph.at(end + 1), '"' | '”')
            && paragraph.closes(end + 1)
            && paragraph.at(end + 2).is_whitespace();
        if spaced_closer {
            end += 2;
        }
        while paragraph.closes(end) {
            end += 1;
        }
        let note = if end == closers {
            footnote_end(paragraph, end)
        } else {
            None
        };
        if let Some(end) = note.or_else(|| korean.then(|| note_end(paragraph, end)).flatten()) {
            return (end, true);
        }
        if end > closers {
            end = paragraph.skip(end, is_terminator);
        }
        if end == round {
            return (end, false);
        }
    }
}

/// The end of the footnote marks at `at`: `[12]`, `[1, 2]`, `[1][2]:34`, `¹²`, `*`, `(1)`, `1)`, `주1)`, `12`.
fn footnote_end(paragraph: &Paragraph, at: usize) -> Option<usize> {
    let mut end = one_footnote_end(paragraph, at)?;
    while let Some(next) = one_footnote_end(paragraph, end) {
        end = next;
    }
    // The page that is cited.
    let page = paragraph.skip(end + 1, |c| c.is_ascii_digit() || matches!(c, '-' | '–'));
    if paragraph.at(end) == ':' && page > end + 1 {
        end = page;
    }
    Some(end)
}

fn one_footnote_end(paragraph: &Paragraph, at: usize) -> Option<usize> {
    let rest = paragraph.chars.get(at..)?;
    let count = |longest: usize, belongs: fn(char) -> bool| {
        let run = rest.iter().take(longest);
        run.take_while(|&&c| belongs(c)).count()
    };
    let ends = |length: usize| rest.get(length).is_none_or(|c| c.is_whitespace());
    let glued = !paragraph.before(at).is_whitespace();
    let raised = count(LONGEST_FOOTNOTE, |c| {
        matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁽' | '⁾' | '†' | '‡')
    });
    if raised > 0 {
        return Some(at + raised);
    }
    let stars = count(MOST_STARS + 1, |c| c == '*');
    if (1..=MOST_STARS).contains(&stars) && glued && ends(stars) {
        return Some(at + stars);
    }
    let word = paragraph.before(paragraph.content_end(at));
    let sentence = is_syllable(word) || word.is_ascii_lowercase();
    // `무너졌다.1) 3년 뒤`, `무너졌다.주1)`, `broke.12 Nobody`
    let label = usize::from(rest.first() == Some(&'주'));
    let numbered = rest.get(label..).unwrap_or_default().iter().take(3);
    let digits = numbered.take_while(|c| c.is_ascii_digit()).count();
    if glued && sentence && digits > 0 {
        let bracket = rest.get(label + digits) == Some(&')');
        if bracket && digits <= 2 && is_syllable(word) && ends(label + digits + 1) {
            return Some(at + label + digits + 1);
        }
        if label == 0 && !is_syllable(word) && ends(digits) && follows_word(paragraph, at) {
            return Some(at + digits);
        }
    }
    // `broke.(1) Nobody`
    let inside = rest.get(1..).unwrap_or_default();
    if rest.first() == Some(&'(') {
        let digits = inside
            .iter()
            .take(3)
            .take_while(|c| c.is_ascii_digit())
            .count();
        let marks = glued && sentence && matches!(digits, 1 | 2);
        return (marks && inside.get(digits) == Some(&')') && ends(digits + 2))
            .then_some(at + digits + 2);
    }
    let inside = rest.strip_prefix(&['['])?;
    let length = inside
        .iter()
        .take(LONGEST_FOOTNOTE)
        .take_while(|c| c.is_alphanumeric() || matches!(c, ' ' | ',' | '-' | '–'))
        .count();
    (length > 0 && inside.get(length) == Some(&']')).then_some(at + length + 2)
}

/// Whether the stop before `at` stands behind a word that may end a sentence, not one such as `No.12`.
fn follows_word(paragraph: &Paragraph, at: usize) -> bool {
    let end = paragraph.content_end(at);
    let word = paragraph.text(paragraph.latin_word_start(end), end);
    let words = paragraph.words;
    let lower = word.to_lowercase();
    let next = paragraph.skip_space(at + 1);
    let next = paragraph.skip(next, |c| c.is_ascii_digit() || c.is_whitespace());
    word.len() >= 3
        && !word.contains('.')
        && !words.titles.contains(&lower)
        && !words.before_number.contains(&lower)
        && !words.may_end.contains(&lower)
        && (next >= paragraph.len() || paragraph.at(next).is_uppercase())
}

/// The end of a note in brackets after a Korean sentence: any note without a space before it, such as
/// `(현지시간)`, and with a space laughter or a note that counts or equates, such as `(1달러=1,300원)`.
fn note_end(paragraph: &Paragraph, at: usize) -> Option<usize> {
    let spaced = paragraph.at(at).is_whitespace();
    let open = at + usize::from(spaced);
    let inside = paragraph.chars.get(open..)?.strip_prefix(&['('])?;
    let length = inside
        .iter()
        .take(LONGEST_NOTE)
        .take_while(|&&c| c != ')' && !is_terminator(c))
        .count();
    let closed = inside.get(length) == Some(&')');
    let note: String = inside[..length].iter().collect();
    let aside = paragraph.words.korean_asides.ends(&note);
    let belongs = aside || note.contains(|c: char| c.is_ascii_digit() || c == '=');
    let end = open + length + 2;
    // At the end of a block another note is a credit or an agency, for the rules to judge.
    let inside = end < paragraph.len() && (belongs || !spaced);
    (closed && length > 0 && end <= paragraph.len() && (inside || aside)).then_some(end)
}

fn skip_openers(paragraph: &Paragraph, next: usize) -> usize {
    let mut word = next;
    while word < paragraph.len()
        && (is_opener(paragraph.at(word)) || (word > next && paragraph.at(word).is_whitespace()))
    {
        word += 1;
    }
    word
}
