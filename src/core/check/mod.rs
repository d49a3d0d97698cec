//! What looks wrong in a row, told only where it nearly always is: a check that cries wolf is worse than none.
//!
//! Each row is read by itself ([`Reading::of`]); what needs the other rows, such as the usual length or one name spelled
//! in two ways, follows from all readings together ([`across`]). So after an edit only the rows it touched are read anew.
//!
//! ```
//! use jjak_core::align::Link;
//! use jjak_core::article::{Article, Lang};
//! use jjak_core::bitext::{Bitext, Side};
//! use jjak_core::check::{Check, check};
//! use jjak_core::evidence::lexicon::Lexicon;
//! use jjak_core::progress::Progress;
//! let side = |lang, text| {
//!     let article = Article::of_lines(lang, text);
//!     let segments = jjak_core::segment::segment(&article);
//!     Side { article, segments }
//! };
//! let link = Link { en: vec![0], ko: vec![0], confidence: 1.0 };
//! let en = side(Lang::En, "Exports rose 8.4 percent.");
//! let ko = side(Lang::Ko, "수출은 8.5% 늘었다.");
//! let bitext = Bitext::new(en, ko, &[link]);
//! let findings = check(&bitext, Lang::En, Lexicon::shipped(), &Progress::default()).unwrap();
//! assert_eq!(findings[0][0].check(), Check::Numbers);
//! ```

mod collection;
mod copies;
mod fix;
mod gathered;
mod length;
mod marks;
mod markup;
mod names;
mod negation;
mod numbers;
mod omission;
mod opposites;
mod register;
mod repeats;
mod slips;
mod surnames;
mod terms;
mod transcribed;
mod waived;

pub use collection::{Collection, Place};
pub use fix::{Rewording, fix};
pub use gathered::{Gathered, Suspect};
pub use register::Register;
pub use slips::Slip;
pub use waived::{UnknownCheck, Waived};

use crate::article::{Lang, is_hangul};
use crate::bitext::{Bitext, SegmentId, Verdict};
use crate::evidence::lexicon::Lexicon;
use crate::evidence::{Evidence, Kind};
use crate::progress::{Cancelled, Progress};
use std::fmt;
use std::ops::Range;

/// What a check says about a bead.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "a variant says what its fields are")]
pub enum Finding {
    /// Figures that each side alone has; one of the lists may be empty, not both.
    Numbers { en: Vec<String>, ko: Vec<String> },
    /// A name that the other rows spell in another way.
    Name {
        name: String,
        here: String,
        elsewhere: String,
    },
    /// A name that is not spelled as it usually is, or as nobody would; `usual` is empty where nobody knows.
    OtherName {
        name: String,
        here: String,
        usual: Vec<String>,
        /// It is less probable than the usual one, or another name's.
        sure: bool,
    },
    /// A term of the user's glossary, and what the glossary says it is in the other language.
    Term { term: String, wanted: Vec<String> },
    /// A word that the user's glossary forbids for a term of the source, and what it wants instead.
    Forbidden {
        term: String,
        here: String,
        wanted: Vec<String>,
    },
    /// Words of the source that stand in the translation as they were.
    Untranslated { text: String },
    /// A Latin word of the Korean that is one letter off a word of the English.
    Miscopied { here: String, english: String },
    /// A word of the English that denies, while nothing in the Korean does.
    Negation { word: String },
    /// A word of the English and its opposite in the Korean.
    Opposite { en: String, ko: String },
    /// A clause of the English that nothing in the Korean says.
    Omitted { text: String },
    /// Tags, placeholders, addresses or signs of rights that one side alone has; one of the lists may be empty, not both.
    Markup { en: Vec<String>, ko: Vec<String> },
    /// Punctuation or spacing of one side that the other gives no reason for.
    Mark { lang: Lang, slip: Slip },
    /// A sentence that does not speak to its reader as nearly all the others do.
    Register { here: Register, usual: Register },
    /// The translation, which is in `lang`, is this many times as long as is usual for such a source.
    Length { lang: Lang, times: f64 },
    /// The same sentence of the source, which is in `lang`, is translated in another way in another row.
    Repeat { lang: Lang, elsewhere: String },
    /// Something that editing a sentence has brought in.
    Slip {
        lang: Lang,
        id: SegmentId,
        slip: Slip,
    },
}

/// The checks by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Check {
    /// Figures, dates, units and currencies that do not come through.
    Numbers,
    /// A name spelled in two ways, or as nobody would.
    Names,
    /// Terms that are not as the glossary has them.
    Terms,
    /// Words of the source left in the translation.
    Untranslated,
    /// Words copied with a wrong letter or figure.
    Miscopied,
    /// A denial that was lost.
    Negation,
    /// A clause that was left out.
    Omitted,
    /// One of two opposites for the other.
    Opposites,
    /// Tags, placeholders and addresses that are not carried over.
    Markup,
    /// Punctuation and spacing that the other side gives no reason for.
    Marks,
    /// A sentence in another register than the rest.
    Register,
    /// A side far shorter or longer than usual.
    Length,
    /// One sentence translated in two ways.
    Repeats,
    /// What editing a sentence has brought in.
    Slips,
}

