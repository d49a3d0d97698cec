//! The side list of what the checks say of the whole text: by check, with what sets each right and what says that it is
//! right as it stands.

use super::dialog::{Answer, Dialog};
use super::difference;
use super::finding_list::{self, FindingList, Told};
use super::fonts::{bold, regular};
use super::session::Session;
use super::texts::{self, Locale, Text};
use super::theme::Palette;
use super::why;
use egui::{Button, Label, Panel, RichText, ScrollArea, Ui, vec2};
use jjak_core::bitext::{Operation, RowIndex, Waiver};
use jjak_core::check::{Check, Finding, Level};
use std::path::PathBuf;

const ENTRY: f32 = 96.0;
/// Between two lists while the checks still read, in seconds.
const PAUSE: f64 = 0.5;

/// Which are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    All,
    Of(Check),
    /// What people have found right.
    Waived,
}

/// The panel.
#[derive(Default)]
pub(crate) struct FindingPanel {
    list: FindingList,
    kind: Kind,
    listed_at: f64,
    dialog: Option<(Purpose, Dialog)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    Save,
    Load,
}

/// What it was asked for.
pub(crate) enum Asked {
    /// To a row.
    Go(RowIndex),
    /// To set findings right.
    Fix(Operation),
    /// To have a finding told no more; whether in no row.
    Waive(Operation, bool),
    Operation(Operation),
    /// To write what was found right into a file.
    Save(PathBuf, String),
    Load(PathBuf),
    NoDialog,
}

impl FindingPanel {
    /// Shows the list at the left.
    pub(crate) fn show(&mut self, ui: &mut Ui, session: &Session, locale: Locale) -> Option<Asked> {
        self.refresh(ui, session);
        let shown = Panel::left("findings")
            .default_size(340.0)
            .size_range(250.0..=600.0)
            .show(ui, |ui| {
                crate::panels::name_region(ui, Text::FindingsOfText.in_(locale));
                ui.add_space(8.0);
                let title = Text::FindingsOfText.in_(locale);
                ui.label(RichText::new(title).font(bold(15.0)));
                if let Some(share) = session.findings().share_read() {
                    let percent = (share * 100.0).floor();
                    let words = locale.fill(Text::FindingsReading, &[&percent]);
                    ui.label(RichText::new(words).font(regular(12.5)).weak());
                }
                self.show_kinds(ui, locale);
                ui.separator();
                match self.kind {
                    Kind::Waived => self.show_waived(ui, locale),
                    Kind::All | Kind::Of(_) => self.show_told(ui, session, locale),
                }
            });
        self.hear_dialog().or(shown.inner)
    }

    fn refresh(&mut self, ui: &Ui, session: &Session) {
        let now = ui.input(|input| input.time);
        let waits = session.findings().is_reading() && now - self.listed_at < PAUSE;
        if !self.list.is_fresh(session) && !waits {
            self.list.refresh(session);
            self.listed_at = now;
        }
        let is_there = match self.kind {
            Kind::All => true,
            Kind::Of(check) => self.list.counts().iter().any(|(of, _)| *of == check),
            Kind::Waived => !self.list.waived().is_empty(),
        };
        if !is_there {
            self.kind = Kind::All;
        }
    }

    fn hear_dialog(&mut self) -> Option<Asked> {
        let (purpose, dialog) = self.dialog.as_ref()?;
        let (answer, purpose) = (dialog.poll()?, *purpose);
        self.dialog = None;
        match (answer, purpose) {
            (Answer::Chosen(path), Purpose::Save) => {
                let lines = finding_list::as_lines(self.list.waived());
                Some(Asked::Save(path, lines))
            }
            (Answer::Chosen(path), Purpose::Load) => Some(Asked::Load(path)),
            (Answer::Closed, _) => None,
            (Answer::Missing, _) => Some(Asked::NoDialog),
        }
    }

