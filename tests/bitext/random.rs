//! Random bitexts and random operations. Both shrink: every part is a plain number or list.

use jjak::align::Link;
use jjak::article::{Article, Block, BlockKind, Exclusion, Lang, Provenance, Reason};
use jjak::bitext::{
    Bead, Bitext, Operation, Origin, Refusal, RowIndex, SegmentId, Side, State, Verdict,
};
use jjak::evidence::lexicon::Lexicon;
use jjak::progress::Progress;
use jjak::segment::{Endings, Quotations, Rule, Rules, Segment};
use proptest::collection::vec;
use proptest::prelude::*;
use std::ops::Range;

const SENTENCES: [&str; 6] = [
    "Kim left.",
    "정부는 27일 밝혔다.",
    "a",
    "한\u{a0}류 wave\n  goes on!",
    "\u{1f469}\u{200d}\u{1f33e} farms.",
    "“네,” 그가 말했다.",
];

#[derive(Clone, Debug)]
struct BlockPlan {
    /// Positions in [`SENTENCES`].
    sentences: Vec<usize>,
    marker: bool,
    excluded: bool,
}

fn block_plan() -> impl Strategy<Value = BlockPlan> {
    (
        vec(0..SENTENCES.len(), 1..4),
        any::<bool>(),
        prop::bool::weighted(0.25),
    )
        .prop_map(|(sentences, marker, excluded)| BlockPlan {
            sentences,
            marker,
            excluded,
        })
}

fn side(lang: Lang, plans: &[BlockPlan]) -> Side {
    let mut text = String::from(" \n");
    let (mut blocks, mut segments) = (Vec::new(), Vec::new());
    for plan in plans {
        let start = text.len();
        let mut marker = None;
        if plan.marker {
            text.push('■');
            marker = Some(start..text.len());
            text.push(' ');
        }
        for (nth, &sentence) in plan.sentences.iter().enumerate() {
            if nth > 0 {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(SENTENCES[sentence]);
            if !plan.excluded {
                segments.push(Segment {
                    marker: marker.take(),
                    ..Segment::new(start..text.len(), Rule::BlockStart)
                });
            }
        }
        blocks.push(Block {
            span: start..text.len(),
            kind: BlockKind::Body,
            excluded: plan.excluded.then(|| why(Reason::Byline)),
        });
        text.push_str("\n\u{3000}\n");
    }
    let article = Article {
        lang,
        text,
        blocks,
        provenance: Provenance::default(),
    };
    Side { article, segments }
}

pub(crate) fn why(reason: Reason) -> Exclusion {
    Exclusion {
        reason,
        rule: String::new(),
    }
}

/// Links over `en` and `ko` sentences: in both orders at first, then with the Korean of some exchanged.
fn links(en: usize, ko: usize, sizes: &[(usize, usize)], swaps: &[(usize, usize)]) -> Vec<Link> {
    let mut links = Vec::new();
    let (mut e, mut k) = (0, 0);
    let mut sizes = sizes.iter().chain([&(1, 1)]).cycle();
    while e < en || k < ko {
        let &(de, dk) = sizes.next().unwrap();
        let (to_e, to_k) = ((e + de).min(en), (k + dk).min(ko));
        if (to_e, to_k) != (e, k) {
            links.push(Link {
                en: (e..to_e).collect(),
                ko: (k..to_k).collect(),
                confidence: 0.5,
            });
        }
        (e, k) = (to_e, to_k);
    }
    for &(a, b) in swaps {
        if links.is_empty() {
            break;
        }
        let (a, b) = (a % links.len(), b % links.len());
        let (first, second) = (links[a].ko.clone(), links[b].ko.clone());
        let would_be_empty = (links[a].en.is_empty() && second.is_empty())
            || (links[b].en.is_empty() && first.is_empty());
        if !would_be_empty {
            links[a].ko = second;
            links[b].ko = first;
        }
    }
    links
}

pub(crate) fn bitext() -> impl Strategy<Value = Bitext> {
    (
        vec(block_plan(), 0..7),
        vec(block_plan(), 0..7),
        vec((0..3usize, 0..3usize), 0..6),
        vec((0..20usize, 0..20usize), 0..4),
        vec((0..8usize, 0..5usize, 0..=100u8), 8),
    )
        .prop_map(|(en, ko, sizes, swaps, said)| {
            let (en, ko) = (side(Lang::En, &en), side(Lang::Ko, &ko));
            let links = links(en.segments.len(), ko.segments.len(), &sizes, &swaps);
            let mut bitext = Bitext::new(en, ko, &links);
            for (row, bead) in bitext.beads.iter_mut().enumerate() {
                let (state, origin, confidence) = said[row % said.len()];
                bead.state = *State::ALL.get(state).unwrap_or(&State::Unreviewed);
                if origin == 1 {
                    bead.origin = Origin::Person;
                    bead.verdict = Some(Verdict::Free);
                }
                bead.confidence = f32::from(confidence) / 100.0;
                bead.bookmark = state == 3;
                if state % 2 == 0 {
                    bead.note = format!("note {row}");
                }
            }
            bitext
        })
}

/// An operation before it is fitted to the bitext it meets.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    kind: u8,
    lang: Lang,
    a: usize,
    b: usize,
    c: usize,
    /// Takes the arguments as they are, most of them wrong.
    wild: bool,
}