impl Check {
    /// All of them.
    pub const ALL: [Check; 14] = [
        Check::Numbers,
        Check::Names,
        Check::Terms,
        Check::Untranslated,
        Check::Miscopied,
        Check::Negation,
        Check::Omitted,
        Check::Opposites,
        Check::Markup,
        Check::Marks,
        Check::Register,
        Check::Length,
        Check::Repeats,
        Check::Slips,
    ];

    /// Its name on the command line and in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Check::Numbers => "numbers",
            Check::Names => "names",
            Check::Terms => "terms",
            Check::Untranslated => "untranslated",
            Check::Miscopied => "miscopied",
            Check::Negation => "negation",
            Check::Omitted => "omitted",
            Check::Opposites => "opposites",
            Check::Markup => "markup",
            Check::Marks => "marks",
            Check::Register => "register",
            Check::Length => "length",
            Check::Repeats => "repeats",
            Check::Slips => "slips",
        }
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// A reader would be told something else, or software would break.
    Error,
    /// To look at; it may well be right.
    Note,
}

impl Level {
    /// Its name in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Note => "note",
        }
    }
}

impl Check {
    /// How much what it finds matters.
    pub fn level(self) -> Level {
        match self {
            Check::Marks | Check::Register | Check::Repeats => Level::Note,
            Check::Numbers
            | Check::Names
            | Check::Terms
            | Check::Untranslated
            | Check::Miscopied
            | Check::Negation
            | Check::Omitted
            | Check::Opposites
            | Check::Markup
            | Check::Length
            | Check::Slips => Level::Error,
        }
    }

    /// The check called `name`.
    pub fn named(name: &str) -> Option<Check> {
        Check::ALL.into_iter().find(|check| check.as_str() == name)
    }
}

impl Finding {
    /// How much it matters.
    pub fn level(&self) -> Level {
        match self {
            Finding::OtherName { sure: false, .. } => Level::Note,
            _ => self.check().level(),
        }
    }

    /// The check that found it.
    pub fn check(&self) -> Check {
        match self {
            Finding::Numbers { .. } => Check::Numbers,
            Finding::Name { .. } | Finding::OtherName { .. } => Check::Names,
            Finding::Term { .. } | Finding::Forbidden { .. } => Check::Terms,
            Finding::Untranslated { .. } => Check::Untranslated,
            Finding::Miscopied { .. } => Check::Miscopied,
            Finding::Negation { .. } => Check::Negation,
            Finding::Omitted { .. } => Check::Omitted,
            Finding::Opposite { .. } => Check::Opposites,
            Finding::Markup { .. } => Check::Markup,
            Finding::Mark { .. } => Check::Marks,
            Finding::Register { .. } => Check::Register,
            Finding::Length { .. } => Check::Length,
            Finding::Repeat { .. } => Check::Repeats,
            Finding::Slip { .. } => Check::Slips,
        }
    }
}

impl Finding {
    /// The words of each side that it speaks of, English first, as they stand there.
    pub fn words(&self) -> [Vec<&str>; 2] {
        fn all(words: &[String]) -> Vec<&str> {
            words.iter().map(String::as_str).collect()
        }
        match self {
            Finding::Numbers { en, ko } | Finding::Markup { en, ko } => [all(en), all(ko)],
            Finding::Name { name, here, .. } if is_korean(name) => [vec![here], vec![name]],
            Finding::Name { name, here, .. } => [vec![name], vec![here]],
            Finding::OtherName { name, here, .. } => [vec![name], vec![here]],
            Finding::Term { term, .. } if is_korean(term) => [vec![], vec![term]],
            Finding::Term { term, .. } => [vec![term], vec![]],
            Finding::Forbidden { term, here, .. } if is_korean(term) => [vec![here], vec![term]],
            Finding::Forbidden { term, here, .. } => [vec![term], vec![here]],
            Finding::Untranslated { text } if is_korean(text) => [vec![text], vec![]],
            Finding::Untranslated { text } => [vec![], vec![text]],
            Finding::Miscopied { here, english } => [vec![english], vec![here]],
            Finding::Negation { word } => [vec![word], vec![]],
            Finding::Omitted { text } => [vec![text], vec![]],
            Finding::Opposite { en, ko } => [vec![en], vec![ko]],
            Finding::Mark { .. }
            | Finding::Register { .. }
            | Finding::Length { .. }
            | Finding::Repeat { .. }
            | Finding::Slip { .. } => [vec![], vec![]],
        }
    }
}

