//! One of the two places of the start screen: a text to drop, choose, paste or name.

use super::command::Command;
use super::encoding_menu;
use super::explain;
use super::fonts::{bold, regular};
use super::intake::{DropPlace, Given, Problem, Source};
use super::keymap::Keymap;
use super::texts::{self, Locale, Text, lang_name};
use super::theme::Palette;
use egui::{
    Align, Button, Color32, ComboBox, Id, Key, Label, Layout, Painter, Pos2, Rect, RichText,
    ScrollArea, Sense, Shape, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo,
    accesskit::Role, vec2,
};
use jjak_core::article::Lang;
use jjak_formats::import::{Encoding, chapter};
use std::path::PathBuf;

fn paste_id(lang: Lang) -> Id {
    Id::unique(("pasted text", lang))
}

/// What the person types in a place.
#[derive(Default)]
pub(crate) struct Zone {
    path: String,
    /// The field for pasted text, once it is open.
    pasting: Option<String>,
    /// It has been on the screen.
    shown: bool,
}

pub(crate) enum ZoneRequest {
    Browse,
    Path(PathBuf),
    Text(String),
    /// Read the file again in this encoding.
    Encoding(PathBuf, Encoding),
    /// The text holds both languages: take it for both sides.
    Separate,
    Remove,
}

const MARGIN: f32 = 18.0;
const ROUND: f32 = 8.0;
const BUTTON: f32 = 132.0;

impl Zone {
    pub(crate) const HEIGHT: f32 = 250.0;

    /// Whether its field for pasted text is open and empty, and has the keys.
    pub(crate) fn waits_for_text(&self, ui: &Ui, lang: Lang) -> bool {
        self.pasting.as_ref().is_some_and(String::is_empty)
            && ui.memory(|memory| memory.has_focus(paste_id(lang)))
    }

