//! The manual, as a page over the window: its chapters at the left, found by their words, and what they say.

use super::command::Command;
use super::fonts::{bold, regular};
use super::keymap::Keymap;
use super::manual::{Block, Chapter, Line, Run, RunLook, Subject, chapters};
use super::pictures::Pictures;
use super::texts::{Locale, Text};
use super::theme::Palette;
use egui::text::LayoutJob;
use egui::{
    Align, CentralPanel, Color32, Frame, Grid, Id, Key, Label, Layout, Margin, Modifiers, RichText,
    ScrollArea, TextEdit, TextFormat, Ui, vec2,
};

const LIST: f32 = 230.0;
/// Lines longer than this are hard to read.
const WIDEST: f32 = 720.0;
const SIZE: f32 = 15.0;
const INDENT: f32 = 22.0;

/// The open manual.
pub(crate) struct ManualPage {
    /// Position of the chapter that is shown.
    at: usize,
    query: String,
    /// Its top is to be shown.
    fresh: bool,
    pictures: Pictures,
}

impl ManualPage {
    /// Opened at what the person is doing.
    pub(crate) fn about(subject: Subject) -> ManualPage {
        let place = Subject::ALL.iter().position(|other| *other == subject);
        ManualPage {
            // The title page is before them.
            at: place.map_or(0, |place| place + 1),
            query: String::new(),
            fresh: true,
            pictures: Pictures::default(),
        }
    }

    /// Shows it. Returns whether it stays open.
    pub(crate) fn show(&mut self, ui: &mut Ui, locale: Locale) -> bool {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let leaves = pressed(Key::Escape) || Keymap::of(ui.ctx()).hear(ui.ctx(), Command::Manual);
        // The field would take them.
        let step = i32::from(pressed(Key::ArrowDown)) - i32::from(pressed(Key::ArrowUp));
        let chapters = chapters(locale);
        let mut found: Vec<usize> = (0..chapters.len()).collect();
        found.retain(|&at| chapters.get(at).is_some_and(|one| one.holds(&self.query)));
        self.step(&found, step);
        let closed = CentralPanel::default().show(ui, |ui| {
            crate::panels::name_region(ui, Text::ManualTitle.in_(locale));
            let closed = title(ui, locale);
            ui.add_space(8.0);
            ui.horizontal_top(|ui| {
                let height = ui.available_height();
                ui.allocate_ui_with_layout(
                    vec2(LIST, height),
                    Layout::top_down(Align::Min),
                    |ui| {
                        ui.set_width(LIST);
                        self.contents(ui, chapters, &found, locale);
                    },
                );
                ui.add_space(20.0);
                ui.vertical(|ui| self.chapter(ui, chapters));
            });
            closed
        });
        !(closed.inner || leaves)
    }

    /// To the next or previous of the chapters that hold what is looked for.
    fn step(&mut self, found: &[usize], step: i32) {
        let next = match step {
            1.. => found.iter().find(|&&at| at > self.at),
            0 if !found.contains(&self.at) => found.first(),
            0 => None,
            _ => found.iter().rev().find(|&&at| at < self.at),
        };
        if let Some(&next) = next {
            self.go(next);
        }
    }

    fn go(&mut self, at: usize) {
        self.at = at;
        self.fresh = true;
    }

    /// The field and the chapters below it.
    fn contents(&mut self, ui: &mut Ui, chapters: &[Chapter], found: &[usize], locale: Locale) {
        let field = ui.add(
            TextEdit::singleline(&mut self.query)
                .id(Id::unique("manual query"))
                .hint_text(Text::ManualSearch.in_(locale))
                .font(regular(SIZE))
                .margin(vec2(8.0, 6.0))
                .desired_width(LIST),
        );
        if self.fresh && self.query.is_empty() {
            field.request_focus();
        }
        field.accessible_name(Text::ManualSearch.in_(locale));
        ui.add_space(6.0);
        if found.is_empty() {
            ui.label(RichText::new(Text::ManualNothing.in_(locale)).weak());
        }
        for &at in found {
            let Some(chapter) = chapters.get(at) else {
                continue;
            };
            let name = RichText::new(&chapter.title).font(regular(SIZE));
            let button = egui::Button::selectable(at == self.at, name).wrap();
            if ui.add(button.min_size(vec2(LIST, 28.0))).clicked() {
                self.go(at);
            }
        }
    }

    fn chapter(&mut self, ui: &mut Ui, chapters: &[Chapter]) {
        let Some(chapter) = chapters.get(self.at) else {
            return;
        };
        let mut area = ScrollArea::vertical()
            .id_salt("manual chapter")
            .auto_shrink(false);
        if std::mem::take(&mut self.fresh) {
            area = area.vertical_scroll_offset(0.0);
        }
        area.show(ui, |ui| {
            ui.set_max_width((ui.available_width() - 16.0).clamp(120.0, WIDEST));
            ui.spacing_mut().item_spacing.y = 9.0;
            ui.add(Label::new(RichText::new(&chapter.title).font(bold(22.0))).wrap());
            let mut view = View {
                palette: Palette::of(ui.ctx()),
                sought: self.query.to_lowercase(),
                pictures: &mut self.pictures,
            };
            for (number, block) in chapter.blocks.iter().enumerate() {
                view.block(ui, number, block);
            }
            ui.add_space(30.0);
        });
    }
}

