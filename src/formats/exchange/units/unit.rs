//! What every format writes: a bead, or a paragraph's beads as one.

use super::context::Context;
use super::document::ExportedWork;
use super::mask::masked;
use super::normal::Normal;
use super::options::{Duplicates, Options, UnitOrder};
use super::paragraphs;
use super::text::plain;
use crate::exchange::format::Format;
use crate::exchange::pairs::{Chunk, Mark, Offsets};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, Bitext, RowIndex, Side};
use jjak_core::evidence::lexicon::Lexicon;
use jjak_core::evidence::quality::Quality;
use jjak_core::segment::Segment;
use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A bead as it leaves the house: each side its sentences joined with a space.
pub(crate) struct TranslationUnit<'a> {
    /// Which of the works it is of, from 0.
    pub work: usize,
    /// Which row of that work; of a paragraph the first.
    pub row: RowIndex,
    pub en: String,
    pub ko: String,
    pub note: String,
    /// Where the sentences of each side stand, and how long they are.
    pub en_marks: Vec<Mark>,
    pub ko_marks: Vec<Mark>,
    /// Its ids are those of the piece it came in.
    pub bead: Cow<'a, Bead>,
    /// What stands beside it, if that was asked for.
    pub context: Context,
    /// Only its texts are to be told.
    pub plain: bool,
}

impl TranslationUnit<'_> {
    /// The unit of a piece of a work as one of the whole, with nothing borrowed from the piece.
    fn of_whole(mut self, base: &Offsets) -> TranslationUnit<'static> {
        self.row = self.row + base.rows;
        for (marks, start) in [
            (&mut self.en_marks, base.starts[Lang::En]),
            (&mut self.ko_marks, base.starts[Lang::Ko]),
        ] {
            for mark in marks {
                mark.start += start;
            }
        }
        TranslationUnit {
            bead: Cow::Owned(self.bead.into_owned()),
            ..self
        }
    }

    /// What can be measured of it; nothing of a unit of one side.
    pub(crate) fn quality(&self) -> Option<Quality> {
        Quality::of(&self.en, &self.ko, Lexicon::shipped())
    }

    pub(crate) fn is_one_sided(&self) -> bool {
        self.en.is_empty() || self.ko.is_empty()
    }

    /// Its confidence as files write it.
    pub(crate) fn confidence(&self) -> String {
        format!("{:.3}", self.bead.confidence)
    }

    /// What formats without words of their own for it say of the pair, by name; its state and note are not among it.
    pub(crate) fn facts(&self) -> Vec<(&'static str, String)> {
        if self.plain {
            return Vec::new();
        }
        let mut facts = vec![
            ("confidence", self.confidence()),
            ("shape", self.bead.shape()),
        ];
        facts.extend(
            self.verdict()
                .map(|verdict| ("verdict", verdict.to_owned())),
        );
        facts.push(("origin", self.bead.origin.as_str().to_owned()));
        facts.extend([
            ("en-sentences", Mark::written(self.en_marks.iter().copied())),
            ("ko-sentences", Mark::written(self.ko_marks.iter().copied())),
            ("row", self.row.number().to_string()),
        ]);
        facts
    }

    pub(crate) fn verdict(&self) -> Option<&'static str> {
        self.bead.verdict.map(|verdict| verdict.as_str())
    }

    pub(crate) fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ko => &self.ko,
        }
    }
}

/// The units that `options` ask for and `format` can hold, work after work.
pub(crate) fn units<'a>(
    works: &'a [ExportedWork<'a>],
    format: Format,
    options: &'a Options,
) -> impl Iterator<Item = TranslationUnit<'a>> {
    let works = works.iter().enumerate();
    let units = works.flat_map(move |(work, of)| {
        let source = options.source.unwrap_or(of.source);
        let piece = Piece {
            bitext: of.bitext,
            source,
            is_whole: true,
        };
        units_of(work, piece, format, options)
    });
    wanted(units, format, options)
}

/// The units of the only work, which was translated from `source` and comes in pieces.
pub(crate) fn units_of_pieces<'a>(
    pieces: impl Iterator<Item = Chunk> + 'a,
    source: Lang,
    format: Format,
    options: &'a Options,
) -> impl Iterator<Item = TranslationUnit<'a>> {
    let units = pieces.flat_map(move |Chunk { bitext, base }| {
        let piece = Piece {
            bitext: &bitext,
            source,
            is_whole: false,
        };
        let units = units_of(0, piece, format, options);
        let units: Vec<TranslationUnit> = units.map(|unit| unit.of_whole(&base)).collect();
        units
    });
    wanted(units, format, options)
}

/// A work or a piece of it.
#[derive(Clone, Copy)]
struct Piece<'a> {
    bitext: &'a Bitext,
    source: Lang,
    is_whole: bool,
}

fn units_of<'a>(
    work: usize,
    piece: Piece<'a>,
    format: Format,
    options: &'a Options,
) -> impl Iterator<Item = TranslationUnit<'a>> {
    let normal = Normal {
        nfc: options.normal.nfc || format.is_always_composed(),
        ..options.normal
    };
    let Piece {
        bitext,
        source,
        is_whole,
    } = piece;
    // Paragraphs stand beside paragraphs.
    let with_context = options.context && format == Format::Tmx && !options.paragraphs;
    rows(bitext, order_of(source, format, options), options).map(move |(row, bead)| {
        let (en, en_marks) = side(bitext, &bead, Lang::En, format, normal, options);
        let (ko, ko_marks) = side(bitext, &bead, Lang::Ko, format, normal, options);
        let context = if with_context {
            let side = bitext.side(source);
            let text =
                |segment: &Segment| sentence(side, segment, format, normal, options).into_owned();
            Context::of(side, bead.ids(source), is_whole, text)
        } else {
            Context::default()
        };
        TranslationUnit {
            work,
            row,
            context,
            en,
            ko,
            note: match options.notes && !options.plain {
                true if options.mask => masked(&plain(&bead.note)).into_owned(),
                true => plain(&bead.note).into_owned(),
                false => String::new(),
            },
            en_marks,
            ko_marks,
            bead,
            plain: options.plain,
        }
    })
}