    /// A button for each check that found something.
    fn show_kinds(&mut self, ui: &mut Ui, locale: Locale) {
        let all = locale.fill(Text::FindingsAll, &[&self.list.told().len()]);
        let mut kinds = vec![(Kind::All, all)];
        for (check, count) in self.list.counts() {
            let name = texts::capital(texts::check(*check, locale));
            kinds.push((Kind::Of(*check), format!("{name} {count}")));
        }
        if !self.list.waived().is_empty() {
            let waived = locale.fill(Text::FindingsWaived, &[&self.list.waived().len()]);
            kinds.push((Kind::Waived, waived));
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            for (kind, name) in kinds {
                let text = RichText::new(name).font(regular(13.0));
                let chip = Button::selectable(self.kind == kind, text).frame_when_inactive(true);
                if ui.add(chip).clicked() {
                    self.kind = kind;
                }
            }
        });
    }

    fn shown(&self) -> Vec<&Told> {
        let told = self.list.told().iter();
        let wanted = told.filter(|told| match self.kind {
            Kind::All => true,
            Kind::Of(check) => told.finding.check() == check,
            Kind::Waived => false,
        });
        wanted.collect()
    }

    fn show_told(&self, ui: &mut Ui, session: &Session, locale: Locale) -> Option<Asked> {
        let shown = self.shown();
        if shown.is_empty() && !session.findings().is_reading() {
            let none = RichText::new(Text::FindingsNone.in_(locale)).weak();
            ui.label(none);
            return None;
        }
        let mut asked = None;
        let fixable = shown.iter().filter(|told| !told.fix.is_empty()).count();
        // Of all checks together nobody can oversee what would change.
        if matches!(self.kind, Kind::Of(_)) && fixable > 1 {
            let name = locale.fill(Text::FindingFixShown, &[&fixable]);
            if ui.button(name).clicked() {
                asked = finding_list::fix_all(shown.iter().copied()).map(Asked::Fix);
            }
        }
        let here = session.cursor().row;
        ScrollArea::vertical()
            .auto_shrink(false)
            .show_rows(ui, ENTRY, shown.len(), |ui, rows| {
                for told in shown.get(rows).unwrap_or_default() {
                    let size = vec2(ui.available_width().max(0.0), ENTRY);
                    ui.allocate_ui(size, |ui| {
                        ui.set_min_size(size);
                        let asked_here = self.entry(ui, session, told, told.row == here, locale);
                        asked = asked.take().or(asked_here);
                    });
                }
            });
        asked
    }

    fn entry(
        &self,
        ui: &mut Ui,
        session: &Session,
        told: &Told,
        is_here: bool,
        locale: Locale,
    ) -> Option<Asked> {
        let palette = Palette::of(ui.ctx());
        let mut asked = None;
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            let go = locale.fill(Text::Row, &[&told.row.number()]);
            let button = Button::selectable(is_here, RichText::new(&go).font(regular(12.5)));
            let button = ui.add(button.frame_when_inactive(true).small());
            let name = format!("{go}: {}", why::finding(&told.finding, locale));
            if button.accessible_name(name).clicked() {
                asked = Some(Asked::Go(told.row));
            }
            let colour = match told.finding.level() {
                Level::Error => palette.low,
                Level::Note => palette.weak,
            };
            let check = texts::capital(texts::check(told.finding.check(), locale));
            ui.label(RichText::new(check).font(regular(12.5)).color(colour));
        });
        let said = why::finding(&told.finding, locale);
        let label = Label::new(RichText::new(&said).font(regular(14.0)));
        ui.add(label.truncate().show_tooltip_when_elided(false))
            .on_hover_text(&said);
        match told.fix.first() {
            Some((lang, id, new)) => {
                let old = session.bitext().side(*lang).text(*id);
                let pieces = difference::pieces(&old, new);
                let job = difference::job(&near_change(pieces), 13.0, palette);
                ui.add(Label::new(job).truncate().show_tooltip_when_elided(false))
                    .on_hover_text(new);
            }
            None => {
                let texts = jjak_core::article::Lang::BOTH.map(|lang| {
                    let texts: Vec<_> = session.bitext().texts(told.row, lang).collect();
                    texts.join(" ")
                });
                let text = texts.join("  ·  ");
                let label = RichText::new(&text).font(regular(12.5)).weak();
                ui.add(Label::new(label).truncate().show_tooltip_when_elided(false))
                    .on_hover_text(&text);
            }
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            asked = asked.take().or(self.buttons(ui, told, locale));
        });
        asked
    }

    /// What can be done about a finding.
    fn buttons(&self, ui: &mut Ui, told: &Told, locale: Locale) -> Option<Asked> {
        let mut asked = show_own(ui, told, locale);
        if !told.fix.is_empty() {
            let alike = self.list.told().iter();
            let alike = alike.filter(|other| {
                !other.fix.is_empty() && finding_list::are_alike(&other.finding, &told.finding)
            });
            let alike = alike.count();
            if alike > 1 && small(ui, &locale.fill(Text::FindingFixAlike, &[&alike])) {
                let list = self.list.told().iter();
                asked = finding_list::fix_alike(list, &told.finding).map(Asked::Fix);
            }
        }
        if small(ui, &right_everywhere(&told.finding, locale)) {
            asked = Some(Asked::Waive(finding_list::waive(told, true), true));
        }
        asked
    }

    /// What people have found right, each with the way back.
    fn show_waived(&mut self, ui: &mut Ui, locale: Locale) -> Option<Asked> {
        let mut asked = None;
        ui.horizontal_wrapped(|ui| {
            let help = Text::FindingListHelp.in_(locale);
            let is_free = self.dialog.is_none();
            let save = Button::new(Text::FindingSaveList.in_(locale));
            if ui.add_enabled(is_free, save).on_hover_text(help).clicked() {
                let title = Text::FindingSaveList.in_(locale);
                let dialog = Dialog::save_file(ui.ctx(), title, "right.tsv");
                self.dialog = Some((Purpose::Save, dialog));
            }
            let load = Button::new(Text::FindingLoadList.in_(locale));
            if ui.add_enabled(is_free, load).clicked() {
                let title = Text::FindingLoadList.in_(locale);
                let dialog = Dialog::open_file(ui.ctx(), title, &["tsv", "txt"], locale);
                self.dialog = Some((Purpose::Load, dialog));
            }
        });
        let waived = self.list.waived();
        ScrollArea::vertical().auto_shrink(false).show_rows(
            ui,
            ENTRY / 2.0,
            waived.len(),
            |ui, rows| {
                for (row, waiver) in waived.get(rows).unwrap_or_default() {
                    let size = vec2(ui.available_width().max(0.0), ENTRY / 2.0);
                    ui.allocate_ui(size, |ui| {
                        ui.set_min_size(size);
                        let asked_here = waived_entry(ui, *row, waiver, locale);
                        asked = asked.take().or(asked_here);
                    });
                }
            },
        );
        asked
    }
}

