//! The columns of a glossary as a table.

use super::{GlossaryError, LONGEST_TERM, Term};
use crate::article::{Lang, is_hangul};

/// Which column holds what.
#[derive(Debug)]
pub(super) struct Columns {
    en: usize,
    ko: usize,
    part_of_speech: Option<usize>,
    note: Option<usize>,
    status: Option<usize>,
    /// Words not to be said for those of the other side.
    forbidden: [Option<usize>; 2],
}

impl Default for Columns {
    /// English, Korean, and perhaps a note, as OmegaT has it, too.
    fn default() -> Columns {
        Columns {
            en: 0,
            ko: 1,
            part_of_speech: None,
            note: Some(2),
            status: None,
            forbidden: [None; 2],
        }
    }
}

const ENGLISH: [&str; 6] = ["en", "english", "영어", "eng", "영문", "en-us"];
const KOREAN: [&str; 6] = ["ko", "korean", "한국어", "kor", "국문", "ko-kr"];
/// Where a table does not say the language: English is the source.
const SOURCE: [&str; 4] = ["source", "src", "원문", "원어"];
const TARGET: [&str; 6] = ["target", "tgt", "trg", "번역", "번역어", "역어"];
const PART_OF_SPEECH: [&str; 6] = [
    "pos",
    "part of speech",
    "partofspeech",
    "src:pos",
    "품사",
    "word class",
];
const NOTE: [&str; 9] = [
    "note",
    "notes",
    "comment",
    "comments",
    "definition",
    "비고",
    "메모",
    "설명",
    "정의",
];
const STATUS: [&str; 5] = ["status", "term status", "usage", "상태", "사용"];
const FORBIDDEN: [&str; 7] = [
    "forbidden",
    "forbidden ko",
    "do not use",
    "deprecated",
    "금지어",
    "금칙어",
    "금지",
];
const FORBIDDEN_ENGLISH: [&str; 2] = ["forbidden en", "forbidden english"];

/// The side that a status forbids; of one that does not say the side, the Korean.
fn forbids(status: &str) -> Option<Lang> {
    let status = status.to_lowercase();
    let is_forbidden = [
        "forbidden",
        "prohibited",
        "deprecated",
        "superseded",
        "do not use",
        "금지",
    ]
    .iter()
    .any(|word| status.contains(word));
    let english = status.ends_with(" en") || status.ends_with(" english");
    is_forbidden.then_some(if english { Lang::En } else { Lang::Ko })
}

impl Columns {
    /// What the cells of a first row name; `None` if they name no English and Korean.
    pub(super) fn named(cells: &[&str]) -> Option<Columns> {
        let names: Vec<String> = cells
            .iter()
            .map(|cell| cell.trim().to_lowercase().replace('_', " "))
            .collect();
        let of = |words: &[&str]| names.iter().position(|name| words.contains(&name.as_str()));
        let (en, ko) = match (of(&ENGLISH), of(&KOREAN)) {
            (Some(en), Some(ko)) => (en, ko),
            (Some(en), None) => (en, of(&TARGET).or(of(&SOURCE))?),
            (None, Some(ko)) => (of(&SOURCE).or(of(&TARGET))?, ko),
            (None, None) => (of(&SOURCE)?, of(&TARGET)?),
        };
        Some(Columns {
            en,
            ko,
            part_of_speech: of(&PART_OF_SPEECH),
            note: of(&NOTE),
            status: of(&STATUS),
            forbidden: [of(&FORBIDDEN_ENGLISH), of(&FORBIDDEN)],
        })
    }

    /// The terms of a row: every English with every Korean of it.
    pub(super) fn terms(&self, row: usize, cells: &[&str]) -> Result<Vec<Term>, GlossaryError> {
        let cell = |at: Option<usize>| {
            at.and_then(|at| cells.get(at))
                .map_or("", |cell| cell.trim())
        };
        let (mut en, mut ko) = (cell(Some(self.en)), cell(Some(self.ko)));
        // Whoever adds a line by hand may have the columns the other way round.
        if en.contains(is_hangul) && !ko.is_empty() && !ko.contains(is_hangul) {
            (en, ko) = (ko, en);
        }
        if ko.is_empty() || !en.contains(char::is_alphabetic) {
            let text = shortened(&cells.join("\t"));
            return Err(GlossaryError::NoTerm { line: row, text });
        }
        if let Some(long) = words(en).find(|en| en.split_whitespace().count() > LONGEST_TERM) {
            let text = shortened(long);
            return Err(GlossaryError::TooLong { line: row, text });
        }
        let status = forbids(cell(self.status));
        let term = |en: &str, ko: &str, forbidden| Term {
            en: en.to_owned(),
            ko: ko.to_owned(),
            part_of_speech: match cell(self.part_of_speech) {
                // As TBX and UTX write it.
                "properNoun" => "proper noun".to_owned(),
                other => other.to_owned(),
            },
            note: cell(self.note).to_owned(),
            forbidden,
        };
        let [banned_en, banned_ko] = self.forbidden.map(cell);
        let mut terms = Vec::new();
        for en in words(en) {
            terms.extend(words(ko).map(|ko| term(en, ko, status)));
            terms.extend(words(banned_ko).map(|ko| term(en, ko, Some(Lang::Ko))));
        }
        for en in words(banned_en) {
            terms.extend(words(ko).map(|ko| term(en, ko, Some(Lang::En))));
        }
        Ok(terms)
    }
}

/// The words of a cell.
fn words(cell: &str) -> impl Iterator<Item = &str> {
    let words = cell.split('|').map(str::trim);
    words.filter(|word| !word.is_empty())
}

/// A line as a message shows it.
fn shortened(line: &str) -> String {
    const SHOWN: usize = 40;
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}
