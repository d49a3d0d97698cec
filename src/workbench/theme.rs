//! The colours of the window, light and dark: one accent, quiet greys, and three confidence steps.

use egui::{Color32, Context, CornerRadius, Shadow, Stroke, Theme, Visuals};

/// What the hand-painted views need beyond egui's own visuals.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    pub text: Color32,
    pub weak: Color32,
    pub page: Color32,
    pub panel: Color32,
    pub stripe: Color32,
    pub line: Color32,
    /// Around what can be pressed: boxes, radios, fields.
    pub edge: Color32,
    pub accent: Color32,
    pub on_accent: Color32,
    pub selected: Color32,
    pub high: Color32,
    pub middle: Color32,
    pub low: Color32,
    pub hit: Color32,
}

const LIGHT: Palette = Palette {
    text: Color32::from_rgb(0x1d, 0x1f, 0x23),
    weak: Color32::from_rgb(0x5a, 0x60, 0x69),
    page: Color32::from_rgb(0xff, 0xff, 0xff),
    panel: Color32::from_rgb(0xf5, 0xf5, 0xf3),
    stripe: Color32::from_rgb(0xfa, 0xfa, 0xf8),
    line: Color32::from_rgb(0xdf, 0xdf, 0xdb),
    edge: Color32::from_rgb(0x84, 0x88, 0x8e),
    accent: Color32::from_rgb(0x1a, 0x66, 0xa8),
    on_accent: Color32::WHITE,
    selected: Color32::from_rgb(0xe4, 0xee, 0xf7),
    high: Color32::from_rgb(0x1f, 0x76, 0x48),
    middle: Color32::from_rgb(0x8c, 0x5a, 0x00),
    low: Color32::from_rgb(0xb8, 0x3a, 0x28),
    hit: Color32::from_rgb(0xfd, 0xe9, 0xa8),
};

const DARK: Palette = Palette {
    text: Color32::from_rgb(0xe5, 0xe7, 0xea),
    weak: Color32::from_rgb(0x9d, 0xa4, 0xae),
    page: Color32::from_rgb(0x1a, 0x1c, 0x20),
    panel: Color32::from_rgb(0x22, 0x25, 0x2a),
    stripe: Color32::from_rgb(0x1d, 0x20, 0x24),
    line: Color32::from_rgb(0x34, 0x38, 0x3f),
    edge: Color32::from_rgb(0x7c, 0x83, 0x8d),
    accent: Color32::from_rgb(0x6c, 0xb4, 0xee),
    on_accent: Color32::from_rgb(0x10, 0x1a, 0x24),
    selected: Color32::from_rgb(0x25, 0x35, 0x45),
    high: Color32::from_rgb(0x56, 0xb8, 0x82),
    middle: Color32::from_rgb(0xdb, 0xa4, 0x3c),
    low: Color32::from_rgb(0xf0, 0x88, 0x76),
    hit: Color32::from_rgb(0x5a, 0x4a, 0x12),
};

impl Palette {
    pub fn of(ctx: &Context) -> &'static Palette {
        match ctx.theme() {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }

    /// The colour of a confidence (0 to 1). Always shown beside a bar or a number, never alone.
    pub fn confidence(&self, confidence: f32) -> Color32 {
        match confidence {
            c if c >= 0.9 => self.high,
            c if c >= 0.5 => self.middle,
            _ => self.low,
        }
    }
}

/// Gives `ctx` the project's visuals in both themes.
pub fn install(ctx: &Context) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_visuals_of(theme, visuals(theme));
    }
    ctx.all_styles_mut(|style| {
        style.spacing.item_spacing = egui::vec2(8.0, 6.0);
        style.spacing.button_padding = egui::vec2(10.0, 4.0);
        style.interaction.tooltip_delay = 0.4;
    });
}