/// The buttons that set one finding right, or say that it is right as it stands.
pub(crate) fn show_own(ui: &mut Ui, told: &Told, locale: Locale) -> Option<Asked> {
    let mut asked = None;
    if !told.fix.is_empty() && small(ui, Text::FindingFix.in_(locale)) {
        asked = finding_list::fix_all([told].into_iter()).map(Asked::Fix);
    }
    if small(ui, Text::FindingRight.in_(locale)) {
        asked = Some(Asked::Waive(finding_list::waive(told, false), false));
    }
    asked
}

fn waived_entry(ui: &mut Ui, row: RowIndex, waiver: &Waiver, locale: Locale) -> Option<Asked> {
    let mut asked = None;
    ui.spacing_mut().item_spacing.y = 2.0;
    let check = Check::named(&waiver.check);
    let check = check.map_or(&*waiver.check, |check| texts::check(check, locale));
    let place = if waiver.everywhere {
        Text::FindingEverywhere.in_(locale).to_owned()
    } else {
        locale.fill(Text::Row, &[&row.number()])
    };
    ui.horizontal(|ui| {
        if small(ui, Text::FindingBack.in_(locale)) {
            let waiver = waiver.clone();
            asked = Some(Asked::Operation(Operation::TakeBackWaiver { waiver }));
        }
        let place = format!("{} · {place}", texts::capital(check));
        ui.label(RichText::new(place).font(regular(12.5)).weak());
    });
    let label = Label::new(RichText::new(&waiver.what).font(regular(13.5)));
    ui.add(label.truncate().show_tooltip_when_elided(false))
        .on_hover_text(&waiver.what);
    asked
}

/// What says that a finding is right wherever it is told.
fn right_everywhere(finding: &Finding, locale: Locale) -> String {
    /// Longer words would leave the button no room.
    const LONGEST: usize = 16;
    match finding.subject() {
        Some(word) => {
            let mut short: String = word.chars().take(LONGEST).collect();
            if short.len() < word.len() {
                short.push('…');
            }
            locale.fill(Text::FindingRightWord, &[&short])
        }
        None => {
            let check = texts::check(finding.check(), locale);
            locale.fill(Text::FindingRightCheck, &[&check])
        }
    }
}

fn small(ui: &mut Ui, name: &str) -> bool {
    let button = Button::new(RichText::new(name).font(regular(12.5)));
    ui.add(button.small()).clicked()
}

/// The pieces from a little before the first change on, so that it is seen in one line.
fn near_change(pieces: Vec<difference::DiffPiece>) -> Vec<difference::DiffPiece> {
    const BEFORE: usize = 6;
    let is_same = |piece: &difference::DiffPiece| matches!(piece, difference::DiffPiece::Same(_));
    let first = pieces.iter().position(|piece| !is_same(piece)).unwrap_or(0);
    let from = first.saturating_sub(BEFORE);
    let begin = (from > 0).then_some(difference::DiffPiece::Same("…"));
    begin
        .into_iter()
        .chain(pieces.into_iter().skip(from))
        .collect()
}
