//! The encoding that a text was read in, and the others that it may be in.

use super::texts::{Locale, Text, lang_name};
use super::theme::Palette;
use egui::{RichText, Ui};
use jjak_core::article::Lang;
use jjak_formats::import::Encoding;

/// Shows the encoding `found` of the text of `lang` in letters of `size`; gives another that the person chose.
pub(crate) fn show(
    ui: &mut Ui,
    found: &str,
    lang: Lang,
    size: f32,
    locale: Locale,
) -> Option<Encoding> {
    let mut chosen = None;
    let palette = Palette::of(ui.ctx());
    let found = Encoding::named(found);
    let label = found.map_or("?", Encoding::label);
    let menu = ui.menu_button(RichText::new(label).size(size).color(palette.weak), |ui| {
        for encoding in Encoding::OFFERED {
            let is_found = found == Some(encoding);
            if ui.selectable_label(is_found, encoding.label()).clicked() {
                chosen = (!is_found).then_some(encoding);
                ui.close();
            }
        }
    });
    let menu = menu.response.on_hover_text(Text::EncodingHint.in_(locale));
    let name = format!(
        "{}: {}",
        lang_name(lang, locale),
        Text::Encoding.in_(locale)
    );
    menu.accessible_name(format!("{name}: {label}"));
    chosen
}
