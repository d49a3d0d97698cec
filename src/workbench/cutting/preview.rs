//! How the paragraph under the cursor would be cut, and how many sentences the articles would have.

use crate::fonts::bold;
use crate::jobs::{Job, Outcome};
use crate::session::{Cursor, Session};
use crate::texts::{Locale, Text};
use crate::theme::Palette;
use egui::{Context, Frame, RichText, ScrollArea, Stroke, Ui};
use jjak_core::article::{Lang, Span, one_line};
use jjak_core::bitext::Bitext;
use jjak_core::segment::{Decision, Rules};
use jjak_review::explained::explained;
use std::sync::Arc;

const HEIGHT: f32 = 150.0;
/// So many places are shown, from the sentence under the cursor on.
const MOST: usize = 120;
/// How many characters are shown on each side of a place.
const AROUND: usize = 22;

/// Sentences of the English and of the Korean article.
type Counts = [usize; 2];

/// The counts, worked out beside the window: a long text takes a moment.
#[derive(Default)]
pub(super) struct Preview {
    counts: Option<Counts>,
    counting: Option<Job<Counts>>,
    /// The rules or the bitext are others than were counted.
    stale: bool,
    revision: u64,
    explained: Option<Explained>,
}

/// The paragraph under the cursor, and every place in it (bytes of the article's text) where a sentence might begin.
struct Explained {
    revision: u64,
    cursor: Cursor,
    paragraph: Span,
    decisions: Vec<Decision>,
}

impl Preview {
    /// The rules have changed.
    pub(super) fn renew(&mut self) {
        self.stale = true;
        self.explained = None;
    }

    fn count(&mut self, ctx: &Context, session: &Session, rules: &Arc<Rules>) {
        if let Some(outcome) = self.counting.as_ref().and_then(Job::poll) {
            self.counting = None;
            self.counts = match outcome {
                Outcome::Done(counts) => Some(counts),
                Outcome::Cancelled | Outcome::Failed(_) => None,
            };
        }
        let moved = self.revision != session.revision();
        if self.counting.is_none() && (self.stale || moved) {
            (self.stale, self.revision) = (false, session.revision());
            let (bitext, rules): (Bitext, _) = (session.bitext().clone(), rules.clone());
            self.counting = Some(Job::start(ctx, move |_| {
                Ok(Lang::BOTH.map(|lang| rules.segment(&bitext.side(lang).article).len()))
            }));
        }
    }

    /// The paragraph under the cursor, explained once for each that it comes to.
    fn explain(&mut self, session: &Session, rules: &Rules) -> Option<&Explained> {
        let (cursor, revision) = (session.cursor(), session.revision());
        let known = self.explained.as_ref();
        if known.is_none_or(|known| (known.cursor, known.revision) != (cursor, revision)) {
            self.explained = None;
            let article = &session.bitext().side(cursor.lang).article;
            let block = article.block_at(session.id()?.0)?;
            let paragraph = article.blocks.get(block)?.span.clone();
            self.explained = Some(Explained {
                revision,
                cursor,
                decisions: rules.explain(&article.text, &paragraph, cursor.lang),
                paragraph,
            });
        }
        self.explained.as_ref()
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        rules: &Arc<Rules>,
        locale: Locale,
    ) {
        self.count(ui.ctx(), session, rules);
        if let Some([en, ko]) = self.counts {
            let now = |lang| session.bitext().side(lang).segments.len();
            let now = (now(Lang::En), now(Lang::Ko));
            let text = locale.fill(Text::CuttingCounts, &[&now.0, &en, &now.1, &ko]);
            ui.label(text);
        }
        let Some(explained) = self.explain(session, rules) else {
            return;
        };
        let article = &session.bitext().side(explained.cursor.lang).article;
        let paragraph = article.text.get(explained.paragraph.clone());
        let text = paragraph.unwrap_or_default();
        let (shown, more) = explained.near_cursor(session);
        let palette = Palette::of(ui.ctx());
        Frame::new()
            .fill(palette.page)
            .stroke(Stroke::new(1.0, palette.line))
            .corner_radius(4)
            .inner_margin(8)
            .show(ui, |ui| {
                ScrollArea::vertical()
                    .max_height(HEIGHT)
                    .min_scrolled_height(HEIGHT)
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        if shown.is_empty() {
                            let none = Text::CuttingOneSentence.in_(locale);
                            ui.label(RichText::new(none).color(palette.weak));
                        }
                        for decision in shown {
                            let at = decision.at - explained.paragraph.start;
                            if let Some(parts) = text.split_at_checked(at) {
                                show_decision(ui, parts, decision, locale);
                            }
                        }
                        if more > 0 {
                            let more = locale.fill(Text::CuttingMore, &[&more]);
                            ui.label(RichText::new(more).color(palette.weak));
                        }
                    });
            });
    }
}

impl Explained {
    /// The places from the sentence under the cursor on, and how many there are besides.
    fn near_cursor(&self, session: &Session) -> (&[Decision], usize) {
        let all = &self.decisions;
        let here = session.id().map_or(self.paragraph.start, |id| id.0);
        let from = all.partition_point(|decision| decision.at < here);
        // All of them where they are few.
        let from = from.min(all.len().saturating_sub(MOST));
        let to = all.len().min(from + MOST);
        let shown = all.get(from..to).unwrap_or_default();
        (shown, all.len() - shown.len())
    }
}

/// One place, between the text `before` and `after` it.
fn show_decision(ui: &mut Ui, (before, after): (&str, &str), decision: &Decision, locale: Locale) {
    let palette = Palette::of(ui.ctx());
    let gap = if before.ends_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    let from = before.char_indices().rev().take(AROUND).last();
    let before = from.and_then(|(at, _)| before.get(at..));
    let before = one_line(before.unwrap_or_default()).into_owned();
    let after: String = after.chars().take(AROUND).collect();
    let after = one_line(&after).into_owned();
    let (mark, word, colour) = if decision.breaks {
        (" ┃ ", Text::CuttingEnds, palette.accent)
    } else {
        (gap, Text::CuttingGoesOn, palette.weak)
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.label(
            RichText::new(word.in_(locale))
                .font(bold(12.0))
                .color(colour),
        );
        ui.label(format!("  …{before}"));
        ui.label(RichText::new(mark).color(palette.accent).strong());
        ui.label(format!("{after}…"));
    });
    let why = explained(decision.rule, locale);
    ui.label(RichText::new(why).size(12.5).color(palette.weak));
    ui.add_space(5.0);
}
