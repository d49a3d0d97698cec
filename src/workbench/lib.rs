//! The window. Views read, then return what the person asked for; [`app`] and [`review`] alone change
//! anything.

#![cfg_attr(not(test), warn(clippy::indexing_slicing))]

use jjak_review::{
    cut_points, explain, finding_list, findings, intake, log, mode, opening, report, row_evidence,
    why,
};
/// The review that this window shows.
pub use jjak_review::{manual, queue, session, texts};

pub mod app;
mod cell;
pub mod chord;
mod clipboard;
pub mod command;
mod comparison;
mod concordance;
mod connector;
mod cutting;
pub mod details;
mod dialog;
mod difference;
mod encoding_menu;
pub mod ending;
pub mod excluded;
pub mod export_panel;
mod filter_strip;
mod find;
mod finding_panel;
mod floating;
pub mod fonts;
mod grid;
mod heights;
pub mod help;
mod hints;
pub mod ime;
pub mod job;
mod jobs;
pub mod keyboard;
pub mod keymap;
mod licences_panel;
mod log_panel;
pub mod look;
mod manual_page;
mod map;
pub mod palette;
mod panels;
mod pictures;
mod reading;
pub mod review;
mod rule_name;
mod save_panel;
pub mod settings;
mod settings_file;
mod settings_page;
pub mod start;
mod term_candidates;
mod term_panel;
pub mod theme;
pub mod toasts;
mod zone;

use app::Workbench;
use ime::ImeGuard;
use settings::Settings;
use std::path::PathBuf;

/// What the window is called, and what each of its titles ends with.
const TITLE: &str = "Jjak · 짝";

/// How large it opens, in points.
const SIZE: egui::Vec2 = egui::vec2(1280.0, 800.0);
/// What the system's own bars and the window's frame take of a screen's height.
const BARS: f32 = 80.0;

/// The workbench in a window of its own.
pub struct Window {
    workbench: Workbench,
    guard: ImeGuard,
    is_fitted: bool,
}

impl Window {
    pub fn new(mut workbench: Workbench) -> Window {
        workbench.read_html_with(clipboard::html);
        Window {
            workbench,
            guard: ImeGuard::default(),
            is_fitted: false,
        }
    }
}

/// Has the window fill a screen that it would not fit on, such as a laptop's of 768 lines.
fn fit(ctx: &egui::Context) {
    let screen = ctx.input(|input| input.viewport().monitor_size);
    if screen.is_some_and(|screen| screen.x < SIZE.x || screen.y < SIZE.y + BARS) {
        ctx.send_viewport_cmd(egui::ViewportCommand::Maximized(true));
    }
}

impl eframe::App for Window {
    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        if self.guard.filter(input) {
            ctx.request_repaint();
        }
        clipboard::hear_older_keys(ctx, input);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        if !std::mem::replace(&mut self.is_fitted, true) {
            fit(ui.ctx());
        }
        if ending::is_asked() {
            self.workbench.end(ui.ctx());
        }
        self.workbench.ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.workbench.close();
    }
}

/// Opens the window, with `files` if there are any, and returns when it is closed.
///
/// # Errors
/// One sentence, when no window can be opened.
pub fn run(files: Vec<PathBuf>) -> Result<(), String> {
    if let Some(folder) = report::folder() {
        report::keep_in(folder);
    }
    let mut viewport = egui::ViewportBuilder::default()
        .with_title(TITLE)
        .with_app_id("jjak")
        .with_inner_size(SIZE)
        .with_min_inner_size([720.0, 420.0]);
    // A window without it is none the worse.
    if let Ok(icon) = eframe::icon_data::from_png_bytes(jjak_assets::ICON) {
        viewport = viewport.with_icon(icon);
    }
    let options = eframe::NativeOptions {
        viewport,
        ..eframe::NativeOptions::default()
    };
    eframe::run_native(
        "jjak",
        options,
        Box::new(move |creation| {
            ending::opened(&creation.egui_ctx);
            let (settings, notices) = Settings::load();
            let mut workbench = Workbench::new(&creation.egui_ctx, settings);
            workbench.tell_of_settings(&notices);
            if !files.is_empty() {
                workbench.open_files(&creation.egui_ctx, files);
            }
            Ok(Box::new(Window::new(workbench)))
        }),
    )
    .map_err(|error| {
        format!(
            "the window cannot be opened: {error}. The command line works without one: jjak --help"
        )
    })
}