fn visuals(theme: Theme) -> Visuals {
    let (palette, mut visuals) = match theme {
        Theme::Light => (&LIGHT, Visuals::light()),
        Theme::Dark => (&DARK, Visuals::dark()),
    };
    visuals.panel_fill = palette.panel;
    visuals.window_fill = palette.panel;
    visuals.extreme_bg_color = palette.page;
    visuals.override_text_color = Some(palette.text);
    visuals.weak_text_color = Some(palette.weak);
    visuals.hyperlink_color = palette.accent;
    visuals.selection.bg_fill = palette.accent.gamma_multiply(0.35);
    visuals.selection.stroke = Stroke::new(1.0, palette.accent);
    visuals.widgets.noninteractive.bg_stroke = Stroke::new(1.0, palette.line);
    visuals.widgets.inactive.bg_stroke = Stroke::new(1.0, palette.edge);
    visuals.widgets.inactive.fg_stroke = Stroke::new(1.5, palette.text);
    // What has the focus stands out from what has not, and its keys beside it, which are weak, can be read.
    let focused = palette.accent.lerp_to_gamma(palette.panel, 0.86);
    visuals.widgets.active.weak_bg_fill = focused;
    visuals.widgets.active.bg_fill = focused;
    visuals.window_stroke = Stroke::new(1.0, palette.edge);
    // What floats stands off from the rows below it.
    let shade = match theme {
        Theme::Light => 60,
        Theme::Dark => 170,
    };
    visuals.window_shadow = Shadow {
        offset: [0, 8],
        blur: 28,
        spread: 2,
        color: Color32::from_black_alpha(shade),
    };
    visuals.popup_shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 1,
        color: Color32::from_black_alpha(shade),
    };
    for widget in [
        &mut visuals.widgets.noninteractive,
        &mut visuals.widgets.inactive,
        &mut visuals.widgets.hovered,
        &mut visuals.widgets.active,
        &mut visuals.widgets.open,
    ] {
        widget.corner_radius = CornerRadius::same(4);
    }
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast of two opaque colours as WCAG 2.2 defines it.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let luminance = |color: Color32| {
            let linear = |channel: u8| match f32::from(channel) / 255.0 {
                c if c <= 0.04045 => c / 12.92,
                c => ((c + 0.055) / 1.055).powf(2.4),
            };
            0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
        };
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn text_and_marks_stand_out_in_light_and_dark() {
        for (theme, palette) in [(Theme::Light, LIGHT), (Theme::Dark, DARK)] {
            let grounds = [
                palette.page,
                palette.panel,
                palette.stripe,
                palette.selected,
            ];
            // Marks are as dark as text: the words beside them have their colours.
            for ground in grounds {
                let marks = [palette.high, palette.middle, palette.low, palette.accent];
                for colour in [palette.text, palette.weak].into_iter().chain(marks) {
                    assert!(contrast(colour, ground) >= 4.5, "{colour:?} on {ground:?}");
                }
            }
            let visuals = visuals(theme);
            let widgets = &visuals.widgets;
            let buttons = [
                widgets.inactive,
                widgets.hovered,
                widgets.active,
                widgets.open,
            ];
            let buttons = buttons.map(|button| button.weak_bg_fill);
            let chosen = palette.panel.blend(visuals.selection.bg_fill);
            for ground in buttons.into_iter().chain([palette.hit, chosen]) {
                assert!(contrast(palette.text, ground) >= 4.5, "text on {ground:?}");
            }
            assert!(contrast(palette.weak, widgets.active.weak_bg_fill) >= 4.5);
            assert!(contrast(palette.on_accent, palette.accent) >= 4.5);
            // What a box or a radio is told by, checked or not, and what the focus is told by.
            let outline = widgets.inactive.bg_stroke.color;
            let focus = visuals.selection.stroke.color;
            for ground in [palette.page, palette.panel] {
                assert!(
                    contrast(outline, ground) >= 3.0,
                    "{outline:?} on {ground:?}"
                );
                assert!(contrast(focus, ground) >= 3.0, "{focus:?} on {ground:?}");
            }
        }
    }
}