fn is_korean(text: &str) -> bool {
    text.contains(is_hangul)
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finding::Numbers { en, ko } if ko.is_empty() => {
                write!(f, "{} of the English is not in the Korean", en.join(", "))
            }
            Finding::Numbers { en, ko } if en.is_empty() => {
                write!(f, "{} of the Korean is not in the English", ko.join(", "))
            }
            Finding::Numbers { en, ko } => write!(
                f,
                "the English has {}, the Korean {}",
                en.join(", "),
                ko.join(", ")
            ),
            Finding::Name {
                name,
                here,
                elsewhere,
            } => write!(f, "{name} is {here} here and {elsewhere} elsewhere"),
            Finding::OtherName {
                name, here, usual, ..
            } if usual.is_empty() => {
                write!(f, "{name} is {here} here, which does not sound like it")
            }
            Finding::OtherName {
                name, here, usual, ..
            } => {
                write!(
                    f,
                    "{name} is {here} here and usually {}",
                    usual.join(" or ")
                )
            }
            Finding::Term { term, wanted } => {
                write!(f, "{term} is {} in the glossary", wanted.join(" or "))
            }
            Finding::Forbidden { term, here, wanted } if wanted.is_empty() => {
                write!(f, "{here} is not to be said for {term}")
            }
            Finding::Forbidden { term, here, wanted } => write!(
                f,
                "{here} is not to be said for {term}, but {}",
                wanted.join(" or ")
            ),
            Finding::Untranslated { text } => write!(f, "untranslated: {text}"),
            Finding::Miscopied { here, english } => {
                write!(f, "{here} is {english} in the English")
            }
            Finding::Negation { word } => {
                write!(
                    f,
                    "\"{word}\" of the English is denied nowhere in the Korean"
                )
            }
            Finding::Opposite { en, ko } => {
                write!(f, "\"{en}\" of the English is the opposite of {ko}")
            }
            Finding::Omitted { text } => {
                write!(f, "nothing in the Korean says \"{text}\"")
            }
            Finding::Markup { en, ko } if ko.is_empty() => {
                write!(f, "{} of the English is not in the Korean", en.join(" "))
            }
            Finding::Markup { en, ko } if en.is_empty() => {
                write!(f, "{} of the Korean is not in the English", ko.join(" "))
            }
            Finding::Markup { en, ko } => write!(
                f,
                "the English has {}, the Korean {}",
                en.join(" "),
                ko.join(" ")
            ),
            Finding::Mark { lang, slip } => write!(f, "{lang}: {slip}"),
            Finding::Register { here, usual } => {
                write!(f, "{here} where the rest of the text has {usual}")
            }
            Finding::Length { lang, times } if *times < 1.0 => write!(
                f,
                "the {lang} is {:.0}% shorter than usual",
                (1.0 - times) * 100.0
            ),
            Finding::Length { lang, times } => write!(
                f,
                "the {lang} is {:.0}% longer than usual",
                (times - 1.0) * 100.0
            ),
            Finding::Repeat { lang, elsewhere } => {
                write!(f, "the same {lang} is elsewhere: {elsewhere}")
            }
            Finding::Slip { lang, slip, .. } => write!(f, "edited {lang}: {slip}"),
        }
    }
}

/// What one row says by itself, and what the others need to know of it.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    found: Vec<Finding>,
    /// How long each side is, by [`length::of`]; 0 of a side without sentences.
    lengths: [usize; 2],
    /// English names and how they are spelled in the Korean.
    names: Vec<(String, String)>,
    /// The prints of both sides, by which [`repeats`] compares them, of a 1-1 bead long enough.
    repeat: Option<[u64; 2]>,
    /// Of a row whose Korean is one sentence.
    register: Option<Register>,
}

