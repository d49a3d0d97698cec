//! Rows become a bitext as they come: a sentence is in its article as soon as its row is read, so that nothing of a
//! file stands in memory twice. Each article is its sentences, one a line, in the order they had.

use super::{BilingualError, Cell, MAX_BILINGUAL_BYTES, MAX_CELL_BYTES, Row};
use jjak_core::article::{Article, Block, BlockKind, Lang, PerLang, Provenance};
use jjak_core::bitext::{Bead, Beads, Bitext, SegmentId, Side};
use jjak_core::segment::{Rule, Segment};
use std::sync::mpsc::SyncSender;

/// Rows that stand one after the other in a file.
#[derive(Clone, Debug)]
pub struct Chunk {
    pub bitext: Bitext,
    pub base: Offsets,
}

/// What stands before a piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offsets {
    pub rows: usize,
    /// Bytes of the two articles, English first.
    pub starts: PerLang<usize>,
}

/// What a sentence takes in memory besides its text: segment, block, its id in the bead, its place.
const SENTENCE_BYTES: usize =
    size_of::<Segment>() + size_of::<Block>() + 4 * size_of::<SegmentId>() + size_of::<usize>();

/// How many rows go on together; enough that handing them over costs nothing.
const PIECE_ROWS: usize = 5_000;

/// Where rows go when they are read.
#[derive(Clone, Debug, Default)]
pub(in crate::exchange) enum Into {
    /// All into one bitext.
    #[default]
    Bitext,
    /// They are only looked at.
    Nowhere,
    /// On, piece by piece, in the order of the file.
    Pieces(SyncSender<Chunk>),
}

/// The rows that were read, in the order of the file.
#[derive(Clone, Debug)]
pub(in crate::exchange) struct Rows {
    into: Into,
    /// Those that went nowhere yet.
    bitext: Bitext,
    /// What went before them.
    base: Offsets,
    /// Of each side where its sentences began in their article, as far as the file told of all of them.
    places: PerLang<Option<Vec<usize>>>,
    /// The last of these places, and whether each was behind the one before it.
    last: PerLang<Option<usize>>,
    rise: PerLang<bool>,
    /// How many there were, those that said nothing too.
    read: usize,
    blank: usize,
    /// Texts with a letter that is lost.
    lost: usize,
    /// What they take in memory, about.
    bytes: u64,
}

impl Default for Rows {
    fn default() -> Rows {
        Rows {
            into: Into::default(),
            bitext: empty(),
            base: Offsets::default(),
            last: PerLang([None; 2]),
            rise: PerLang([true; 2]),
            places: PerLang([Some(Vec::new()), Some(Vec::new())]),
            read: 0,
            blank: 0,
            lost: 0,
            bytes: 0,
        }
    }
}

/// A bitext of nothing.
fn empty() -> Bitext {
    let side = |lang| Side {
        article: Article {
            lang,
            text: String::new(),
            blocks: Vec::new(),
            provenance: exact(Provenance::default()),
        },
        segments: Vec::new(),
    };
    Bitext {
        en: side(Lang::En),
        ko: side(Lang::Ko),
        beads: Beads::default(),
    }
}

impl Rows {
    pub(crate) fn into(into: Into) -> Rows {
        Rows {
            into,
            ..Rows::default()
        }
    }

    /// Takes the next row, unless it says nothing.
    ///
    /// # Errors
    /// `TooLong`, `TooLarge`.
    pub(crate) fn push(&mut self, row: Row) -> Result<(), BilingualError> {
        self.read += 1;
        let texts = row.cells.iter().map(|cell| cell.text.len());
        if texts
            .chain([row.note.len()])
            .any(|bytes| bytes > MAX_CELL_BYTES)
        {
            return Err(BilingualError::TooLong { row: self.read });
        }
        let has_lost = |cell: &&Cell| cell.text.contains(char::REPLACEMENT_CHARACTER);
        self.lost += row.cells.iter().filter(has_lost).count();
        let [en, ko] = Lang::BOTH.map(|lang| self.add(lang, &row.cells[lang]));
        if en.is_empty() && ko.is_empty() {
            self.blank += 1;
            return Ok(());
        }
        self.bytes += (size_of::<Bead>() + row.note.len()) as u64;
        if self.bytes > MAX_BILINGUAL_BYTES {
            return Err(BilingualError::TooLarge);
        }
        self.bitext.beads.as_vec_mut().push(Bead {
            en,
            ko,
            confidence: row.confidence,
            state: row.state,
            verdict: row.verdict,
            note: row.note,
            bookmark: false,
            waivers: Vec::new(),
            origin: row.origin,
        });
        match self.into {
            Into::Bitext => {}
            Into::Nowhere => self.clear(),
            Into::Pieces(_) if self.bitext.beads.len() < PIECE_ROWS => {}
            Into::Pieces(_) => self.send(),
        }
        Ok(())
    }

