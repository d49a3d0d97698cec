//! The side list of what cleaning took out, with the reason, and the way back.

use super::texts::{self, Text, Tongue};
use super::theme::Palette;
use super::fonts;
use crate::article::Lang;
use crate::bitext::{Bitext, Operation};
use egui::accesskit::Role;
use egui::{RichText, ScrollArea, Ui, WidgetInfo};

/// Longer blocks are cut here in the list and shown whole on hover.
const SHOWN: usize = 90;

/// Shows the list on the left; returns the block to bring back.
pub fn show(ui: &mut Ui, bitext: &Bitext, tongue: Tongue) -> Option<Operation> {
    let palette = Palette::of(ui.ctx());
    let mut restore = None;
    egui::Panel::left("excluded").default_size(280.0).size_range(200.0..=420.0).show(ui, |ui| {
        ui.add_space(4.0);
        ui.label(RichText::new(Text::ExcludedTitle.in_(tongue)).font(fonts::bold(15.0)));
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for lang in Lang::BOTH {
                let article = &bitext.side(lang).article;
                let blocks = article.blocks.iter().enumerate();
                let excluded: Vec<_> =
                    blocks.filter_map(|(at, block)| Some((at, block, block.excluded.as_ref()?))).collect();
                let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
                let total: usize =
                    excluded.iter().map(|(_, block, _)| letters(&article.text[block.span.clone()])).sum();
                ui.add_space(6.0);
                let name = if lang == Lang::En { Text::English } else { Text::Korean };
                ui.label(RichText::new(name.in_(tongue)).font(fonts::bold(13.0)));
                let count = match excluded.len() {
                    0 => Text::ExcludedNone.in_(tongue).to_owned(),
                    blocks => tongue.fill(Text::ExcludedCount, &[&blocks, &total]),
                };
                ui.label(RichText::new(count).size(12.0).color(palette.weak));
                for (at, block, why) in excluded {
                    ui.separator();
                    let line = article.line(&block.span);
                    let reason = texts::reason(why.reason, tongue);
                    let shown = ui.add(egui::Label::new(RichText::new(cut(&line)).size(13.0).color(palette.weak)).wrap());
                    shown.on_hover_text(line.as_ref());
                    ui.horizontal(|ui| {
                        let label = ui.label(RichText::new(reason).size(12.0));
                        if !why.rule.is_empty() {
                            label.on_hover_text(tongue.fill(Text::ExcludedRule, &[&why.rule]));
                        }
                        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                            let button = ui.small_button(Text::Restore.in_(tongue));
                            let name = format!("{}: {}", Text::Restore.in_(tongue), cut(&line));
                            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                            if button.clicked() {
                                restore = Some(Operation::Restore { lang, block: at });
                            }
                        });
                    });
                }
            }
        });
    });
    restore
}

fn cut(line: &str) -> String {
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}
