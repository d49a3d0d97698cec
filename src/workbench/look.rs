//! How the sentences are set: a setting of the person's.

use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// Of the sentences, in points.
    pub text_size: f32,
    /// From line to line, in text sizes.
    pub line_spacing: f32,
    /// The left column's share of both columns.
    pub split: f32,
    /// How large everything is, 1 for the system's own size.
    pub zoom: f32,
}

impl Default for Look {
    fn default() -> Look {
        Look {
            text_size: 15.0,
            line_spacing: 1.5,
            split: 0.5,
            zoom: 1.0,
        }
    }
}

impl Look {
    pub const TEXT_SIZES: RangeInclusive<f32> = 11.0..=26.0;
    /// Below the first, marks under the letters touch the next line.
    pub const LINE_SPACINGS: RangeInclusive<f32> = 1.3..=2.2;
    pub const SPLITS: RangeInclusive<f32> = 0.25..=0.75;

    /// The sizes of everything that the zoom goes through.
    pub const ZOOMS: [f32; 10] = [0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5];

    /// The look with everything a step larger, or smaller.
    pub fn zoomed(self, larger: bool) -> Look {
        let next = if larger {
            Look::ZOOMS.into_iter().find(|zoom| *zoom > self.zoom)
        } else {
            Look::ZOOMS.into_iter().rfind(|zoom| *zoom < self.zoom)
        };
        Look {
            zoom: next.unwrap_or(self.zoom),
            ..self
        }
    }

    /// The look with every value where the window can show it, whatever the settings file holds.
    pub fn within_limits(self) -> Look {
        let within = |value: f32, range: RangeInclusive<f32>, usual: f32| {
            if value.is_finite() {
                value.clamp(*range.start(), *range.end())
            } else {
                usual
            }
        };
        let usual = Look::default();
        Look {
            text_size: within(self.text_size, Look::TEXT_SIZES, usual.text_size),
            line_spacing: within(self.line_spacing, Look::LINE_SPACINGS, usual.line_spacing),
            split: within(self.split, Look::SPLITS, usual.split),
            zoom: within(self.zoom, 0.7..=2.5, usual.zoom),
        }
    }

    /// In points.
    pub fn line_height(self) -> f32 {
        (self.text_size * self.line_spacing).round()
    }

    /// The widths of the left and the right column that fill `width` points together.
    pub fn columns(self, width: f32) -> [f32; 2] {
        let left = (width * self.split).floor().max(80.0);
        [left, (width - left).floor().max(80.0)]
    }
}