    /// Forgets the rows.
    fn clear(&mut self) {
        self.bytes = 0;
        self.bitext.beads.as_vec_mut().clear();
        for side in [&mut self.bitext.en, &mut self.bitext.ko] {
            side.article.text.clear();
            side.article.blocks.clear();
            side.segments.clear();
        }
    }

    /// Sends the rows on, if any are left. Who no longer wants them need not have them.
    pub(crate) fn send(&mut self) {
        if let Into::Pieces(to) = &self.into
            && !self.bitext.beads.is_empty()
        {
            let bitext = std::mem::replace(&mut self.bitext, empty());
            let base = self.base;
            self.base.rows += bitext.beads.len();
            self.base.starts[Lang::En] += bitext.en.article.text.len();
            self.base.starts[Lang::Ko] += bitext.ko.article.text.len();
            self.bytes = 0;
            let _ = to.send(Chunk { bitext, base });
        }
    }

    /// Adds the sentences of a cell to their article.
    fn add(&mut self, lang: Lang, cell: &Cell) -> Vec<SegmentId> {
        let sentences = cell.sentences();
        let side = side_mut(&mut self.bitext, lang);
        let mut ids = Vec::with_capacity(sentences.len());
        for (place, sentence) in sentences {
            let places = &mut self.places[lang];
            match (place, &mut *places, &self.into) {
                (Some(place), Some(places), Into::Bitext) => places.push(place),
                (Some(_), Some(_), _) => {}
                _ => *places = None,
            }
            self.rise[lang] &= place > self.last[lang];
            self.last[lang] = place;
            ids.push(push(side, sentence, BlockKind::Body, false));
            self.bytes += (sentence.len() + SENTENCE_BYTES) as u64;
        }
        ids
    }

    /// Counts a row that could not be read.
    pub(crate) fn pass(&mut self) {
        self.read += 1;
    }

    /// The number of the row that comes next, from 1.
    pub(crate) fn next(&self) -> usize {
        self.read + 1
    }

    /// How many say something.
    pub(crate) fn count(&self) -> usize {
        self.read - self.blank
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.read == self.blank
    }

    /// Whether the sentences of both sides stood as the rows do, as far as the file told.
    pub(crate) fn are_in_order(&self) -> bool {
        let sides = self.places.iter().zip(self.rise);
        sides
            .into_iter()
            .all(|(places, rise)| places.is_none() || rise)
    }

    /// How many of their texts have lost a letter.
    pub(crate) fn lost(&self) -> usize {
        self.lost
    }

    /// How many said nothing.
    pub(crate) fn blank(&self) -> usize {
        self.blank
    }

    /// The bitext. Where the file told where all sentences of a side stood, those that crossed cross again; of each
    /// side `paragraphs` are the places that begin one.
    pub(crate) fn into_bitext(
        self,
        provenance: PerLang<Provenance>,
        paragraphs: PerLang<Vec<(usize, BlockKind)>>,
    ) -> Bitext {
        let mut bitext = self.bitext;
        let [en, ko] = self
            .places
            .0
            .map(|places| places.filter(|places| !repeats(places)));
        let fits = en.as_ref().is_none_or(|en| rows_rise(&bitext.beads, en));
        // Places that contradict the order of the rows are not ours.
        if fits {
            for (lang, places) in Lang::BOTH.into_iter().zip([en, ko]) {
                let paragraphs = &paragraphs[lang];
                match places {
                    Some(places) if !paragraphs.is_empty() || !places.is_sorted() => {
                        arrange(&mut bitext, lang, &places, paragraphs);
                    }
                    _ => {}
                }
            }
        }
        for (lang, provenance) in Lang::BOTH.into_iter().zip(provenance) {
            let side = side_mut(&mut bitext, lang);
            side.article.provenance = exact(provenance);
            side.article.text.shrink_to_fit();
            side.article.blocks.shrink_to_fit();
            side.segments.shrink_to_fit();
        }
        bitext.beads.as_vec_mut().shrink_to_fit();
        debug_assert_eq!(bitext.check().err(), None);
        bitext
    }
}

