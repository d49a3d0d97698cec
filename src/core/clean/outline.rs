//! Documents that are no pages of a site and show it by their structure: numbered headings (`2. What Is in the Box`,
//! `Ⅱ. 연구 방법`, `제3조(정의)`, `Article 7 (Notices)`), the levels of a Korean press release (□ ○ -), the times of a
//! talk. Between the first and the last of them nothing is a menu, a list of links or a tail because it looks like one;
//! page numbers and running heads go.

use super::line::{PageLine, Suspicion, Verdict};
use super::page::{self, set};
use super::running_head::{self, is_attachment, page_number};
use super::wrap::{is_sound, is_time, is_timed};
use crate::article::{BlockKind, Reason};
use std::ops::Range;

/// So many headings in order show an outline.
const FEWEST: usize = 3;
/// Lines that show that a text is a page of a site, whose numbered headings have adverts between them.
const MUCH_BOILERPLATE: usize = 8;
/// A heading is no wider.
const WIDEST_HEADING: usize = 80;

/// How a text counts its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counting {
    /// `2. Method`
    Digits,
    /// `Ⅱ. 연구 방법`, `II. Method`
    Roman,
    /// `제2조(정의)`
    Korean,
    /// `Article 2 (Terms)`, `Section 2.`, `Schedule 2`
    Named,
}

/// What was found of a text's structure.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// Lines that belong to the text whatever they look like.
    headings: Vec<usize>,
    /// Lines among which only sure boilerplate is none of the text.
    inside: Vec<Range<usize>>,
    /// It is a talk, whose sounds are heard by its readers.
    is_talk: bool,
}

impl Outline {
    /// Finds the structure; sets aside page numbers and what stands beside them.
    pub(super) fn find(lines: &mut [PageLine]) -> Outline {
        let mut outline = Outline::default();
        // A list of ten best things on a page of a site counts, too, and has adverts between them.
        let of_site = |line: &PageLine| {
            let why = line.fixed.as_ref();
            why.is_some_and(|why| why.reason == Reason::OutsideArticle)
        };
        if lines.iter().any(of_site) {
            return outline;
        }
        for counting in [
            Counting::Roman,
            Counting::Korean,
            Counting::Named,
            Counting::Digits,
        ] {
            let headings = in_order(lines, counting);
            if let (Some(&first), Some(&last)) = (headings.first(), headings.last())
                && headings.len() >= FEWEST
            {
                // Among much boilerplate a page counts its headings, too.
                let of_law = matches!(counting, Counting::Korean | Counting::Named);
                if of_law || page::page_evidence(lines) < MUCH_BOILERPLATE {
                    outline.inside.push(first..section_end(lines, last));
                }
                outline.headings.extend(headings);
                if of_law {
                    outline.add_schedules(lines, first);
                }
            }
        }
        outline.add_release(lines);
        outline.add_talk(lines);
        outline.add_paper(lines);
        running_head::mark(lines, &outline.headings, !outline.inside.is_empty());
        outline
    }

    /// Takes back what rules for pages made of its lines.
    pub(super) fn release(&self, lines: &mut [PageLine]) {
        for &at in &self.headings {
            let kept = |verdict: &Verdict| is_of_print(*verdict);
            lines[at].verdict = lines[at].verdict.filter(kept);
        }
        for at in self.inside.iter().cloned().flatten() {
            let line = &mut lines[at];
            let sure =
                matches!(line.suspicion, Suspicion::Sure(sure) if Some(sure) == line.verdict);
            let heard = self.is_talk && (is_sound(&line.text) || line.text.starts_with(">>"));
            let place = line.verdict.is_some_and(is_by_place);
            if heard || (place && !sure) {
                line.verdict = None;
            }
        }
    }

    /// What is annexed to a law or contract, to the next blank line.
    fn add_schedules(&mut self, lines: &[PageLine], first: usize) {
        const NAMES: [&str; 7] = [
            "Schedule ",
            "SCHEDULE ",
            "Annex ",
            "Appendix ",
            "부칙",
            "[별표",
            "[별지",
        ];
        for at in first..lines.len() {
            if !NAMES.iter().any(|name| lines[at].text.starts_with(name))
                || lines[at].ends_sentence()
            {
                continue;
            }
            let under = lines[at + 1..]
                .iter()
                .take_while(|line| !line.blank_before)
                .count();
            self.headings.push(at);
            self.inside.push(at..at + 1 + under);
        }
    }