pub(crate) fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let number = || prop_oneof![8 => 0..40usize, 1 => Just(usize::MAX)];
    let step = (
        0..24u8,
        prop_oneof![Just(Lang::En), Just(Lang::Ko)],
        number(),
        number(),
        number(),
        prop::bool::weighted(0.15),
    );
    let step = step.prop_map(|(kind, lang, a, b, c, wild)| Step {
        kind,
        lang,
        a,
        b,
        c,
        wild,
    });
    vec(step, 0..most)
}

impl Step {
    /// The operation, or `None` to undo or redo instead.
    pub(crate) fn operation(&self, bitext: &Bitext) -> Option<Operation> {
        let &Step { lang, a, b, c, .. } = self;
        let row = RowIndex(self.fit(a, bitext.beads.len()));
        let rows = self.rows(a, b, bitext.beads.len());
        let id = self.id(bitext, lang, a);
        let side = bitext.side(lang);
        Some(match self.kind {
            0 => Operation::MergeBeads { rows },
            1 => {
                let size = |lang| bitext.beads.get(row).map_or(0, |bead| bead.ids(lang).len());
                Operation::SplitBead {
                    row,
                    en: self.fit(b, size(Lang::En) + 1),
                    ko: self.fit(c, size(Lang::Ko) + 1),
                }
            }
            2 => Operation::MoveSegment {
                lang,
                id,
                to: RowIndex(self.fit(b, bitext.beads.len())),
            },
            3 => Operation::PushTail { lang, row },
            4 => Operation::PullTail { lang, row },
            5 => {
                let some = |lang, numbers: &[usize]| {
                    let ids = numbers.iter().map(|&n| self.id(bitext, lang, n));
                    ids.collect::<Vec<_>>()
                };
                Operation::Link {
                    en: some(Lang::En, &[a, b][..1 + c % 2]),
                    ko: some(Lang::Ko, &[c, b][..1 + a % 2]),
                }
            }
            6 => Operation::Unlink { row },
            7 => {
                let length = side.segment(id).map_or(9, |segment| segment.span.len());
                let at = id.0.saturating_add(self.fit(b, length));
                Operation::SplitSegment { lang, id, at }
            }
            8 => Operation::MergeSegments { lang, id },
            9 => Operation::SetText {
                lang,
                id,
                text: [
                    None,
                    Some(String::new()),
                    Some(" new \n text ".to_owned()),
                    Some("\0\u{2028}".to_owned()),
                ][b % 4]
                    .clone(),
            },
            10 => Operation::Exclude {
                lang,
                block: self.fit(a, side.article.blocks.len()),
                why: why(Reason::ByHand),
            },
            11 => {
                let block = self.fit(a, side.article.blocks.len());
                bitext.restored(lang, block, &self.rules())
            }
            12 => Operation::SetState {
                rows,
                state: State::ALL[c % 3],
            },
            13 => Operation::SetVerdict {
                row,
                verdict: Verdict::ALL.get(b % 6).copied(),
            },
            14 => Operation::SetNote {
                row,
                note: ["", "a note", "여러\n줄"][b % 3].to_owned(),
            },
            15 => self.realign(bitext, rows),
            16 => Operation::ExcludeAll {
                lang,
                blocks: vec![
                    self.fit(a, side.article.blocks.len()),
                    self.fit(b, side.article.blocks.len()),
                ],
                why: why(Reason::ByHand),
            },
            17 => Operation::SetStates {
                rows: vec![row, RowIndex(self.fit(b, bitext.beads.len()))],
                state: State::ALL[c % 3],
            },
            23 => Operation::SetBookmark {
                rows: vec![rows.start, rows.end - 1],
                on: b.is_multiple_of(2),
            },
            22 => {
                let length = side.segment(id).map_or(9, |segment| segment.span.len());
                let at = id.0.saturating_add(self.fit(b, length));
                Operation::CutBead {
                    lang,
                    id,
                    at,
                    with: vec![
                        self.id(bitext, lang.other(), b),
                        self.id(bitext, lang.other(), c),
                    ],
                }
            }
            20 => Operation::SetTexts {
                texts: [a, b, a]
                    .map(|n| (lang, self.id(bitext, lang, n), format!("text {c}")))
                    .to_vec(),
            },
            21 => self.resegment(bitext),
            _ => return None,
        })
    }

