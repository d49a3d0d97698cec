//! What is known of the row under the cursor: the model's view, the person's, and why the sides match.

use super::fonts::{bold, regular};
use super::texts::{self, Text, Tongue};
use super::theme::Palette;
use crate::article::Lang;
use crate::bitext::{Bead, Bitext, Operation, Origin};
use crate::evidence::{self, Kind, Match};
use egui::{
    Context, Grid, Id, Key, Label, Modifiers, Panel, RichText, ScrollArea, Sense,
    TextEdit, Ui, WidgetInfo, accesskit::Role, vec2,
};
use std::sync::Arc;

const NOTE_HEIGHT: f32 = 110.0;
const KINDS: [(Kind, Text); 5] = [
    (Kind::Number, Text::KindNumber),
    (Kind::Date, Text::KindDate),
    (Kind::Name, Text::KindName),
    (Kind::Term, Text::KindTerm),
    (Kind::Copy, Text::KindCopy),
];

/// The note being written, and the row it belongs to.
#[derive(Clone, Default)]
struct Draft {
    row: usize,
    text: String,
    /// Lengths of the articles, so that it cannot end in another bitext.
    of: [usize; 2],
}

/// What matches in the row shown last; finding it takes longer than a frame should.
struct Found {
    en: String,
    ko: String,
    matches: Vec<Match>,
}

/// Puts the cursor into the note, now or when the panel is next shown.
pub fn focus_note(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(wish_id(), true));
}

/// Shows the panel at the right. Returns the note to keep, once it is written.
pub fn show(
    ui: &mut Ui,
    bitext: &Bitext,
    row: usize,
    crossing: bool,
    tongue: Tongue,
) -> Option<Operation> {
    Panel::right("details")
        .default_size(280.0)
        .size_range(220.0..=460.0)
        .show(ui, |ui| {
            ui.add_space(6.0);
            let title = tongue.fill(Text::Row, &[&(row + 1)]);
            ui.label(RichText::new(title).font(bold(15.0)));
            let Some(bead) = bitext.beads.get(row) else {
                ui.label(RichText::new(Text::NoRow.in_(tongue)).weak());
                return None;
            };
            ui.add_space(4.0);
            show_facts(ui, bead, crossing, tongue);
            ui.add_space(8.0);
            heading(ui, Text::MatchesName, tongue);
            let height = (ui.available_height() - NOTE_HEIGHT).max(60.0);
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink(false)
                .show(ui, |ui| show_matches(ui, bitext, row, tongue));
            show_note(ui, bitext, row, tongue)
        })
        .inner
}

fn show_facts(ui: &mut Ui, bead: &Bead, crossing: bool, tongue: Tongue) {
    let verdict = bead.verdict.map_or(Text::NoVerdict.in_(tongue), |verdict| {
        texts::verdict(verdict, tongue)
    });
    let origin = match bead.origin {
        Origin::Engine => Text::OriginEngine,
        Origin::Remainder => Text::OriginRemainder,
        Origin::Person => Text::OriginPerson,
    };
    let order = if crossing {
        Text::Crossing
    } else {
        Text::OrderKept
    };
    let fact = |ui: &mut Ui, name: Text, value: &str| {
        ui.label(RichText::new(name.in_(tongue)).font(regular(13.0)).weak());
        ui.add(Label::new(RichText::new(value).font(regular(14.0))).wrap());
        ui.end_row();
    };
    Grid::new("facts")
        .num_columns(2)
        .spacing(vec2(14.0, 5.0))
        .show(ui, |ui| {
            fact(ui, Text::Shape, &bead.shape());
            ui.label(
                RichText::new(Text::Certainty.in_(tongue))
                    .font(regular(13.0))
                    .weak(),
            );
            show_confidence(ui, bead, tongue);
            ui.end_row();
            fact(ui, Text::StateName, texts::state(bead.state, tongue));
            fact(ui, Text::VerdictName, verdict);
            fact(ui, Text::OriginName, origin.in_(tongue));
            fact(ui, Text::OrderName, order.in_(tongue));
        });
}