impl Reading {
    /// Reads a row of a work that was translated from `source`. One that a person has called no translation, or whose
    /// other side was left out on purpose, is checked for slips of editing alone.
    pub fn of(bitext: &Bitext, row: usize, source: Lang, lexicon: &Lexicon) -> Reading {
        let bead = &bitext.beads[row];
        let mut reading = Reading {
            found: slips::slips(bitext, bead),
            ..Reading::default()
        };
        let unrelated = matches!(
            bead.verdict,
            Some(Verdict::NotATranslation | Verdict::IntendedOmission)
        );
        if unrelated || bead.en.is_empty() || bead.ko.is_empty() {
            return reading;
        }
        let [en, ko] = Lang::BOTH.map(|lang| -> Vec<_> { bitext.texts(row, lang).collect() });
        let en: Vec<&str> = en.iter().map(AsRef::as_ref).collect();
        let ko: Vec<&str> = ko.iter().map(AsRef::as_ref).collect();
        let evidence = Evidence::of(&en, &ko, lexicon);
        reading.found.extend(numbers::mismatch(&en, &ko, &evidence));
        reading
            .found
            .extend(terms::otherwise(&en, &ko, source, lexicon.terms()));
        reading.found.extend(copies::copies(&en, &ko, source));
        let names = transcribed::otherwise(&en, &ko, &evidence, lexicon);
        for finding in &names {
            if let Finding::OtherName {
                name, here, usual, ..
            } = finding
                && !usual.is_empty()
            {
                reading.names.push((name.clone(), here.clone()));
            }
        }
        reading.found.extend(names);
        reading.found.extend(negation::lost(&en, &ko));
        reading.found.extend(opposites::opposite(&en, &ko));
        let omitted = omission::omitted(&en, &ko, &evidence, lexicon);
        reading.found.extend(omitted);
        reading.found.extend(markup::lost(&en, &ko));
        reading.found.extend(marks::odd(bitext, bead, &en, &ko));
        reading.lengths = [&en, &ko].map(|texts| texts.iter().map(|text| length::of(text)).sum());
        let names = evidence.of_kind(Kind::Name).map(|found| {
            let english = &en[found.en.sentence][found.en.span.clone()];
            let korean = &ko[found.ko.sentence][found.ko.span.clone()];
            (english.to_owned(), names::bare(korean).to_owned())
        });
        reading.names.extend(names);
        if let ([en], [ko]) = (&en[..], &ko[..]) {
            reading.repeat = repeats::prints(en, ko);
            // A source speaks as its author chose.
            if source == Lang::En {
                reading.register = Register::of(ko);
            }
        }
        reading
    }

    /// What the row says by itself.
    pub fn found(&self) -> &[Finding] {
        &self.found
    }
}

/// What the rows of a work that was translated from `source` say together, for each of them. `readings` has one for
/// every row, in order.
pub fn across(bitext: &Bitext, source: Lang, readings: &[&Reading]) -> Vec<Vec<Finding>> {
    let mut gathered = Gathered::new(source);
    readings.iter().for_each(|reading| gathered.add(reading));
    let mut found = vec![Vec::new(); readings.len()];
    let translation = |row: usize| {
        let texts: Vec<_> = bitext.texts(row, source.other()).collect();
        texts.join(" ")
    };
    for suspect in gathered.suspects() {
        if let (Some(row), Some(finding)) = (
            found.get_mut(suspect.row),
            gathered.finding(&suspect, translation),
        ) {
            row.push(finding);
        }
    }
    found
}

/// Rows that are read by one thread before progress is told.
const SLICE: usize = 2_000;
/// Fewer rows are read faster by one thread.
const FEW: usize = 200;

/// Reads the rows of a work that was translated from `source`, on all processors.
///
/// # Errors
/// What `told` says, which hears after every some thousand rows how many were read.
pub fn readings<E>(
    bitext: &Bitext,
    source: Lang,
    lexicon: &Lexicon,
    mut told: impl FnMut(usize) -> Result<(), E>,
) -> Result<Vec<Reading>, E> {
    let rows = bitext.beads.len();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let read = |rows: Range<usize>| -> Vec<Reading> {
        rows.map(|row| Reading::of(bitext, row, source, lexicon))
            .collect()
    };
    let mut readings = Vec::with_capacity(rows);
    for start in (0..rows).step_by(SLICE) {
        told(start)?;
        let slice = start..rows.min(start + SLICE);
        if slice.len() < FEW || threads == 1 {
            readings.extend(read(slice));
            continue;
        }
        let share = slice.len().div_ceil(threads);
        let parts = slice.clone().step_by(share);
        let parts = parts.map(|part| part..slice.end.min(part + share));
        std::thread::scope(|scope| {
            let read = &read;
            let workers: Vec<_> = parts.map(|part| scope.spawn(move || read(part))).collect();
            for worker in workers {
                match worker.join() {
                    Ok(part) => readings.extend(part),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        });
    }
    Ok(readings)
}

/// All findings but those that people have waived, for every row of a work that was translated from `source`.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop.
pub fn check(
    bitext: &Bitext,
    source: Lang,
    lexicon: &Lexicon,
    progress: &Progress,
) -> Result<Vec<Vec<Finding>>, Cancelled> {
    let rows = bitext.beads.len();
    let told = |row: usize| progress.at(row as f32 / rows as f32);
    let mut readings = readings(bitext, source, lexicon, told)?;
    let all: Vec<&Reading> = readings.iter().collect();
    let mut found = across(bitext, source, &all);
    for (found, reading) in found.iter_mut().zip(&mut readings) {
        found.splice(0..0, reading.found.drain(..));
    }
    let waived = Waived::of(bitext);
    for (row, found) in found.iter_mut().enumerate() {
        found.retain(|finding| !waived.holds(row, finding));
    }
    Ok(found)
}
