//! The manual's pictures, as the graphics card has them.

use egui::{Context, Image, TextureHandle, TextureOptions, Ui, vec2};
use std::collections::HashMap;

/// Those that were shown, by name; what is no picture is empty.
#[derive(Default)]
pub(crate) struct Pictures(HashMap<String, Option<TextureHandle>>);

impl Pictures {
    /// Shows the picture of that name as wide as there is room, but no larger than it is; `words` say what is in it.
    pub(crate) fn show(&mut self, ui: &mut Ui, name: &str, words: &str) {
        if !self.0.contains_key(name) {
            let texture = read(ui.ctx(), name);
            self.0.insert(name.to_owned(), texture);
        }
        match self.0.get(name) {
            Some(Some(texture)) => {
                // As high as that makes it: what is below comes up by scrolling.
                let room = vec2(ui.available_width(), f32::INFINITY);
                let image = Image::new(texture).fit_to_original_size(1.0);
                ui.add(image.max_size(room).corner_radius(4).alt_text(words))
            }
            _ => ui.label(words),
        };
    }
}

fn read(ctx: &Context, name: &str) -> Option<TextureHandle> {
    let icon = eframe::icon_data::from_png_bytes(jjak_assets::picture(name)?).ok()?;
    let size = [icon.width as usize, icon.height as usize];
    let image = egui::ColorImage::from_rgba_unmultiplied(size, &icon.rgba);
    let smooth = TextureOptions::LINEAR.with_mipmap_mode(Some(egui::TextureFilter::Linear));
    Some(ctx.load_texture(name, image, smooth))
}
