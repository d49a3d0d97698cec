//! Drives the window as a person would, without a display: AccessKit names and key events.
#![allow(dead_code, reason = "each test binary needs some of it")]

use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use jjak::bitext::Bitext;
use jjak_workbench::app::Workbench;
use jjak_workbench::settings::Settings;
use jjak_workbench::texts::Locale;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(crate) type Window = Harness<'static, Option<Workbench>>;

pub(crate) fn window(locale: Locale) -> Window {
    let mut settings = Settings::default();
    (settings.locale, settings.unsaved) = (Some(locale), None);
    window_with(settings)
}

/// On a light ground, if `settings` do not say otherwise.
pub(crate) fn window_with(mut settings: Settings) -> Window {
    // Hints would lie over the sample.
    settings.hinted = true;
    window_of_new_person(settings)
}

/// Likewise, of somebody who has not seen the hints.
pub(crate) fn window_of_new_person(mut settings: Settings) -> Window {
    settings.dark.get_or_insert(false);
    let mut window = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_context_setup(jjak_workbench::fonts::install)
        .build_ui_state(
            move |ui, workbench: &mut Option<Workbench>| {
                workbench
                    .get_or_insert_with(|| Workbench::new(ui.ctx(), settings.clone()))
                    .ui(ui);
            },
            None,
        );
    window.step();
    window
}

/// A window that shows `bitext`.
pub(crate) fn window_of(bitext: Bitext) -> Window {
    let mut window = window(Locale::English);
    let workbench = window.state_mut().as_mut().expect("a window");
    workbench.show_bitext(bitext);
    settle(&mut window);
    window
}

/// A window with two texts paired as the engine pairs them.
pub(crate) fn work(english: &str, korean: &str) -> Window {
    let read = |text: &str| jjak::import::from_text(text.to_owned());
    let prepared = jjak::pipeline::prepare(read(english), read(korean)).expect("two texts");
    let lexicon = jjak::evidence::lexicon::Lexicon::shipped();
    let progress = jjak::progress::Progress::default();
    window_of(
        prepared
            .align(&[], lexicon, &progress)
            .expect("nobody stops it"),
    )
}

/// A window with the sample open.
pub(crate) fn sample() -> Window {
    open_sample(window(Locale::English))
}

pub(crate) fn open_sample(mut window: Window) -> Window {
    window
        .get_by_role_and_label(Role::Button, "Open the sample")
        .click();
    wait_until_open(&mut window);
    window
}

pub(crate) fn wait_until_open(window: &mut Window) {
    for _ in 0..600 {
        window.step();
        let workbench = window.state().as_ref();
        if workbench.is_some_and(|workbench| workbench.bitext().is_some()) {
            return settle(window);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("the pair did not open");
}

/// Opens two files, as if they were given on the command line.
pub(crate) fn open_pair(window: &mut Window, en: PathBuf, ko: PathBuf) {
    let ctx = window.ctx.clone();
    let workbench = window.state_mut().as_mut().expect("a window");
    workbench.open_files(&ctx, vec![en, ko]);
    wait_until_open(window);
}

/// A few frames, without waiting for animations to end.
pub(crate) fn settle(window: &mut Window) {
    for _ in 0..4 {
        window.step();
    }
}

pub(crate) fn bitext(window: &Window) -> &Bitext {
    window
        .state()
        .as_ref()
        .and_then(Workbench::bitext)
        .expect("a bitext is open")
}

pub(crate) fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

pub(crate) fn ime(window: &mut Window, event: ImeEvent) {
    window.event(Event::Ime(event));
    settle(window);
}

/// Steps until something of that name is there.
pub(crate) fn wait_for(window: &mut Window, label: &str) {
    for _ in 0..200 {
        window.step();
        if window.query_all_by_label_contains(label).count() > 0 {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("{label:?} did not appear");
}

/// A job of the texts in `en` and `ko` of the folder, made without a window: all is paired.
pub(crate) fn job_of(folder: &Path) -> PathBuf {
    use jjak::pipeline::job::{add_records, pair_all, unpaired};
    use jjak::pipeline::manifest::Record;
    use jjak::pipeline::matching::{Request, gather, match_texts};
    let job = folder.join("news.jjakjob");
    let custom = jjak::custom::Custom::builtin();
    let texts = gather(&[folder.join("en"), folder.join("ko")]).expect("texts");
    let lexicon = custom.lexicon();
    let request = Request {
        texts: &texts,
        custom: &custom,
        lexicon: &lexicon,
        known: &[],
        known_table: None,
        names: true,
        threads: 1,
    };
    let progress = jjak::progress::Progress::default();
    let matched = match_texts(&request, &progress).expect("nobody stops it");
    let records: Vec<Record> = matched.rows.into_iter().map(Record::from).collect();
    let (mut file, _) = jjak::job::JobFile::create(&job).expect("a job");
    add_records(&mut file, &records, None).expect("rows");
    let ids = unpaired(&file);
    let paired = pair_all(&mut file, &ids, &custom, None, 2, &progress, |_| {});
    paired.expect("the file").expect("nobody stops it");
    file.fold().expect("the file");
    job
}