/// Whatever white space a translation memory has, its tools look it up with just that.
fn exact(provenance: Provenance) -> Provenance {
    Provenance {
        is_exact: true,
        ..provenance
    }
}

fn side_mut(bitext: &mut Bitext, lang: Lang) -> &mut Side {
    match lang {
        Lang::En => &mut bitext.en,
        Lang::Ko => &mut bitext.ko,
    }
}

/// Adds a sentence to the end of a side: to the last block if it `goes_on` there, else as a block of this kind.
fn push(side: &mut Side, sentence: &str, kind: BlockKind, goes_on: bool) -> SegmentId {
    let Side { article, segments } = side;
    if goes_on && article.text.pop().is_some() {
        article.text.push(' ');
    }
    let start = article.text.len();
    article.text.push_str(sentence);
    let span = start..article.text.len();
    article.text.push('\n');
    match article.blocks.last_mut() {
        Some(block) if goes_on => block.span.end = span.end,
        _ => article.blocks.push(Block {
            span: span.clone(),
            kind,
            excluded: None,
        }),
    }
    segments.push(Segment::new(span, Rule::BlockStart));
    SegmentId(start)
}

/// Whether two sentences are said to be at one place.
fn repeats(places: &[usize]) -> bool {
    if places.is_sorted_by(|a, b| a < b) {
        return false;
    }
    let mut sorted = places.to_vec();
    sorted.sort_unstable();
    sorted.windows(2).any(|pair| pair[0] == pair[1])
}

/// Whether the rows stand in the order of their English.
fn rows_rise(beads: &[Bead], mut places: &[usize]) -> bool {
    let mut last = None;
    for bead in beads {
        let (row, rest) = places.split_at(bead.en.len());
        places = rest;
        let first = row.iter().min();
        if first.is_some() && first <= last {
            return false;
        }
        last = first.or(last);
    }
    true
}

/// Puts the sentences of a side in the order of their `places`.
fn arrange(bitext: &mut Bitext, lang: Lang, places: &[usize], paragraphs: &[(usize, BlockKind)]) {
    let side = side_mut(bitext, lang);
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_unstable_by_key(|&nth| places[nth]);
    let mut arranged = Side {
        article: Article {
            lang,
            text: String::with_capacity(side.article.text.len()),
            blocks: Vec::with_capacity(side.article.blocks.len()),
            provenance: Provenance::default(),
        },
        segments: Vec::with_capacity(order.len()),
    };
    let mut ids_of = vec![SegmentId(0); order.len()];
    let mut last = 0;
    for nth in order {
        // Which paragraph it is in, as far as that is known.
        let paragraph = paragraphs.partition_point(|&(start, _)| start <= places[nth]);
        let goes_on = paragraph > 0 && paragraph == last;
        let kind = match paragraph {
            0 => BlockKind::Body,
            nth => paragraphs[nth - 1].1,
        };
        let span = side.segments[nth].span.clone();
        ids_of[nth] = push(&mut arranged, &side.article.text[span], kind, goes_on);
        last = paragraph;
    }
    *side = arranged;
    let mut ids_of = ids_of.into_iter();
    for bead in &mut bitext.beads {
        let ids = match lang {
            Lang::En => &mut bead.en,
            Lang::Ko => &mut bead.ko,
        };
        for id in ids.iter_mut() {
            *id = ids_of.next().expect("every sentence is in a row");
        }
        ids.sort_unstable();
    }
}
