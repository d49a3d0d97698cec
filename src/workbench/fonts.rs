//! Pretendard, bundled: one family whose Latin and Hangul sit together, in two weights.

use egui::{Context, FontData, FontDefinitions, FontFamily, FontId};
use jjak_assets::fonts::{BOLD, REGULAR};
use std::sync::Arc;

const BOLD_FAMILY: &str = "bold";

/// Makes Pretendard the font of `ctx`.
pub fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [("regular", REGULAR), (BOLD_FAMILY, BOLD)] {
        let mut data = FontData::from_static(bytes);
        // Sub-pixel positions blur small Hangul.
        data.tweak.subpixel_binning = Some(false);
        fonts.font_data.insert(name.into(), Arc::new(data));
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["regular".into()]);
    }
    fonts.families.insert(
        FontFamily::Name(BOLD_FAMILY.into()),
        vec![BOLD_FAMILY.into()],
    );
    ctx.set_fonts(fonts);
}

pub fn regular(size: f32) -> FontId {
    FontId::proportional(size)
}

pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(BOLD_FAMILY.into()))
}
