//! Replacing what was found: first seen, then done in one step.

use super::Find;
use crate::session::Session;
use crate::texts::{Locale, Text};
use crate::theme::Palette;
use egui::{Button, Id, Label, RichText, TextEdit, TextWrapMode, Ui};
use jjak_core::article::Lang;
use jjak_core::bitext::SegmentId;

/// As many sentences are shown before and after.
const SHOWN: usize = 4;

/// New texts of sentences.
pub(super) type Texts = Vec<(Lang, SegmentId, String)>;

/// The field of the replacement.
pub(super) fn field_id() -> Id {
    Id::unique("replacement")
}

impl Find {
    /// Shows the field, what it would do, and its buttons; returns what was asked for.
    pub(super) fn replace(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        locale: Locale,
    ) -> Option<Texts> {
        let mut asked = None;
        let searched = self.next_row >= session.bitext().beads.end();
        ui.horizontal(|ui| {
            let id = field_id();
            if ui.memory(|memory| memory.has_focus(id)) && super::tab(ui, true) {
                self.wants_focus = true;
            }
            let field = TextEdit::singleline(&mut self.with)
                .id(id)
                .return_key(None)
                .desired_width(280.0)
                .hint_text(Text::ReplaceHint.in_(locale));
            ui.add(field)
                .on_hover_text(Text::ReplaceHelp.in_(locale))
                .accessible_name(Text::ReplaceHint.in_(locale));
            let here = self.texts(session, |hit| *hit == session.cursor());
            let button = Button::new(Text::ReplaceHere.in_(locale));
            if ui.add_enabled(!here.is_empty(), button).clicked() {
                asked = Some(here);
            }
            let all = locale.fill(Text::ReplaceAll, &[&self.hits.len()]);
            let says = !self.with.is_empty() || self.deletes;
            let can = searched && !self.hits.is_empty() && self.pattern().is_some() && says;
            if ui.add_enabled(can, Button::new(all)).clicked() {
                asked = Some(self.texts(session, |_| true));
            }
            self.deletes &= self.with.is_empty();
            if self.with.is_empty() {
                ui.checkbox(&mut self.deletes, Text::ReplaceDeletes.in_(locale));
            }
        });
        if self.pattern().is_some() {
            self.preview(ui, session);
        }
        asked.filter(|texts| !texts.is_empty())
    }

    /// The first sentences as they are and as they would be.
    fn preview(&self, ui: &mut Ui, session: &Session) {
        let palette = Palette::of(ui.ctx());
        let first: Vec<_> = self.hits.iter().take(SHOWN).copied().collect();
        for (lang, id, after) in self.texts(session, |hit| first.contains(hit)) {
            let before = session.bitext().side(lang).text(id);
            let line = |text: RichText| Label::new(text).wrap_mode(TextWrapMode::Truncate);
            ui.add(line(
                RichText::new(before.as_ref())
                    .size(13.0)
                    .color(palette.weak)
                    .strikethrough(),
            ));
            ui.add(line(RichText::new(after).size(13.0)));
        }
    }

    /// What the hits that `chosen` is true of would say. A sentence that would say nothing stays as it is.
    fn texts(&self, session: &Session, chosen: impl Fn(&super::Cursor) -> bool) -> Texts {
        let Some(pattern) = self.pattern() else {
            return Vec::new();
        };
        let hits = self.hits.iter().filter(|hit| chosen(hit));
        hits.filter_map(|hit| {
            let bead = session.bitext().beads.get(hit.row)?;
            let id = *bead.ids(hit.lang).get(hit.at)?;
            let before = session.bitext().side(hit.lang).text(id);
            let after = pattern.replaced(&before, &self.with);
            (after != before && !after.trim().is_empty()).then_some((hit.lang, id, after))
        })
        .collect()
    }
}
