//! The side list of what cleaning, or a person, took out of the articles.

use super::fonts::{bold, regular};
use super::texts::{self, Text, Tongue, lang_name};
use crate::article::{Article, Exclusion, Lang, one_line};
use crate::bitext::{Bitext, Operation};
use egui::{Align, Button, Label, Layout, Panel, RichText, ScrollArea, TextWrapMode, Ui, vec2};

const ENTRY: f32 = 52.0;

/// A line of the list; all are of one height, so that only those in sight are laid out.
enum Entry<'a> {
    Heading(Lang, usize),
    Block {
        lang: Lang,
        block: usize,
        why: &'a Exclusion,
    },
}

/// Shows the list at the left. Returns the restoring of the block that was asked for.
pub fn show(ui: &mut Ui, bitext: &Bitext, tongue: Tongue) -> Option<Operation> {
    let entries: Vec<Entry> = Lang::BOTH
        .into_iter()
        .flat_map(|lang| entries(&bitext.side(lang).article, lang))
        .collect();
    let count = entries
        .iter()
        .filter(|entry| matches!(entry, Entry::Block { .. }))
        .count();
    Panel::left("excluded")
        .default_size(300.0)
        .size_range(220.0..=520.0)
        .show(ui, |ui| {
            ui.add_space(6.0);
            let title = format!("{} ({count})", Text::ExcludedTitle.in_(tongue));
            ui.label(RichText::new(title).font(bold(15.0)));
            ui.add_space(4.0);
            if count == 0 {
                ui.label(RichText::new(Text::ExcludedNone.in_(tongue)).weak());
            }
            let mut asked = None;
            ScrollArea::vertical().auto_shrink(false).show_rows(
                ui,
                ENTRY,
                entries.len(),
                |ui, rows| {
                    for entry in &entries[rows] {
                        let size = vec2(ui.available_width(), ENTRY);
                        let restore = ui
                            .allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                                ui.set_min_size(size);
                                show_entry(ui, bitext, entry, tongue)
                            })
                            .inner;
                        asked = asked.take().or(restore);
                    }
                },
            );
            asked
        })
        .inner
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

fn show_entry(ui: &mut Ui, bitext: &Bitext, entry: &Entry, tongue: Tongue) -> Option<Operation> {
    let (lang, block, why) = match entry {
        Entry::Heading(lang, count) => {
            ui.add_space(20.0);
            let text = format!("{} ({count})", lang_name(*lang, tongue));
            ui.label(RichText::new(text).font(bold(13.5)).weak());
            return None;
        }
        Entry::Block { lang, block, why } => (*lang, *block, why),
    };
    let article = &bitext.side(lang).article;
    let whole = &article.text[article.blocks[block].span.clone()];
    let first = one_line(whole.trim().lines().next().unwrap_or_default());
    ui.spacing_mut().item_spacing.y = 2.0;
    let text = RichText::new(first.as_ref()).font(regular(14.0));
    let label = Label::new(text)
        .wrap_mode(TextWrapMode::Truncate)
        .show_tooltip_when_elided(false);
    ui.add(label).on_hover_text(whole.trim());
    ui.horizontal(|ui| {
        let button = Button::new(RichText::new(Text::Restore.in_(tongue)).font(regular(12.5)));
        let name = format!("{}: {first}", Text::Restore.in_(tongue));
        let restore = ui.add(button.small()).accessible_name(name).clicked();
        let mut reason = texts::reason(why.reason, tongue).to_owned();
        if !why.rule.is_empty() {
            let rule = tongue.fill(Text::ByRule, &[&why.rule]);
            reason = format!("{reason}  ·  {rule}");
        }
        let reason = RichText::new(reason).font(regular(12.5)).weak();
        ui.add(Label::new(reason).wrap_mode(TextWrapMode::Truncate));
        restore
    })
    .inner
    .then_some(Operation::Restore { lang, block })
}
