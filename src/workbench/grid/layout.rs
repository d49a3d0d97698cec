//! Layout of the rows: where their columns stand, their sentences laid out, and how high that makes them.

use super::rows::Rows;
use super::{GUTTER, MARGIN, PAD};
use crate::cell::{Marks, lay_out};
use crate::mode::Mode;
use egui::{Galley, Ui};
use jjak_core::article::Lang;
use jjak_core::bitext::RowIndex;
use std::sync::Arc;

impl Rows<'_> {
    pub(super) fn cell(&self, ui: &Ui, row: RowIndex, lang: Lang, mode: &Mode) -> Vec<Arc<Galley>> {
        let bitext = self.view.session.bitext();
        let side = bitext.side(lang);
        let texts = bitext.ids(row, lang).iter().map(|&id| {
            let mut marks = Marks {
                find: self.view.pattern,
                cut: None,
            };
            let mut text = side.text(id);
            match mode {
                Mode::Edit(editing) if (editing.lang, editing.id) == (lang, id) => {
                    text = format!("{} ", editing.text).into();
                    marks = Marks::default();
                }
                Mode::Cut(cutting) if (cutting.lang, cutting.id) == (lang, id) => {
                    let head = side.article.line(&(id.0..cutting.place().at));
                    marks.cut = Some(head.len() + 1);
                }
                _ => {}
            }
            let width = self.text_width(lang);
            lay_out(ui, &text, self.view.look, width, self.palette, &marks)
        });
        texts.collect()
    }

    pub(super) fn column(&self, lang: Lang) -> f32 {
        let [left, right] = self.columns;
        if self.is_left(lang) { left } else { right }
    }

    pub(super) fn is_left(&self, lang: Lang) -> bool {
        let [left, _] = self.sides;
        left == lang
    }

    pub(super) fn text_width(&self, lang: Lang) -> f32 {
        self.column(lang) - 2.0 * PAD
    }

    /// Where a column begins, from the left edge of the rows.
    pub(super) fn offset(&self, lang: Lang) -> f32 {
        let [left, _] = self.columns;
        if self.is_left(lang) {
            MARGIN
        } else {
            MARGIN + left + GUTTER
        }
    }

    pub(super) fn line_height(&self) -> f32 {
        self.view.look.line_height()
    }

    pub(super) fn measure(&self, ui: &Ui, row: RowIndex, mode: &Mode) -> f32 {
        if !self.view.session.is_shown(row) {
            return 0.0;
        }
        let height = |lang: Lang| -> f32 {
            let galleys = self.cell(ui, row, lang, mode);
            galleys
                .iter()
                .map(|galley| galley.size().y.max(self.line_height()) + PAD)
                .sum()
        };
        height(Lang::En)
            .max(height(Lang::Ko))
            .max(self.line_height() + PAD)
            + PAD
            + self.strip_height(row)
            + self.below(row)
    }

    /// The height of what was taken out below the last row.
    pub(super) fn below(&self, row: RowIndex) -> f32 {
        if row.below() == self.view.session.bitext().beads.end() {
            self.strip_height(row.below())
        } else {
            0.0
        }
    }
}