/// Whether the unit says something that `format` can hold and `options` ask for.
pub(crate) fn says_enough(unit: &TranslationUnit, format: Format, options: &Options) -> bool {
    let one_sided =
        format.holds_one_sided() && (options.one_sided || options.keeps_sources(format));
    let nothing = unit.en.trim().is_empty() && unit.ko.trim().is_empty();
    !nothing && (one_sided || !unit.is_one_sided())
}

/// Those that say enough and, if that was asked for, were not said before.
fn wanted<'a>(
    units: impl Iterator<Item = TranslationUnit<'a>>,
    format: Format,
    options: &'a Options,
) -> impl Iterator<Item = TranslationUnit<'a>> {
    let mut seen = HashSet::new();
    units
        .filter(move |unit| says_enough(unit, format, options))
        .filter(move |unit| !options.known.holds(&unit.en, &unit.ko))
        .filter(move |unit| options.newest.is_of(unit.work, &unit.en, &unit.ko))
        .filter(move |unit| options.duplicates == Duplicates::KeepAll || seen.insert(print(unit)))
}

/// Tells pairs apart without keeping their texts: 128 bits, so that no two of them are taken for one.
pub(crate) fn print(unit: &TranslationUnit) -> [u64; 2] {
    [0u8, 1].map(|salt| {
        let mut hasher = DefaultHasher::new();
        (salt, &unit.en, &unit.ko).hash(&mut hasher);
        hasher.finish()
    })
}

type Rows<'a> = Box<dyn Iterator<Item = (RowIndex, Cow<'a, Bead>)> + 'a>;

/// The rows asked for with their beads, in the order asked for.
fn rows<'a>(bitext: &'a Bitext, order: UnitOrder, options: &'a Options) -> Rows<'a> {
    if options.paragraphs {
        let mut units = paragraphs::of(bitext, |bead| options.include(bead));
        if let Some(lang) = sorted_by(order) {
            units.sort_by_key(|(_, bead)| place(bead, lang));
        }
        let units = units.into_iter();
        return Box::new(units.map(|(row, bead)| (row, Cow::Owned(bead))));
    }
    let one_to_one = |bead: &Bead| bead.en.len() <= 1 && bead.ko.len() <= 1;
    let beads = bitext.beads.numbered();
    let wanted = beads
        .filter(move |(_, bead)| options.include(bead) && (options.many || one_to_one(bead)))
        .map(|(row, _)| row);
    let bead = |row: RowIndex| (row, Cow::Borrowed(&bitext.beads[row]));
    match sorted_by(order) {
        None => Box::new(wanted.map(bead)),
        Some(lang) => {
            let mut rows: Vec<RowIndex> = wanted.collect();
            rows.sort_by_key(|&row| place(&bitext.beads[row], lang));
            Box::new(rows.into_iter().map(bead))
        }
    }
}

/// A document of XLIFF is the source's: what stands before and after a unit is its context.
fn order_of(source: Lang, format: Format, options: &Options) -> UnitOrder {
    match options.order {
        UnitOrder::Document if format.is_xliff() && source == Lang::Ko => UnitOrder::Korean,
        order => order,
    }
}

fn sorted_by(order: UnitOrder) -> Option<Lang> {
    match order {
        UnitOrder::Document => None,
        UnitOrder::English => Some(Lang::En),
        UnitOrder::Korean => Some(Lang::Ko),
    }
}

/// Where a bead stands in the text of `lang`; one without it is last.
fn place(bead: &Bead, lang: Lang) -> usize {
    bead.ids(lang).first().map_or(usize::MAX, |id| id.0)
}

/// One side of a bead, its sentences joined with a space, and where they stand in it.
fn side(
    bitext: &Bitext,
    bead: &Bead,
    lang: Lang,
    format: Format,
    normal: Normal,
    options: &Options,
) -> (String, Vec<Mark>) {
    let side = bitext.side(lang);
    let ids = bead.ids(lang);
    let (mut line, mut marks) = (String::new(), Vec::with_capacity(ids.len()));
    for &id in ids {
        let segment = side.segment(id);
        let text = segment.map_or(Cow::Borrowed(""), |segment| {
            sentence(side, segment, format, normal, options)
        });
        let chars = text.chars().count();
        let start = id.0;
        marks.push(Mark { start, chars });
        if chars > 0 && !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&text);
    }
    (line, marks)
}

/// A sentence as it is written. What Jjak aligned is made `normal`, what came in a file of pairs only as far as `options`
/// ask for.
fn sentence<'a>(
    side: &'a Side,
    segment: &'a Segment,
    format: Format,
    normal: Normal,
    options: &Options,
) -> Cow<'a, str> {
    let text = match side.exact_text_of(segment) {
        Some(text) => options.normal.exact(text, format.is_lines()),
        None => Cow::Owned(normal.line(&side.text_of(segment)).into_owned()),
    };
    if options.mask {
        Cow::Owned(masked(&text).into_owned())
    } else {
        text
    }
}
