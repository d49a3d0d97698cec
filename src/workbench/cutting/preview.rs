//! How the paragraph under the cursor would be cut, and how many sentences the articles would have.

use super::explained::explained;
use crate::article::{Lang, one_line};
use crate::bitext::Bitext;
use crate::segment::{Decision, Rules, explain_by, segment_by};
use crate::workbench::fonts::bold;
use crate::workbench::jobs::{Job, Outcome};
use crate::workbench::session::Session;
use crate::workbench::texts::{Text, Tongue};
use crate::workbench::theme::Palette;
use egui::{Context, Frame, RichText, ScrollArea, Stroke, Ui};
use std::sync::Arc;

const HEIGHT: f32 = 150.0;
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
}

impl Preview {
    /// The rules have changed.
    pub fn renew(&mut self) {
        self.stale = true;
    }

    fn count(&mut self, ctx: &Context, session: &Session, rules: &Arc<Rules>) {
        if let Some(Outcome::Done(counts)) = self.counting.as_ref().and_then(Job::poll) {
            (self.counts, self.counting) = (Some(counts), None);
        }
        let moved = self.revision != session.revision();
        let never = self.counts.is_none() && self.counting.is_none();
        if self.counting.is_none() && (self.stale || moved || never) {
            (self.stale, self.revision) = (false, session.revision());
            let (bitext, rules): (Bitext, _) = (session.bitext().clone(), rules.clone());
            self.counting = Some(Job::start(ctx, move |_| {
                Ok(Lang::BOTH.map(|lang| segment_by(&bitext.side(lang).article, &rules).len()))
            }));
        }
    }

    pub fn show(&mut self, ui: &mut Ui, session: &Session, rules: &Arc<Rules>, tongue: Tongue) {
        self.count(ui.ctx(), session, rules);
        if let Some([en, ko]) = self.counts {
            let now = Lang::BOTH.map(|lang| session.bitext().side(lang).segments.len());
            let text = tongue.fill(Text::CuttingCounts, &[&now[0], &en, &now[1], &ko]);
            ui.label(text);
        }
        let Some((text, decisions)) = decisions(session, rules) else {
            return;
        };
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
                        if decisions.is_empty() {
                            let none = Text::CuttingOneSentence.in_(tongue);
                            ui.label(RichText::new(none).color(palette.weak));
                        }
                        for decision in &decisions {
                            show_decision(ui, text, decision, tongue);
                        }
                    });
            });
    }
}

/// The paragraph under the cursor, and every place in it (bytes from its beginning) where a sentence might begin.
fn decisions<'a>(session: &'a Session, rules: &Rules) -> Option<(&'a str, Vec<Decision>)> {
    let cursor = session.cursor();
    let side = session.bitext().side(cursor.lang);
    let row = session.bitext().beads.get(cursor.row)?;
    let id = *row.ids(cursor.lang).get(cursor.at)?;
    let block = side.article.block_at(id)?;
    let span = &side.article.blocks[block].span;
    let text = side.article.text.as_str();
    let mut decisions = explain_by(text, span, cursor.lang, rules);
    for decision in &mut decisions {
        decision.at -= span.start;
    }
    Some((&text[span.clone()], decisions))
}

fn show_decision(ui: &mut Ui, text: &str, decision: &Decision, tongue: Tongue) {
    let palette = Palette::of(ui.ctx());
    let (before, after) = text.split_at_checked(decision.at).unwrap_or((text, ""));
    let gap = if before.ends_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    let from = before.char_indices().rev().take(AROUND).last();
    let before = one_line(&before[from.map_or(before.len(), |(at, _)| at)..]).into_owned();
    let after: String = after.chars().take(AROUND).collect();
    let after = one_line(&after).into_owned();
    let (mark, word, colour) = match decision.breaks {
        true => (" ┃ ", Text::CuttingEnds, palette.accent),
        false => (gap, Text::CuttingGoesOn, palette.weak),
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.label(
            RichText::new(word.in_(tongue))
                .font(bold(12.0))
                .color(colour),
        );
        ui.label(format!("  …{before}"));
        ui.label(RichText::new(mark).color(palette.accent).strong());
        ui.label(format!("{after}…"));
    });
    let why = explained(decision.rule, tongue);
    ui.label(RichText::new(why).size(12.5).color(palette.weak));
    ui.add_space(5.0);
}