    fn rules(&self) -> Rules {
        let quotations = [Quotations::Whole, Quotations::Always, Quotations::Split];
        Rules {
            lines: self.a.is_multiple_of(4),
            quotations: quotations[self.b % 3],
            endings: Endings::ALL[self.c % 3],
            ..Rules::default()
        }
    }

    /// The articles cut by one of several rules.
    fn resegment(&self, bitext: &Bitext) -> Operation {
        let cut = bitext.resegment(&self.rules(), Lexicon::shipped(), &Progress::default());
        let cut = cut.expect("nobody cancels");
        assert_eq!(cut.lost, []);
        let edit = cut.operation.clone().edit(bitext);
        assert!(matches!(edit, Ok(_) | Err(Refusal::NoChange)), "{edit:?}");
        cut.operation
    }

    pub(crate) fn undoes(&self) -> bool {
        self.kind == 18
    }

    /// A new alignment that keeps what must be kept; a careless one keeps and holds anything.
    fn realign(&self, bitext: &Bitext, rows: Range<RowIndex>) -> Operation {
        let old = bitext.beads.range(rows.clone()).unwrap_or_default();
        let careless = self.b.is_multiple_of(5);
        let is_free = |row: RowIndex| !bitext.is_fixed(row) || careless;
        let mut loose = Vec::new();
        let mut beads = Vec::new();
        for (at, bead) in old.iter().enumerate() {
            if is_free(rows.start + at) {
                loose.extend(bead.en.iter().map(|&id| (Lang::En, id)));
                loose.extend(bead.ko.iter().map(|&id| (Lang::Ko, id)));
            } else {
                beads.push(bead.clone());
            }
        }
        for some in loose.chunks(1 + self.c % 3) {
            let mut bead = Bead {
                confidence: if careless { f32::NAN } else { 0.7 },
                ..Bead::default()
            };
            for &(lang, id) in some.iter().rev() {
                match lang {
                    Lang::En => bead.en.push(id),
                    Lang::Ko => bead.ko.push(id),
                }
            }
            if !careless {
                bead.en.sort_unstable();
                bead.ko.sort_unstable();
            }
            beads.push(bead);
        }
        Operation::Realign { rows, beads }
    }

    fn fit(&self, n: usize, len: usize) -> usize {
        if self.wild { n } else { n % len.max(1) }
    }

    fn rows(&self, a: usize, b: usize, len: usize) -> Range<RowIndex> {
        if self.wild {
            return RowIndex(a)..RowIndex(b);
        }
        let start = a % len.max(1);
        RowIndex(start)..RowIndex((start + 1 + b % 6).min(len))
    }

    fn id(&self, bitext: &Bitext, lang: Lang, n: usize) -> SegmentId {
        let segments = &bitext.side(lang).segments;
        match segments.get(self.fit(n, segments.len())) {
            Some(segment) => segment.id(),
            None => SegmentId(n),
        }
    }
}
