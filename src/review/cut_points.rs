//! A sentence about to be cut: the places by rank, and what each part would pair with.

use super::session::{Cursor, Session};
use super::texts::{Locale, Text};
use jjak_core::align::cuts::{Joint, Others, cuts};
use jjak_core::align::parts::Usual;
use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, Bitext, Operation, RowIndex, RowRange, SegmentId};
use jjak_core::progress::Progress;

/// Rows on either side that tell what is usual in the text, and the least confidence of those.
const AROUND: usize = 30;
const SURE: f32 = 0.8;

pub struct CutPoints {
    pub lang: Lang,
    pub id: SegmentId,
    best: CutPlace,
    /// The best of these first.
    others: Vec<CutPlace>,
    /// Of the place that is shown; 0 is the best.
    rank: usize,
}

/// A place to cut.
pub struct CutPlace {
    /// The byte of the article's text where the second part would begin.
    pub at: usize,
    joint: Joint,
    /// The other side's sentences that each part would pair with.
    pub partners: [Vec<SegmentId>; 2],
}

impl CutPoints {
    /// The places of the sentence under the cursor; `None` for a single word.
    pub fn of(session: &Session) -> Option<CutPoints> {
        let Cursor { row, lang, .. } = session.cursor();
        let bitext = session.bitext();
        let id = session.id()?;
        let side = bitext.side(lang);
        let span = &side.segment(id)?.span;
        let near = near(bitext, row, lang.other());
        let texts: Vec<_> = near
            .iter()
            .map(|&(_, id)| bitext.side(lang.other()).text(id))
            .collect();
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        let first = near.iter().position(|&(of, _)| of == Some(row));
        let here = first.map_or(0..0, |first| {
            first..first + bitext.ids(row, lang.other()).len()
        });
        let lexicon = session.lexicon();
        let beads = sure_beads(bitext, row);
        let beads: Vec<(Vec<&str>, Vec<&str>)> = beads
            .iter()
            .map(|[en, ko]| (lines(en), lines(ko)))
            .collect();
        let usual = Usual::of(&beads, lexicon, &Progress::default()).ok()?;
        let others = Others {
            texts: &texts,
            here,
        };
        let mut places = cuts(lang, side.article.text.get(span.clone())?, &others, &usual)
            .into_iter()
            .map(|cut| CutPlace {
                at: span.start + cut.at,
                joint: cut.joint,
                partners: cut.partners.map(|group| {
                    let ids = group.into_iter().flatten();
                    ids.filter_map(|at| near.get(at))
                        .map(|&(_, id)| id)
                        .collect()
                }),
            });
        Some(CutPoints {
            lang,
            id,
            best: places.next()?,
            others: places.collect(),
            rank: 0,
        })
    }

    pub fn place(&self) -> &CutPlace {
        self.places().nth(self.rank).unwrap_or(&self.best)
    }

    /// The best first.
    fn places(&self) -> impl Iterator<Item = &CutPlace> {
        std::iter::once(&self.best).chain(&self.others)
    }

    /// Goes to the next worse (or better) place.
    pub fn step_rank(&mut self, worse: bool) {
        self.rank = if worse {
            (self.rank + 1).min(self.others.len())
        } else {
            self.rank.saturating_sub(1)
        };
    }

    /// Goes along the text.
    pub fn step(&mut self, forward: bool) {
        let here = self.place().at;
        let places = self.places().map(|place| place.at).enumerate();
        let next = if forward {
            places
                .filter(|&(_, at)| at > here)
                .min_by_key(|&(_, at)| at)
        } else {
            places
                .filter(|&(_, at)| at < here)
                .max_by_key(|&(_, at)| at)
        };
        self.rank = next.map_or(self.rank, |(rank, _)| rank);
    }

    /// Goes to the place of which the byte in the article's text is the least `far`.
    pub fn go_near(&mut self, far: impl Fn(usize) -> usize) {
        let places = self.places().map(|place| place.at).enumerate();
        let nearest = places.min_by_key(|&(_, at)| far(at));
        self.rank = nearest.map_or(self.rank, |(rank, _)| rank);
    }

    /// Which part, 0 or 1, would pair with a sentence of the other side.
    pub fn part_of(&self, lang: Lang, id: SegmentId) -> Option<usize> {
        let partners = &self.place().partners;
        (lang != self.lang)
            .then(|| partners.iter().position(|ids| ids.contains(&id)))
            .flatten()
    }

    /// The cut; of the row, too, if asked.
    pub fn operation(&self, with_row: bool) -> Operation {
        let (lang, id, at) = (self.lang, self.id, self.place().at);
        if with_row {
            Operation::CutBead {
                lang,
                id,
                at,
                with: self.place().partners[1].clone(),
            }
        } else {
            Operation::SplitSegment { lang, id, at }
        }
    }

    /// What the status bar says.
    pub fn hint(&self, locale: Locale) -> String {
        let joint = match self.place().joint {
            Joint::Quotation => Text::CutQuotation,
            Joint::Mark => Text::CutMark,
            Joint::Clause => Text::CutClause,
            Joint::Comma => Text::CutComma,
            Joint::Word => Text::CutWord,
        };
        let joint = joint.in_(locale);
        locale.fill(
            Text::Cutting,
            &[&(self.rank + 1), &(self.others.len() + 1), &joint],
        )
    }
}

/// The other side's sentences of a row and of the ones beside it, with their rows where they are known, in text order.
fn near(bitext: &Bitext, row: RowIndex, lang: Lang) -> Vec<(Option<RowIndex>, SegmentId)> {
    let own = bitext.ids(row, lang);
    let side = bitext.side(lang);
    let mut rows: Vec<(Option<RowIndex>, SegmentId)> = Vec::new();
    // What stands beside the row's sentences in the text, else in the rows beside it.
    let place = |id: Option<&SegmentId>| id.and_then(|&id| side.position(id));
    match (place(own.first()), place(own.last())) {
        (Some(first), Some(last)) => {
            let before = first.checked_sub(1).and_then(|at| side.segments.get(at));
            let after = side.segments.get(last + 1);
            rows.extend(before.map(|segment| (None, segment.id())));
            rows.extend(own.iter().map(|&id| (Some(row), id)));
            rows.extend(after.map(|segment| (None, segment.id())));
        }
        _ => {
            for beside in [row.above(), Some(row.below())].into_iter().flatten() {
                if let Some(bead) = bitext.beads.get(beside) {
                    rows.extend(bead.ids(lang).iter().map(|&id| (Some(beside), id)));
                }
            }
        }
    }
    rows
}

fn lines(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// The texts of rows around of which the model is sure.
fn sure_beads(bitext: &Bitext, row: RowIndex) -> Vec<[Vec<String>; 2]> {
    let rows = row - AROUND..bitext.beads.end().min(row + AROUND);
    rows.each()
        .filter(|&near| {
            let sure =
                |bead: &Bead| !bead.en.is_empty() && !bead.ko.is_empty() && bead.confidence >= SURE;
            near != row && bitext.beads.get(near).is_some_and(sure)
        })
        .map(|near| {
            Lang::BOTH.map(|lang| {
                bitext
                    .texts(near, lang)
                    .map(|text| text.into_owned())
                    .collect()
            })
        })
        .collect()
}