    pub(crate) fn stop_pasting(&mut self) {
        self.pasting = None;
    }

    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        lang: Lang,
        place: &DropPlace,
        locale: Locale,
    ) -> Option<ZoneRequest> {
        let palette = Palette::of(ui.ctx());
        let painter = ui.painter();
        painter.rect_filled(rect, ROUND, palette.page);
        if place.problem.is_some() {
            let stroke = Stroke::new(1.5, palette.low);
            painter.rect_stroke(rect, ROUND, stroke, StrokeKind::Inside);
        } else if place.given.is_some() {
            let stroke = Stroke::new(1.5, palette.accent);
            painter.rect_stroke(rect, ROUND, stroke, StrokeKind::Inside);
        } else {
            dashes(painter, rect, palette.weak.gamma_multiply(0.55), 1.0);
        }
        let builder = UiBuilder::new()
            .id_salt(("zone", lang))
            .max_rect(rect.shrink(MARGIN))
            .layout(Layout::top_down(Align::Min));
        let mut ui = ui.new_child(builder);
        let ui = &mut ui;
        ui.label(RichText::new(lang_name(lang, locale)).font(bold(16.0)));
        let request = match &place.given {
            Some(given) => show_given(ui, given, lang, locale),
            None if self.pasting.is_some() => self.show_pasting(ui, lang, locale),
            None => self.show_empty(ui, lang, locale),
        };
        if let Some(problem) = &place.problem {
            show_problem(ui, problem, locale);
        }
        request
    }

    fn show_empty(&mut self, ui: &mut Ui, lang: Lang, locale: Locale) -> Option<ZoneRequest> {
        let mut request = None;
        let named = |text: Text| named(text, lang, locale);
        ui.add_space(24.0);
        ui.vertical_centered(|ui| {
            let hint = RichText::new(Text::DropHere.in_(locale)).font(regular(15.0));
            ui.label(hint.weak());
            let kinds = RichText::new(Text::DropKinds.in_(locale)).font(regular(12.5));
            ui.label(kinds.weak());
        });
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            let both = BUTTON * 2.0 + ui.spacing().item_spacing.x;
            ui.add_space(((ui.available_width() - both) / 2.0).max(0.0));
            let size = vec2(BUTTON, 30.0);
            let browse = Button::new(Text::Browse.in_(locale)).min_size(size);
            let browse = ui.add(browse).accessible_name(named(Text::Browse));
            // The first thing to press is the first to have the focus.
            if !std::mem::replace(&mut self.shown, true)
                && lang == Lang::En
                && ui.memory(|memory| memory.focused().is_none())
            {
                browse.request_focus();
            }
            let command = match lang {
                Lang::En => Command::OpenEnglish,
                Lang::Ko => Command::OpenKorean,
            };
            let tip = Keymap::of(ui.ctx()).tip(command, locale);
            if browse.on_hover_text(tip).clicked() {
                request = Some(ZoneRequest::Browse);
            }
            let paste = Button::new(Text::PasteText.in_(locale)).min_size(size);
            let paste = ui.add(paste).accessible_name(named(Text::PasteText));
            let tip = Text::PasteTip.in_(locale);
            if paste.on_hover_text(tip).clicked() {
                self.pasting = Some(String::new());
            }
        });
        ui.add_space(10.0);
        let field = ui.add(
            TextEdit::singleline(&mut self.path)
                .hint_text(Text::PathHint.in_(locale))
                .margin(vec2(8.0, 6.0))
                .desired_width(f32::INFINITY),
        );
        let field = field.accessible_name(named(Text::PathName));
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let path = self.path.trim().trim_matches(['"', '\'']);
        if entered && !path.is_empty() {
            request = Some(ZoneRequest::Path(PathBuf::from(path)));
        }
        request
    }

    fn show_pasting(&mut self, ui: &mut Ui, lang: Lang, locale: Locale) -> Option<ZoneRequest> {
        let text = self.pasting.as_mut()?;
        let mut done = false;
        let mut cancelled = false;
        let height = ui.available_height() - 44.0;
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .show(ui, |ui| {
                let field = TextEdit::multiline(text)
                    .id(paste_id(lang))
                    .hint_text(Text::PasteHint.in_(locale))
                    .desired_width(f32::INFINITY)
                    .min_size(vec2(0.0, height));
                let field = ui.add(field);
                if text.is_empty() && !field.has_focus() && !field.lost_focus() {
                    field.request_focus();
                }
                cancelled |= field.lost_focus() && ui.input(|i| i.key_pressed(Key::Escape));
                field.accessible_name(named(Text::PasteName, lang, locale));
            });
        ui.horizontal(|ui| {
            let some = !text.trim().is_empty();
            let take = ui.add_enabled(some, Button::new(Text::UseText.in_(locale)));
            done = take
                .accessible_name(named(Text::UseText, lang, locale))
                .clicked();
            cancelled |= ui.button(Text::Cancel.in_(locale)).clicked();
        });
        if cancelled {
            self.pasting = None;
        }
        done.then(|| ZoneRequest::Text(self.pasting.take().unwrap_or_default()))
    }
}

fn show_given(ui: &mut Ui, given: &Given, lang: Lang, locale: Locale) -> Option<ZoneRequest> {
    ui.add_space(14.0);
    let mut heading = egui::text::LayoutJob::simple(
        given.heading.clone(),
        bold(18.0),
        ui.visuals().text_color(),
        ui.available_width(),
    );
    heading.wrap.max_rows = 2;
    ui.add(Label::new(heading).selectable(false));
    ui.add_space(4.0);
    let name = given.file_name();
    let name = name.unwrap_or_else(|| Text::PastedText.in_(locale).to_owned());
    ui.add(Label::new(RichText::new(name).font(regular(14.0))).truncate());
    let count = locale.fill(Text::Characters, &[&texts::grouped(given.characters)]);
    let mut request = None;
    ui.horizontal(|ui| {
        let weak = |text: String| RichText::new(text).font(regular(13.5)).weak();
        match given.source.path().filter(|_| given.has_encoding) {
            Some(path) => {
                let chosen = encoding_menu::show(ui, &given.encoding, lang, 13.5, locale);
                request =
                    chosen.map(|encoding| ZoneRequest::Encoding(path.to_path_buf(), encoding));
                ui.label(weak(format!("·  {count}")));
            }
            None if given.encoding.is_empty() => {
                ui.label(weak(count));
            }
            None => {
                ui.label(weak(format!("{}  ·  {count}", given.encoding)));
            }
        }
    });
    ui.add_space(10.0);
    if let Some(chapter) = show_chapters(ui, given, lang, locale) {
        request = Some(chapter);
    }
    ui.horizontal(|ui| {
        let remove = ui.button(Text::Remove.in_(locale));
        let remove = remove.accessible_name(named(Text::Remove, lang, locale));
        if remove.clicked() {
            request = Some(ZoneRequest::Remove);
        }
        if given.halves.is_some() {
            let separate = ui.button(Text::Separate.in_(locale));
            let separate = separate.on_hover_text(Text::SeparateHint.in_(locale));
            if separate.clicked() {
                request = Some(ZoneRequest::Separate);
            }
        }
    });
    request
}

