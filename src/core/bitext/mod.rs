//! Two articles, their segments, and the beads that pair them; every change as a value with its inverse.
//!
//! ```
//! use jjak_core::article::{Article, Lang};
//! use jjak_core::align::Link;
//! use jjak_core::bitext::{Bitext, History, Operation, RowIndex, Side};
//! let side = |lang, text| {
//!     let article = Article::of_lines(lang, text);
//!     let segments = jjak_core::segment::segment(&article);
//!     Side { article, segments }
//! };
//! let link = Link { en: vec![0], ko: vec![0, 1], confidence: 0.9 };
//! let mut bitext = Bitext::new(side(Lang::En, "It rained and I slept."), side(Lang::Ko, "비가 왔다. 나는 잤다."), &[link]);
//! let mut history = History::default();
//! let before = bitext.clone();
//! let edit = Operation::SplitBead { row: RowIndex(0), en: 1, ko: 1 }.edit(&bitext).unwrap();
//! history.apply(&mut bitext, edit);
//! assert_eq!(bitext.beads.len(), 2);
//! history.undo(&mut bitext);
//! assert_eq!(bitext, before);
//! println!("{}", bitext.check().unwrap()); // the proof that nothing is lost
//! ```

mod bead;
mod conservation;
mod edit;
mod history;
mod operation;
mod realign;
mod resegment;
mod row_index;
mod rows;
mod soundness;
mod waiver;

pub use bead::{Bead, Origin, State, Verdict};
pub use conservation::{Conservation, SideCount};
pub use edit::{Change, Edit, Misfit};
pub use history::History;
pub use operation::{Operation, Refusal};
pub use resegment::Resegmented;
pub use row_index::{Beads, EachRow, RowIndex, RowRange};
pub use waiver::Waiver;

use crate::align::Link;
use crate::article::{Article, Lang};
use crate::segment::Segment;
pub use crate::segment::SegmentId;
use crate::sequence::longest_increasing;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// One side of a bitext: an article and its segments, in text order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The text, with its kept and excluded blocks.
    pub article: Article,
    /// The sentences of its kept blocks, in text order.
    pub segments: Vec<Segment>,
}

impl Side {
    /// What messages call it: its file or link, or its language when it was pasted.
    pub fn name(&self) -> String {
        let name = self.article.provenance.name();
        name.unwrap_or_else(|| format!("the {} text", self.article.lang))
    }

    /// Where `id` stands among the segments.
    pub fn position(&self, id: SegmentId) -> Option<usize> {
        self.segments
            .binary_search_by_key(&id, |segment| segment.id())
            .ok()
    }

    /// The segment that begins at `id`.
    pub fn segment(&self, id: SegmentId) -> Option<&Segment> {
        self.position(id).map(|at| &self.segments[at])
    }

    /// What a segment says, on one line: the edited text if a person wrote one, else the article's.
    pub fn text_of(&self, segment: &Segment) -> Cow<'_, str> {
        match &segment.edited {
            Some(text) => Cow::Owned(text.clone()),
            None => self.article.line(&segment.span),
        }
    }

    /// What a segment says byte for byte, white space and all, if that is known to count: it came in a file of pairs,
    /// and nobody has changed it.
    pub fn exact_text_of(&self, segment: &Segment) -> Option<&str> {
        let is_exact = self.article.provenance.is_exact
            && segment.edited.is_none()
            && segment.joined.is_empty();
        let text = is_exact.then(|| self.article.text.get(segment.span.clone()));
        text.flatten()
    }

    /// The text of the segment named `id`; empty if there is none.
    pub fn text(&self, id: SegmentId) -> Cow<'_, str> {
        self.segment(id)
            .map_or(Cow::Borrowed(""), |segment| self.text_of(segment))
    }
}

/// Two articles, their segments, and the beads (rows) that pair them.
///
/// Rows with an English side stand in English order; rows without one stand beside their Korean
/// neighbours. [`Bitext::check`] states the rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bitext {
    /// The English text.
    pub en: Side,
    /// The Korean text.
    pub ko: Side,
    /// The rows, in reading order; every segment is in exactly one.
    pub beads: Beads,
}

impl Bitext {
    /// A bitext of two articles, their segments and the links between them (positions in the segments).
    pub fn new(en: Side, ko: Side, links: &[Link]) -> Bitext {
        let beads = links
            .iter()
            .map(|link| Bead {
                en: link.en.iter().map(|&at| en.segments[at].id()).collect(),
                ko: link.ko.iter().map(|&at| ko.segments[at].id()).collect(),
                confidence: link.confidence,
                ..Bead::default()
            })
            .collect();
        Bitext { en, ko, beads }
    }

    /// The side of a language.
    pub fn side(&self, lang: Lang) -> &Side {
        match lang {
            Lang::En => &self.en,
            Lang::Ko => &self.ko,
        }
    }

    fn side_mut(&mut self, lang: Lang) -> &mut Side {
        match lang {
            Lang::En => &mut self.en,
            Lang::Ko => &mut self.ko,
        }
    }

    /// The row that holds the segment named `id`.
    pub fn row_of(&self, lang: Lang, id: SegmentId) -> Option<RowIndex> {
        self.beads.find(|bead| bead.ids(lang).contains(&id))
    }

    /// The segments of one side of a row; none if there is no such row.
    pub fn ids(&self, row: RowIndex, lang: Lang) -> &[SegmentId] {
        self.beads.get(row).map_or(&[], |bead| bead.ids(lang))
    }

    /// The texts of one side of a row, a line each; none if there is no such row.
    pub fn texts<'a>(
        &'a self,
        row: RowIndex,
        lang: Lang,
    ) -> impl Iterator<Item = Cow<'a, str>> + 'a {
        self.ids(row, lang)
            .iter()
            .map(move |&id| self.side(lang).text(id))
    }

    /// The rows that cross another: their Korean does not follow the Korean of the rows above.
    ///
    /// They are the fewest: those outside a longest run of rows in both orders.
    pub fn crossing(&self) -> BTreeSet<RowIndex> {
        let paired: Vec<(RowIndex, SegmentId)> = self
            .beads
            .numbered()
            .filter(|(_, bead)| !bead.en.is_empty() && !bead.ko.is_empty())
            .map(|(row, bead)| (row, bead.ko[0]))
            .collect();
        let mut in_order = longest_increasing(paired.iter().map(|&(_, ko)| ko))
            .into_iter()
            .peekable();
        let crossing = paired.iter().enumerate();
        let crossing = crossing.filter(|(at, _)| in_order.next_if_eq(at).is_none());
        crossing.map(|(_, &(row, _))| row).collect()
    }
}
