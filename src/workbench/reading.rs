//! Both texts whole, side by side: paragraphs as they stand in the articles, the current pair marked in both, what was
//! taken out greyed. A click on a sentence goes to its row.

use super::fonts::{bold, regular};
use super::heights::Heights;
use super::session::{Cursor, Session};
use super::texts::{Locale, Text, lang_name};
use super::theme::Palette;
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    CentralPanel, CursorIcon, Frame, Galley, Id, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};
use jjak_core::article::{BlockKind, Lang, PerLang, one_line};
use jjak_core::bitext::{RowIndex, SegmentId};
use std::ops::Range;
use std::sync::Arc;

const PAD: f32 = 18.0;
const BETWEEN: f32 = 9.0;

#[derive(Default)]
pub(crate) struct Reading {
    sides: PerLang<Page>,
    reveal: bool,
}

/// How high the paragraphs of one text are, of one revision and width.
#[derive(Default)]
struct Page {
    heights: Heights,
    of: Option<(u64, u32, u32)>,
}

/// A paragraph laid out, and which bytes of its text are which sentence.
struct Paragraph {
    galley: Arc<Galley>,
    sentences: Vec<(Range<usize>, SegmentId)>,
}

impl Reading {
    /// Scrolls to the current pair in the next frame.
    pub(crate) fn reveal(&mut self) {
        self.reveal = true;
    }

    /// Shows the view; returns the sentence that was clicked.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        size: f32,
        locale: Locale,
    ) -> Option<Cursor> {
        let palette = Palette::of(ui.ctx());
        let here = Id::unique("reading row");
        let row = session.cursor().row;
        let before: Option<RowIndex> = ui.data(|data| data.get_temp(here));
        ui.data_mut(|data| data.insert_temp(here, row));
        let reveal = std::mem::take(&mut self.reveal) || before != Some(row);
        CentralPanel::default()
            .frame(Frame::NONE.fill(palette.page))
            .show(ui, |ui| {
                let whole = ui.max_rect();
                let mut clicked = None;
                let half = whole.width() / 2.0;
                let lefts = [whole.left(), whole.left() + half];
                for (lang, left) in session.sides().into_iter().zip(lefts) {
                    let page = &mut self.sides[lang];
                    let rect =
                        Rect::from_min_size(pos2(left, whole.top()), vec2(half, whole.height()));
                    let builder = UiBuilder::new()
                        .id_salt(("reading", lang))
                        .max_rect(rect.shrink2(vec2(PAD, 0.0)));
                    let mut ui = ui.new_child(builder);
                    ui.set_clip_rect(rect);
                    let view = View {
                        session,
                        lang,
                        size,
                        locale,
                        palette,
                    };
                    clicked = page.show(&mut ui, &view, reveal).or(clicked);
                }
                let line = egui::Stroke::new(1.0, palette.line);
                ui.painter().vline(whole.center().x, whole.y_range(), line);
                clicked
            })
            .inner
    }
}

struct View<'a> {
    session: &'a Session,
    lang: Lang,
    size: f32,
    locale: Locale,
    palette: &'static Palette,
}

impl Page {
    fn show(&mut self, ui: &mut Ui, view: &View, reveal: bool) -> Option<Cursor> {
        let name = lang_name(view.lang, view.locale);
        ui.add_space(8.0);
        ui.label(RichText::new(name).font(bold(13.0)));
        ui.add_space(4.0);
        let width = (ui.available_width() - 14.0).max(0.0);
        let blocks = &view.session.bitext().side(view.lang).article.blocks;
        let of = (
            view.session.revision(),
            width.to_bits(),
            view.size.to_bits(),
        );
        if self.of != Some(of) {
            let estimate = |bytes: usize| {
                let per_line = (width / view.size * 2.2).max(1.0);
                (bytes as f32 / per_line).ceil() * view.size * 1.6 + BETWEEN
            };
            self.heights =
                Heights::estimated(blocks.iter().map(|block| estimate(block.span.len())));
            self.of = Some(of);
        }
        let mut area = ScrollArea::vertical()
            .auto_shrink(false)
            .id_salt(("reading", view.lang));
        let place = Id::unique(("reading view", view.lang));
        if reveal && let Some(block) = view.current_block() {
            let (top, bottom) = (
                self.heights.top(block) as f32,
                self.heights.top(block + 1) as f32,
            );
            let seen: Option<(f32, f32)> = ui.data(|data| data.get_temp(place));
            let is_seen = seen.is_some_and(|(from, height)| from <= top && bottom <= from + height);
            if !is_seen {
                let height = seen.map_or(400.0, |(_, height)| height);
                area = area.vertical_scroll_offset((top - height * 0.3).max(0.0));
            }
        }
        let mut clicked = None;
        let output = area.show_viewport(ui, |ui, viewport| {
            ui.set_width(width);
            ui.set_height(self.heights.total() as f32);
            let (from, to) = (f64::from(viewport.min.y), f64::from(viewport.max.y));
            let shown = self.heights.show(from, to, |block| {
                view.paragraph(ui, block, width).galley.size().y + BETWEEN
            });
            let (left, top) = (ui.max_rect().left(), ui.clip_rect().top());
            for block in shown {
                let y = top + (self.heights.top(block) - from) as f32;
                clicked = view.show(ui, block, pos2(left, y), width).or(clicked);
            }
        });
        let seen = (output.state.clamped_offset().y, output.inner_rect.height());
        ui.data_mut(|data| data.insert_temp(place, seen));
        clicked
    }
}