    /// □ and what stands below it; the tables behind 붙임 on a page of its own.
    fn add_release(&mut self, lines: &mut [PageLine]) {
        let squares: Vec<usize> = (0..lines.len())
            .filter(|&at| lines[at].text.starts_with(['□', '○', '◦']))
            .collect();
        let (Some(&first), Some(&last)) = (squares.first(), squares.last()) else {
            return;
        };
        if squares.len() < FEWEST {
            return;
        }
        self.inside.push(first..last + 1);
        let verdict = Verdict {
            reason: Reason::Navigation,
            rule: "head-of-release",
        };
        let head = lines[..first]
            .iter_mut()
            .filter(|line| line.fixed.is_none() && !line.ends_sentence());
        for line in head.filter(|line| line.text.split(' ').any(|word| word == "보도자료")) {
            set(line, verdict);
        }
        for at in last..lines.len() {
            if !is_attachment(&lines[at].text) {
                continue;
            }
            self.headings.push(at);
            let paged = lines[..at]
                .iter()
                .rev()
                .take(2)
                .any(|line| page_number(&line.text).is_some());
            if paged {
                self.inside.push(at..lines.len());
                break;
            }
            let listed = lines[at + 1..]
                .iter()
                .take_while(|line| line.text.starts_with(|c: char| c.is_ascii_digit()))
                .count();
            self.headings.extend(at + 1..at + 1 + listed);
        }
    }

    /// From its first time on, or all of it. Its times go, and so do those who made it (`Speaker: …`, `번역: …`).
    fn add_talk(&mut self, lines: &mut [PageLine]) {
        const REACH: usize = 6;
        let places = |is: fn(&str) -> bool, lines: &[PageLine]| -> Vec<usize> {
            (0..lines.len()).filter(|&at| is(&lines[at].text)).collect()
        };
        let (times, sounds) = (places(is_time, lines), places(is_sound, lines));
        let timed = is_timed(lines.iter().map(|line| line.text.as_str()));
        let cues = if timed { &times } else { &sounds };
        let (Some(&first), Some(&last)) = (cues.first(), cues.last()) else {
            return;
        };
        if cues.len() < FEWEST {
            return;
        }
        self.is_talk = true;
        // What is said first may stand before the first sound.
        let over = lines[..first]
            .iter()
            .rev()
            .take_while(|line| !timed && line.ends_sentence())
            .count();
        // What is said last stands behind the last time.
        let under = lines[last + 1..]
            .iter()
            .take_while(|line| timed && !line.blank_before)
            .count();
        self.inside.push(first - over..last + 1 + under);
        let times = if timed { times } else { Vec::new() };
        for at in times {
            let verdict = Verdict {
                reason: Reason::Date,
                rule: "time-of-cue",
            };
            set(&mut lines[at], verdict);
        }
        let verdict = Verdict {
            reason: Reason::Byline,
            rule: "maker-of-talk",
        };
        let all = lines.len();
        for at in (0..REACH.min(all)).chain(all.saturating_sub(REACH).max(REACH.min(all))..all) {
            if is_maker(lines, at) {
                set(&mut lines[at], verdict);
            }
        }
    }

    /// A paper's abstract and key words; who wrote it goes.
    fn add_paper(&mut self, lines: &mut [PageLine]) {
        let Some(start) = lines.iter().position(|line| is_abstract(&line.folded)) else {
            return;
        };
        let words = lines[start..]
            .iter()
            .position(|line| is_keywords(&line.folded));
        let first = lines[start..].iter().position(|line| {
            let counted = |counting| number(line, counting) == Some(1);
            counted(Counting::Digits) || counted(Counting::Roman)
        });
        let Some(end) = words.or(first).map(|at| start + at) else {
            return;
        };
        self.headings.push(start);
        self.headings.extend(words.map(|at| start + at));
        self.headings.extend(first.map(|at| start + at));
        self.inside.push(start..end);
        let verdict = Verdict {
            reason: Reason::Byline,
            rule: "author-of-paper",
        };
        for (at, line) in lines.iter_mut().enumerate() {
            let open = line.verdict.is_none() && line.fixed.is_none() && !line.ends_sentence();
            let names = (at < start && is_marked_names(&line.text))
                || ((at < start || line.text.starts_with("**")) && is_affiliation(&line.text));
            if open && names {
                set(line, verdict);
            }
        }
    }
}

/// `Speaker: Imani Castellane`, `번역: 옥다온`: a label that comes once, and a name.
fn is_maker(lines: &[PageLine], at: usize) -> bool {
    const MOST_WORDS: usize = 8;
    let label = |text: &str| text.split_once(": ").map(|(label, _)| label.to_owned());
    let line = &lines[at];
    if line.folded == "transcript" {
        return true;
    }
    let Some(own) = label(&line.text) else {
        return false;
    };
    let again = lines
        .iter()
        .filter(|other| label(&other.text).as_deref() == Some(own.as_str()))
        .count();
    let one = own.split(' ').count() <= 2;
    one && again == 1 && !line.ends_sentence() && line.text.split(' ').count() <= MOST_WORDS
}

/// `Haram Seong(1), Joonmo Tak(1)*`, `성하람** · 탁준모***`: two names or more that a mark hangs on.
fn is_marked_names(text: &str) -> bool {
    let marked = |word: &&str| {
        let name = word.trim_end_matches([',', ';', '·']);
        let bare = name.trim_end_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | '¹' | '²' | '³' | '(' | ')' | ',')
        });
        bare.len() < name.len() && bare.ends_with(char::is_alphabetic)
    };
    text.split_whitespace().filter(marked).count() >= 2
}

