//! The side list of what stands in no pair: sentences without a counterpart, and what cleaning, or a person, took out of
//! the articles.

use super::fonts::{bold, regular};
use super::rule_name::rule_name;
use super::texts::{self, Locale, Text, lang_name};
use egui::{Align, Button, Label, Layout, Panel, RichText, ScrollArea, TextWrapMode, Ui, vec2};
use jjak_core::article::{Article, Exclusion, Lang, one_line};
use jjak_core::bitext::{Bitext, RowIndex};

const ENTRY: f32 = 52.0;

/// A line of the list; all are of one height, so that only those in sight are laid out.
enum Entry<'a> {
    Title(Text, usize),
    None(Text),
    Heading(Lang, usize),
    Unmatched {
        lang: Lang,
        row: RowIndex,
    },
    Block {
        lang: Lang,
        block: usize,
        why: &'a Exclusion,
    },
}

/// What the list was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Restore(Lang, usize),
    /// To a row.
    Go(RowIndex),
}

/// Shows the list at the left.
pub fn show(ui: &mut Ui, bitext: &Bitext, locale: Locale) -> Option<Asked> {
    let unmatched = Lang::BOTH.map(|lang| unmatched(bitext, lang));
    let blocks = Lang::BOTH.map(|lang| entries(&bitext.side(lang).article, lang));
    let mut entries = section(unmatched, Text::UnmatchedTitle, Text::UnmatchedNone);
    entries.extend(section(blocks, Text::ExcludedTitle, Text::ExcludedNone));
    Panel::left("excluded")
        .default_size(300.0)
        .size_range(220.0..=520.0)
        .show(ui, |ui| {
            crate::panels::name_region(ui, Text::ExcludedTitle.in_(locale));
            let mut asked = None;
            ScrollArea::vertical().auto_shrink(false).show_rows(
                ui,
                ENTRY,
                entries.len(),
                |ui, rows| {
                    for entry in entries.get(rows).unwrap_or_default() {
                        let size = vec2(ui.available_width().max(0.0), ENTRY);
                        let asked_here = ui
                            .allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                                ui.set_min_size(size);
                                show_entry(ui, bitext, entry, locale)
                            })
                            .inner;
                        asked = asked.take().or(asked_here);
                    }
                },
            );
            asked
        })
        .inner
}

/// A part of the list: its title with the count, and both sides' entries.
fn section<'a>(sides: [Vec<Entry<'a>>; 2], title: Text, none: Text) -> Vec<Entry<'a>> {
    let entries: Vec<Entry> = sides.into_iter().flatten().collect();
    let headings = entries.iter();
    let headings = headings.filter(|entry| matches!(entry, Entry::Heading(..)));
    let count = entries.len() - headings.count();
    let mut section = vec![Entry::Title(title, count)];
    if entries.is_empty() {
        section.push(Entry::None(none));
    }
    section.extend(entries);
    section
}

/// A heading and the rows that have sentences of this side alone; nothing if there are none.
fn unmatched(bitext: &Bitext, lang: Lang) -> Vec<Entry<'static>> {
    let rows = bitext.beads.numbered();
    let mut entries: Vec<Entry> = rows
        .filter(|(_, bead)| bead.ids(lang.other()).is_empty())
        .map(|(row, _)| Entry::Unmatched { lang, row })
        .collect();
    if !entries.is_empty() {
        entries.insert(0, Entry::Heading(lang, entries.len()));
    }
    entries
}

/// A heading and the excluded blocks of one article; nothing if there are none.
fn entries(article: &Article, lang: Lang) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry> = article
        .blocks
        .iter()
        .enumerate()
        .filter_map(|(block, of)| {
            let why = of.excluded.as_ref()?;
            Some(Entry::Block { lang, block, why })
        })
        .collect();
    if !entries.is_empty() {
        entries.insert(0, Entry::Heading(lang, entries.len()));
    }
    entries
}

fn show_entry(ui: &mut Ui, bitext: &Bitext, entry: &Entry, locale: Locale) -> Option<Asked> {
    let (lang, block, why) = match entry {
        Entry::Title(text, count) => {
            ui.add_space(14.0);
            let title = format!("{} ({count})", text.in_(locale));
            ui.label(RichText::new(title).font(bold(15.0)));
            return None;
        }
        Entry::None(text) => {
            ui.label(RichText::new(text.in_(locale)).weak());
            return None;
        }
        Entry::Unmatched { lang, row } => return show_unmatched(ui, bitext, *lang, *row, locale),
        Entry::Heading(lang, count) => {
            ui.add_space(20.0);
            let text = format!("{} ({count})", lang_name(*lang, locale));
            ui.label(RichText::new(text).font(bold(13.5)).weak());
            return None;
        }
        Entry::Block { lang, block, why } => (*lang, *block, why),
    };
    let article = &bitext.side(lang).article;
    let whole = article.block_text(block);
    let first = one_line(whole.trim().lines().next().unwrap_or_default());
    ui.spacing_mut().item_spacing.y = 2.0;
    let text = RichText::new(first.as_ref()).font(regular(14.0));
    let label = Label::new(text)
        .wrap_mode(TextWrapMode::Truncate)
        .show_tooltip_when_elided(false);
    ui.add(label).on_hover_text(whole.trim());
    ui.horizontal(|ui| {
        let button = Button::new(RichText::new(Text::Restore.in_(locale)).font(regular(12.5)));
        let name = format!("{}: {first}", Text::Restore.in_(locale));
        let restore = ui.add(button.small()).accessible_name(name).clicked();
        let mut reason = texts::reason(why.reason, locale).to_owned();
        if !why.rule.is_empty() {
            let rule = locale.fill(Text::ByRule, &[&rule_name(&why.rule, locale)]);
            reason = format!("{reason}  ·  {rule}");
        }
        let reason = RichText::new(reason).font(regular(12.5)).weak();
        ui.add(Label::new(reason).wrap_mode(TextWrapMode::Truncate));
        restore
    })
    .inner
    .then_some(Asked::Restore(lang, block))
}

fn show_unmatched(
    ui: &mut Ui,
    bitext: &Bitext,
    lang: Lang,
    row: RowIndex,
    locale: Locale,
) -> Option<Asked> {
    let text = bitext.texts(row, lang).next().unwrap_or_default();
    ui.spacing_mut().item_spacing.y = 2.0;
    let words = RichText::new(text.as_ref()).font(regular(14.0));
    let label = Label::new(words)
        .wrap_mode(TextWrapMode::Truncate)
        .show_tooltip_when_elided(false);
    ui.add(label).on_hover_text(text.as_ref());
    let go = locale.fill(Text::GoToRow, &[&row.number()]);
    let button = Button::new(RichText::new(&go).font(regular(12.5)));
    ui.add(button.small()).clicked().then_some(Asked::Go(row))
}