/// The page's own line. Returns whether it is closed there.
fn title(ui: &mut Ui, locale: Locale) -> bool {
    ui.horizontal(|ui| {
        ui.label(RichText::new(Text::ManualTitle.in_(locale)).font(bold(20.0)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = ui.button(Text::Close.in_(locale));
            close.on_hover_text("Esc").clicked()
        })
        .inner
    })
    .inner
}

/// How blocks are shown.
struct View<'a> {
    palette: &'a Palette,
    /// What is looked for, in small letters.
    sought: String,
    pictures: &'a mut Pictures,
}

impl View<'_> {
    fn block(&mut self, ui: &mut Ui, number: usize, block: &Block) {
        match block {
            Block::Heading(line) => {
                ui.add(Label::new(self.line(line, 17.0)).wrap());
            }
            Block::Paragraph(line) => {
                ui.add(Label::new(self.line(line, SIZE)).wrap());
            }
            Block::Item(at, line) => {
                ui.horizontal_top(|ui| {
                    let mark = at.map_or("•".to_owned(), |at| format!("{at}."));
                    let mark = vec![Run {
                        text: mark,
                        look: RunLook::Plain,
                    }];
                    ui.add_sized(vec2(INDENT, SIZE), Label::new(self.line(&mark, SIZE)));
                    ui.add(Label::new(self.line(line, SIZE)).wrap());
                });
            }
            Block::Code(code) => {
                let frame = Frame::new().fill(self.palette.page).corner_radius(4);
                frame.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
                    ui.set_min_width(ui.available_width().max(0.0));
                    ui.add(Label::new(RichText::new(code).monospace()).wrap());
                });
            }
            Block::Table(rows) => self.table(ui, number, rows),
            Block::Picture(name, words) => self.pictures.show(ui, name, words),
        }
    }

    fn table(&self, ui: &mut Ui, number: usize, rows: &[Vec<Line>]) {
        let columns = rows.first().map_or(1, Vec::len).max(1);
        let width = (ui.available_width() / columns as f32 - 14.0).max(40.0);
        let grid = Grid::new(("manual table", number)).striped(true);
        grid.spacing(vec2(14.0, 7.0)).show(ui, |ui| {
            for (at, row) in rows.iter().enumerate() {
                for cell in row {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        let size = if at == 0 { SIZE - 1.5 } else { SIZE };
                        ui.add(Label::new(self.line(cell, size)).wrap());
                    });
                }
                ui.end_row();
            }
        });
    }

    /// A line as text to lay out, what is looked for marked.
    fn line(&self, line: &Line, size: f32) -> LayoutJob {
        let mut job = LayoutJob::default();
        for run in line {
            let (font, background) = match run.look {
                RunLook::Plain => (regular(size), Color32::TRANSPARENT),
                RunLook::Strong => (bold(size), Color32::TRANSPARENT),
                RunLook::Code => (regular(size), self.palette.page),
            };
            let format = TextFormat {
                font_id: font,
                color: self.palette.text,
                background,
                line_height: Some(size * 1.5),
                ..TextFormat::default()
            };
            for (piece, is_hit) in pieces(&run.text, &self.sought) {
                let mut format = format.clone();
                if is_hit {
                    format.background = self.palette.hit;
                }
                job.append(piece, 0.0, format);
            }
        }
        job
    }
}

/// A text cut where words that are looked for stand in it.
fn pieces<'a>(text: &'a str, sought: &str) -> Vec<(&'a str, bool)> {
    let small = text.to_lowercase();
    // Letters that change their length with their case would shift all that follows.
    let words: Vec<&str> = if small.len() == text.len() {
        sought.split_whitespace().collect()
    } else {
        Vec::new()
    };
    let mut pieces = Vec::new();
    let mut from = 0;
    while let Some(rest) = small.get(from..) {
        let places = words
            .iter()
            .filter_map(|word| Some((rest.find(word)?, word.len())));
        let Some((at, length)) = places.min() else {
            break;
        };
        let (begin, end) = (from + at, from + at + length);
        pieces.extend(text.get(from..begin).map(|piece| (piece, false)));
        pieces.extend(text.get(begin..end).map(|piece| (piece, true)));
        from = end;
    }
    pieces.extend(text.get(from..).map(|piece| (piece, false)));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn what_is_sought_is_cut_out() {
        assert_eq!(
            pieces("A Tmx b", "tmx"),
            [("A ", false), ("Tmx", true), (" b", false)]
        );
        assert_eq!(
            pieces("번역 메모리", "메모리 번역"),
            [("번역", true), (" ", false), ("메모리", true)]
        );
        assert_eq!(pieces("none", ""), [("none", false)]);
    }
}