/// The chapters of a book to choose from: all of it, or one.
fn show_chapters(ui: &mut Ui, given: &Given, lang: Lang, locale: Locale) -> Option<ZoneRequest> {
    let Source::File(path) = &given.source else {
        return None;
    };
    if given.chapters.len() < 2 {
        return None;
    }
    let title = |at: Option<usize>| match at.and_then(|at| Some((at, given.chapters.get(at)?))) {
        None => Text::WholeBook.in_(locale).to_owned(),
        Some((at, title)) => format!("{}. {title}", at + 1),
    };
    let mut chosen = given.chapter;
    let choices = std::iter::once(None).chain((0..given.chapters.len()).map(Some));
    ComboBox::from_id_salt(("chapter", lang))
        .selected_text(title(chosen))
        .width(ui.available_width())
        .truncate()
        .show_ui(ui, |ui| {
            for choice in choices {
                ui.selectable_value(&mut chosen, choice, title(choice));
            }
        })
        .response
        .accessible_name(named(Text::Chapter, lang, locale));
    ui.add_space(6.0);
    let number = chosen.map(|at| at + 1);
    (chosen != given.chapter).then(|| ZoneRequest::Path(chapter::name(path, number)))
}

/// The problem in words, after a mark, so that it is not told by colour alone.
fn show_problem(ui: &mut Ui, problem: &Problem, locale: Locale) {
    let palette = Palette::of(ui.ctx());
    let words = match problem {
        Problem::Import(error) => locale.pick(error.to_string(), explain::import_error(error)),
        Problem::Fetch(error) => locale.pick(error.to_string(), explain::fetch_error(error)),
        Problem::Failed(why) => locale.fill(Text::JobFailed, &[why]),
        Problem::SameLanguage(lang) => locale.fill(
            Text::SameLanguage,
            &[&lang_name(*lang, locale), &lang_name(lang.other(), locale)],
        ),
        Problem::NoLetters => Text::NoLetters.in_(locale).to_owned(),
        Problem::NoDialog => Text::NoDialog.in_(locale).to_owned(),
    };
    ui.add_space(4.0);
    ui.horizontal_top(|ui| {
        let (mark, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
        warning_mark(ui.painter(), mark.center(), palette.low);
        let label = ui.add(Label::new(RichText::new(&words).color(palette.low)).wrap());
        label.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &words));
    });
}

fn named(text: Text, lang: Lang, locale: Locale) -> String {
    format!("{}: {}", lang_name(lang, locale), text.in_(locale))
}

/// A circle with an exclamation mark in it.
pub(crate) fn warning_mark(painter: &Painter, at: Pos2, colour: Color32) {
    let stroke = Stroke::new(1.5, colour);
    painter.circle_stroke(at, 6.5, stroke);
    let bar = [at - vec2(0.0, 3.5), at + vec2(0.0, 0.8)];
    painter.line_segment(bar, stroke);
    painter.circle_filled(at + vec2(0.0, 3.3), 1.0, colour);
}

/// A dashed frame.
pub(crate) fn dashes(painter: &Painter, rect: Rect, colour: Color32, width: f32) {
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    painter.extend(Shape::dashed_line(
        &corners,
        Stroke::new(width, colour),
        6.0,
        5.0,
    ));
}
