//! The bundled fonts: Pretendard, whose Latin and Hangul sit together, in two weights; behind it what it lacks of Korean
//! texts (see `assets/fonts/README.md`). The system's own fonts come after these, where there are any.

use egui::{Context, FontData, FontDefinitions, FontFamily, FontId};
use jjak_assets::fonts;
use std::sync::Arc;

const REGULAR: &str = "regular";
const BOLD: &str = "bold";

const FONTS: [(&str, &[u8]); 7] = [
    (REGULAR, fonts::REGULAR),
    (BOLD, fonts::BOLD),
    ("hanja", fonts::HANJA),
    ("emoji", fonts::EMOJI),
    ("math", fonts::MATH),
    ("symbols", fonts::SYMBOLS),
    ("signs", fonts::SIGNS),
];
/// Asked in this order for what Pretendard does not have.
const BEHIND: [&str; 5] = ["hanja", "emoji", "math", "symbols", "signs"];

/// The fonts by name, and which of them draw which family.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FONTS {
        let mut data = FontData::from_static(bytes);
        // Sub-pixel positions blur small Hangul.
        data.tweak.subpixel_binning = Some(false);
        fonts.font_data.insert(name.into(), Arc::new(data));
    }
    let chain = |first: &str| {
        let names = std::iter::once(first).chain(BEHIND);
        names.map(str::to_owned).collect::<Vec<String>>()
    };
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, chain(REGULAR));
    }
    let bold = FontFamily::Name(BOLD.into());
    fonts.families.insert(bold, chain(BOLD));
    fonts
}

/// Makes them the fonts of `ctx`.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

pub fn regular(size: f32) -> FontId {
    FontId::proportional(size)
}

pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(BOLD.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::epaint::text::{Fonts, TextOptions};

    /// Every character that CP949 (Korean Windows) and a single byte have, as the decoder of pages reads them.
    fn cp949() -> Vec<char> {
        let pairs =
            (0x81..=0xFEu8).flat_map(|lead| (0x41..=0xFEu8).map(move |trail| [lead, trail]));
        let decoded = pairs.filter_map(|pair| {
            let encoding = encoding_rs::EUC_KR;
            let text = encoding.decode_without_bom_handling_and_without_replacement(&pair)?;
            let mut letters = text.chars();
            letters.next().filter(|_| letters.next().is_none())
        });
        (' '..='~').chain(decoded).collect()
    }

    #[test]
    fn every_character_of_korean_texts_is_drawn_without_a_font_of_the_system() {
        let all = cp949();
        assert!(all.len() > 17_000, "{} characters", all.len());
        let others = "∙▸▾⊞✎々ﬁﬂ°™©…‘’“”–—❤️👍🏽🇰🇷1️⃣😀🤖🫡";
        let mut fonts = Fonts::new(TextOptions::default(), definitions());
        for font in [regular(14.0), bold(14.0)] {
            let is_missing = |c: &char| !fonts.has_glyph(&font, *c);
            let missing: String = all
                .iter()
                .copied()
                .chain(others.chars())
                .filter(is_missing)
                .collect();
            assert_eq!(missing, "", "{font:?}");
        }
    }
}