/// A bar with the number beside it, and what it means below.
fn show_confidence(ui: &mut Ui, bead: &Bead, tongue: Tongue) {
    if bead.origin != Origin::Engine {
        ui.label(Text::NotScored.in_(tongue));
        return;
    }
    let palette = Palette::of(ui.ctx());
    let words = match bead.confidence {
        c if c >= 0.9 => Text::CertaintyHigh,
        c if c >= 0.5 => Text::CertaintyMiddle,
        _ => Text::CertaintyLow,
    };
    let percent = (bead.confidence * 100.0).floor();
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.horizontal(|ui| {
            let (bar, response) = ui.allocate_exact_size(vec2(84.0, 8.0), Sense::hover());
            let filled = bar.with_max_x(bar.left() + bar.width() * bead.confidence.clamp(0.0, 1.0));
            ui.painter().rect_filled(bar, 4.0, palette.line);
            ui.painter()
                .rect_filled(filled, 4.0, palette.confidence(bead.confidence));
            let name = tongue.fill(Text::Confidence, &[&percent]);
            response.widget_info(|| WidgetInfo::labeled(Role::Meter, true, &name));
            ui.label(RichText::new(format!("{percent}%")).font(regular(14.0)));
        });
        ui.label(
            RichText::new(words.in_(tongue))
                .font(regular(13.0))
                .weak(),
        );
    });
}

fn show_matches(ui: &mut Ui, bitext: &Bitext, row: usize, tongue: Tongue) {
    let found = matches(ui.ctx(), bitext, row);
    if found.matches.is_empty() {
        let none = RichText::new(Text::NoMatches.in_(tongue)).weak();
        ui.add(Label::new(none.font(regular(13.5))).wrap());
    }
    for (kind, name) in KINDS {
        let of_kind = || found.matches.iter().filter(|found| found.kind == kind);
        if of_kind().next().is_none() {
            continue;
        }
        ui.add_space(4.0);
        ui.label(RichText::new(name.in_(tongue)).font(regular(12.5)).weak());
        ui.spacing_mut().item_spacing.y = 3.0;
        for one in of_kind() {
            let (en, ko) = (&found.en[one.en.clone()], &found.ko[one.ko.clone()]);
            let text = RichText::new(format!("{en} = {ko}")).font(regular(14.0));
            ui.add(Label::new(text).wrap());
        }
    }
}

/// The matches of a row, found anew only when its text is another than before.
fn matches(ctx: &Context, bitext: &Bitext, row: usize) -> Arc<Found> {
    let joined = |lang| bitext.texts(row, lang).collect::<Vec<_>>().join(" ");
    let (en, ko) = (joined(Lang::En), joined(Lang::Ko));
    let id = Id::unique("details matches");
    if let Some(found) = ctx.data(|data| data.get_temp::<Arc<Found>>(id))
        && found.en == en
        && found.ko == ko
    {
        return found;
    }
    let matches = evidence::matches(&en, &ko);
    let found = Arc::new(Found { en, ko, matches });
    ctx.data_mut(|data| data.insert_temp(id, found.clone()));
    found
}

fn show_note(ui: &mut Ui, bitext: &Bitext, row: usize, tongue: Tongue) -> Option<Operation> {
    let (field_id, draft_id) = (Id::unique("note"), Id::unique("note draft"));
    heading(ui, Text::NoteName, tongue);
    if ui.data_mut(|data| data.remove_temp::<bool>(wish_id())).is_some() {
        ui.memory_mut(|memory| memory.request_focus(field_id));
    }
    let writing = ui.memory(|memory| memory.has_focus(field_id));
    let kept: Option<Draft> = ui.data(|data| data.get_temp(draft_id));
    let of = Lang::BOTH.map(|lang| bitext.side(lang).article.text.len());
    // While it is being written the note stays with its row, wherever the cursor goes.
    let mut draft = match kept {
        Some(draft) if writing => draft,
        _ => Draft {
            of,
            row,
            text: bitext.beads[row].note.clone(),
        },
    };
    if writing && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
        ui.memory_mut(|memory| memory.surrender_focus(field_id));
    }
    ScrollArea::vertical()
        .id_salt("note scroll")
        .max_height(NOTE_HEIGHT - 44.0)
        .show(ui, |ui| {
            let field = ui.add(
                TextEdit::multiline(&mut draft.text)
                    .id(field_id)
                    .hint_text(Text::NoteHint.in_(tongue))
                    .font(regular(14.0))
                    .desired_rows(3)
                    .desired_width(f32::INFINITY),
            );
            field.accessible_name(Text::NoteName.in_(tongue));
        });
    let still_writing = ui.memory(|memory| memory.has_focus(field_id));
    if still_writing {
        ui.data_mut(|data| data.insert_temp(draft_id, draft));
        return None;
    }
    let stored = ui.data_mut(|data| data.remove_temp::<Draft>(draft_id));
    let written = if writing { draft } else { stored? };
    let before = &bitext.beads.get(written.row)?.note;
    (written.of == of && *before != written.text).then_some(Operation::SetNote {
        row: written.row,
        note: written.text,
    })
}

fn wish_id() -> Id {
    Id::unique("note wanted")
}

fn heading(ui: &mut Ui, text: Text, tongue: Tongue) {
    ui.label(RichText::new(text.in_(tongue)).font(bold(13.5)));
}