/// Where an author works.
fn is_affiliation(text: &str) -> bool {
    const PLACES: [&str; 12] = [
        "University",
        "Department",
        "Institute",
        "School of",
        "College",
        "Laboratory",
        "대학교",
        "대학원",
        "연구소",
        "연구원",
        "학과",
        "학부",
    ];
    PLACES.iter().any(|place| text.contains(place))
}

/// A page number, a copyright notice or an address is none of the text wherever it stands.
fn is_of_print(verdict: Verdict) -> bool {
    matches!(
        verdict.reason,
        Reason::Copyright | Reason::Email | Reason::ByHand | Reason::Repeat
    ) || is_page_number(verdict)
}

/// What stands beside a page number may have been given its reason.
fn is_page_number(verdict: Verdict) -> bool {
    verdict.reason == Reason::RunningHead && verdict.rule == running_head::RULE
}

/// The reasons that a line's place or look on a page gives.
fn is_by_place(verdict: Verdict) -> bool {
    matches!(
        verdict.reason,
        Reason::Navigation
            | Reason::LinkList
            | Reason::Related
            | Reason::Ranking
            | Reason::Tail
            | Reason::SiteInfo
            | Reason::Tip
            | Reason::Keywords
            | Reason::Date
    ) || (verdict.reason == Reason::RunningHead && !is_page_number(verdict))
}

/// The longest run of headings that count on from 1; in a table of contents and in the text, the later one.
fn in_order(lines: &[PageLine], counting: Counting) -> Vec<usize> {
    let mut best: Vec<usize> = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    let mut last = 0;
    // Of a law or contract one may quote a part.
    let may_skip = matches!(counting, Counting::Korean | Counting::Named);
    for (at, line) in lines.iter().enumerate() {
        let Some(number) = number(line, counting) else {
            continue;
        };
        if number == 1 {
            if run.len() >= best.len() {
                best = std::mem::take(&mut run);
            }
            run = vec![at];
            last = 1;
        } else if !run.is_empty() && (number == last + 1 || (number > last && may_skip)) {
            run.push(at);
            last = number;
        }
    }
    let spread = |run: &[usize]| run.windows(2).any(|pair| pair[1] > pair[0] + 1);
    if run.len() >= best.len() || (spread(&run) && run.len() >= FEWEST) {
        best = run;
    }
    // Headings have something between them; a list of steps does not.
    if spread(&best) { best } else { Vec::new() }
}

/// The number of a heading.
fn number(line: &PageLine, counting: Counting) -> Option<u32> {
    let text = line.text.as_str();
    if line.kind == BlockKind::Cell || line.fixed.is_some() {
        return None;
    }
    let digits = |text: &str| -> Option<(u32, usize)> {
        let length = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        Some((text.get(..length.min(3))?.parse().ok()?, length))
    };
    match counting {
        Counting::Korean => {
            let (number, length) = digits(text.strip_prefix('제')?)?;
            let unit = text.get("제".len() + length..)?;
            unit.starts_with(['조', '장', '절']).then_some(number)
        }
        Counting::Named => {
            let rest = [
                "Article ",
                "ARTICLE ",
                "Section ",
                "SECTION ",
                "Schedule ",
                "Chapter ",
                "Clause ",
            ]
            .iter()
            .find_map(|name| text.strip_prefix(name))?;
            digits(rest).map(|(number, _)| number)
        }
        Counting::Digits => {
            let (number, length) = digits(text)?;
            let rest = text.get(length..)?.strip_prefix(". ")?;
            let heads = line.width <= WIDEST_HEADING
                && !line.ends_sentence()
                && rest.starts_with(char::is_alphabetic);
            heads.then_some(number)
        }
        Counting::Roman => {
            let (numeral, rest) = text.split_once('.')?;
            if line.width > WIDEST_HEADING || rest.trim().is_empty() {
                return None;
            }
            roman(numeral.trim())
        }
    }
}

fn roman(numeral: &str) -> Option<u32> {
    const SIGNS: &str = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ";
    const LETTERS: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let sign = SIGNS.chars().position(|sign| numeral.chars().eq([sign]));
    let place = sign.or_else(|| LETTERS.iter().position(|letters| *letters == numeral))?;
    u32::try_from(place + 1).ok()
}

/// Where the part under the last heading ends: at its last paragraph.
fn section_end(lines: &[PageLine], last: usize) -> usize {
    let text =
        |line: &PageLine| line.ends_sentence() && !matches!(line.suspicion, Suspicion::Sure(_));
    let under = lines[last + 1..]
        .iter()
        .enumerate()
        .take_while(|(at, line)| text(line) && (*at == 0 || !line.blank_before))
        .count();
    last + 1 + under
}

fn is_abstract(folded: &str) -> bool {
    matches!(
        folded,
        "abstract"
            | "summary"
            | "초록"
            | "국문초록"
            | "국문 초록"
            | "요약"
            | "요 약"
            | "초 록"
            | "논문요약"
    )
}

fn is_keywords(folded: &str) -> bool {
    ["keywords:", "key words:", "핵심어", "주제어", "키워드"]
        .iter()
        .any(|label| folded.starts_with(label))
}