impl View<'_> {
    /// The block with the current pair's first sentence of this side.
    fn current_block(&self) -> Option<usize> {
        let bitext = self.session.bitext();
        let bead = bitext.beads.get(self.session.cursor().row)?;
        let first = *bead.ids(self.lang).first()?;
        bitext.side(self.lang).article.block_at(first.0)
    }

    fn paragraph(&self, ui: &Ui, block: usize, width: f32) -> Paragraph {
        let bitext = self.session.bitext();
        let side = bitext.side(self.lang);
        let mut job = LayoutJob::default();
        let Some(of) = side.article.blocks.get(block) else {
            return Paragraph {
                galley: ui.painter().layout_job(job),
                sentences: Vec::new(),
            };
        };
        job.wrap.max_width = width;
        let plain = TextFormat {
            font_id: match of.kind {
                BlockKind::Heading => bold(self.size + 1.0),
                _ => regular(self.size),
            },
            color: self.palette.text,
            line_height: Some((self.size * 1.6).round()),
            ..TextFormat::default()
        };
        let mut sentences = Vec::new();
        if of.excluded.is_some() {
            let format = TextFormat {
                color: self.palette.weak,
                font_id: regular(self.size - 1.0),
                italics: false,
                ..plain
            };
            job.append(&one_line(side.article.block_text(block)), 0.0, format);
            return Paragraph {
                galley: ui.painter().layout_job(job),
                sentences,
            };
        }
        let current = bitext.ids(self.session.cursor().row, self.lang);
        let first = side
            .segments
            .partition_point(|segment| segment.span.start < of.span.start);
        let segments = side.segments.iter().skip(first);
        for segment in segments.take_while(|segment| segment.span.start < of.span.end) {
            let id = segment.id();
            if !job.text.is_empty() {
                job.append(" ", 0.0, plain.clone());
            }
            let mut format = plain.clone();
            if current.contains(&id) {
                format.background = self.palette.hit;
            }
            let from = job.text.len();
            job.append(&side.text_of(segment), 0.0, format);
            sentences.push((from..job.text.len(), id));
        }
        Paragraph {
            galley: ui.painter().layout_job(job),
            sentences,
        }
    }

    fn show(&self, ui: &mut Ui, block: usize, at: egui::Pos2, width: f32) -> Option<Cursor> {
        let paragraph = self.paragraph(ui, block, width);
        let rect = Rect::from_min_size(at, vec2(width, paragraph.galley.size().y));
        let id = Id::unique(("reading", self.lang, block));
        let bitext = self.session.bitext();
        let of = bitext.side(self.lang).article.blocks.get(block);
        let excluded = of.is_none_or(|block| block.excluded.is_some());
        let sense = if excluded {
            Sense::hover()
        } else {
            Sense::click()
        };
        let response = ui.interact(rect, id, sense);
        let text = paragraph.galley.text().to_owned();
        response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, &text));
        let pointed = response.hover_pos().or(response.interact_pointer_pos());
        let sentence = pointed.and_then(|pointer| {
            let cursor = paragraph.galley.cursor_from_pos(pointer - at);
            let byte = text
                .char_indices()
                .nth(cursor.index.0)
                .map_or(text.len(), |(byte, _)| byte);
            let found = paragraph
                .sentences
                .iter()
                .rfind(|(range, _)| range.start <= byte);
            found.map(|&(_, id)| id)
        });
        ui.painter()
            .galley(at, paragraph.galley.clone(), self.palette.text);
        let clicked = response.clicked();
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        let row = sentence.and_then(|id| bitext.row_of(self.lang, id));
        if let (Some(row), false) = (row, excluded) {
            response.on_hover_text_at_pointer(self.locale.fill(Text::GoToRow, &[&row.number()]));
        }
        let (row, id) = (row?, sentence?);
        let at = bitext
            .ids(row, self.lang)
            .iter()
            .position(|&other| other == id)?;
        clicked.then_some(Cursor {
            row,
            lang: self.lang,
            at,
        })
    }
}
