//! The views beside the grid, each shown on its own and driven through AccessKit names.

use egui::accesskit::Role;
use egui::{Context, Event, Key, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use jjak::align::Link;
use jjak::article::{Article, Block, BlockKind, Exclusion, Lang, Provenance, Reason};
use jjak::bitext::{Bitext, RowIndex, Side, State, Verdict};
use jjak::exchange::{ExportedWork, Format};
use jjak::project::About;
use jjak::segment;
use jjak_workbench::command::Command;
use jjak_workbench::export_panel::{Choices, ExportPanel, ExportRequest};
use jjak_workbench::palette::{PaletteBox, PaletteOutcome};
use jjak_workbench::settings::Recent;
use jjak_workbench::start::{Source, Start, StartRequest};
use jjak_workbench::texts::Locale;
use jjak_workbench::toasts::{ToastKind, Toasts};
use jjak_workbench::{excluded, fonts, help, theme};
use std::io::{Read, Write};
use std::path::PathBuf;

const EN: &str = "The ferry carried 3 cars to Busan.\nIt was late.\nShare this page\n";
const KO: &str = "여객선은 부산으로 차 3대를 실어 날랐다.\n늦었다.\n기사 공유하기\n";

fn dressed(ctx: &Context) {
    fonts::install(ctx);
    theme::install(ctx);
}

fn harness<'a, State: 'a>(
    state: State,
    ui: impl FnMut(&mut Ui, &mut State) + 'a,
) -> Harness<'a, State> {
    Harness::builder()
        .with_size([1280.0, 800.0])
        .with_context_setup(dressed)
        .build_ui_state(ui, state)
}

/// Frames without waiting for animations and clocks to end.
fn settle<State>(window: &mut Harness<'_, State>) {
    window.run_steps(6);
}

fn article(lang: Lang, text: &str) -> Article {
    let mut blocks: Vec<Block> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = start..start + line.trim_end().len();
        blocks.push(Block {
            span,
            kind: BlockKind::Body,
            excluded: None,
        });
        start += line.len();
    }
    if let Some(last) = blocks.last_mut() {
        last.excluded = Some(Exclusion {
            reason: Reason::Share,
            rule: "share-words".into(),
        });
    }
    Article {
        lang,
        text: text.into(),
        blocks,
        provenance: Provenance::default(),
    }
}

fn bitext() -> Bitext {
    let side = |lang, text| {
        let article = article(lang, text);
        let segments = segment::segment(&article);
        Side { article, segments }
    };
    let link = |at: usize| Link {
        en: vec![at],
        ko: vec![at],
        confidence: 0.5 + at as f32 * 0.4,
    };
    Bitext::new(side(Lang::En, EN), side(Lang::Ko, KO), &[link(0), link(1)])
}

type StartState = (Start, Option<StartRequest>);

fn start(locale: Locale) -> Harness<'static, StartState> {
    let recent = [Recent::Pair {
        en: "/texts/ferry.en.txt".into(),
        ko: "/texts/ferry.ko.txt".into(),
    }];
    let mut window = harness(
        (Start::default(), None),
        move |ui, state: &mut StartState| {
            if let Some(request) = state.0.show(ui, &recent, &[], || None, locale) {
                state.1 = Some(request);
            }
        },
    );
    settle(&mut window);
    window
}

fn sample(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "../../samples", name]
        .iter()
        .collect()
}

/// Waits for the thread that reads files.
fn wait_for<State>(window: &mut Harness<'_, State>, label: &str) {
    for _ in 0..200 {
        settle(window);
        if window.query_by_label_contains(label).is_some() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("{label:?} did not appear");
}

#[test]
fn files_dropped_in_any_order_are_paired() {
    let mut window = start(Locale::English);
    assert!(
        window
            .get_by_label("Pair the sentences")
            .accesskit_node()
            .is_disabled()
    );
    let (en, ko) = (sample("library.en.txt"), sample("library.ko.txt"));
    window
        .state_mut()
        .0
        .drop_files(vec![ko.clone(), en.clone()]);
    wait_for(&mut window, "library.en.txt");
    wait_for(&mut window, "library.ko.txt");
    window.get_by_label("Pair the sentences").click();
    settle(&mut window);
    let asked = StartRequest::Open {
        en: Source::File(en),
        ko: Source::File(ko),
    };
    assert_eq!(window.state().1, Some(asked));
}

fn document(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "../files/office", name]
        .iter()
        .collect()
}

/// A server that gives the same page twice at most, and its link.
fn serve(text: &'static str) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let link = format!("http://{}/news", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 4096]);
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                text.len()
            );
            let _ = stream.write_all(&[head.as_bytes(), text.as_bytes()].concat());
        }
    });
    link
}

#[test]
fn the_page_of_a_link_is_fetched_where_it_is_pasted_or_typed() {
    let mut window = start(Locale::English);
    let (en, ko) = (serve(EN), serve(KO));
    window.event(Event::Paste(format!(" {en}\n")));
    wait_for(&mut window, &en);
    window.get_by_label("Korean: Path").focus();
    settle(&mut window);
    window.event(Event::Text(ko.clone()));
    settle(&mut window);
    window.key_press(egui::Key::Enter);
    wait_for(&mut window, &ko);
    window.get_by_label("Pair the sentences").click();
    settle(&mut window);
    let Some(StartRequest::Open { en, ko }) = &window.state().1 else {
        panic!("not opened");
    };
    assert!(matches!((en, ko), (Source::Page(_), Source::Page(_))));
    let read = ko.read().unwrap();
    assert!(read.article.text.contains(KO.trim()));
}

#[test]
fn why_a_link_cannot_be_fetched_stands_in_its_place() {
    let mut window = start(Locale::Korean);
    window.event(Event::Paste("https://kim:secret@127.0.0.1/".into()));
    settle(&mut window);
    assert!(
        window
            .query_by_label_contains("비밀번호가 들어 있습니다")
            .is_some()
    );
}

#[test]
fn a_book_offers_its_chapters() {
    let mut window = start(Locale::English);
    let (book, ko) = (document("book.en.epub"), document("news.ko.docx"));
    window.state_mut().0.drop_files(vec![book, ko.clone()]);
    wait_for(&mut window, "Boats of the Southwest");
    wait_for(&mut window, "news.ko.docx");
    assert!(window.query_by_label("Korean: Chapter").is_none());
    window.get_by_label("English: Chapter").click();
    settle(&mut window);
    window.get_by_label("3. Fares").click();
    wait_for(&mut window, "book.en.epub#3");
    window.get_by_label("Pair the sentences").click();
    settle(&mut window);
    let asked = StartRequest::Open {
        en: Source::File(document("book.en.epub#3")),
        ko: Source::File(ko),
    };
    assert_eq!(window.state().1, Some(asked));
}

#[test]
fn a_sheet_of_two_languages_is_asked_for_as_pairs() {
    let mut window = start(Locale::Korean);
    let pairs = document("pairs.xlsx");
    window.state_mut().0.drop_files(vec![pairs.clone()]);
    for _ in 0..200 {
        settle(&mut window);
        if window.state().1.is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(window.state().1, Some(StartRequest::Project(pairs)));
}

#[test]
fn text_pasted_at_the_wrong_side_goes_to_its_own() {
    let mut window = start(Locale::Korean);
    // The Korean text leaves the English side free again.
    for text in [KO, EN] {
        window.get_by_label("영어: 글 붙여 넣기").click();
        settle(&mut window);
        window.event(Event::Paste(text.into()));
        settle(&mut window);
        window.get_by_label("영어: 이 글 쓰기").click();
        settle(&mut window);
        let moved = window.query_by_label_contains("제자리로 옮겼습니다");
        assert_eq!(moved.is_some(), text == KO);
    }
    window.get_by_label("짝 맞추기").click();
    settle(&mut window);
    let asked = StartRequest::Open {
        en: Source::Text(EN.into()),
        ko: Source::Text(KO.into()),
    };
    assert_eq!(window.state().1, Some(asked));
}

#[test]
fn two_korean_texts_and_a_missing_file_are_said_in_place() {
    let mut window = start(Locale::English);
    for _ in 0..2 {
        window.get_by_label("English: Paste text").click();
        settle(&mut window);
        window.event(Event::Paste(KO.into()));
        settle(&mut window);
        window.get_by_label("English: Use this text").click();
        settle(&mut window);
    }
    assert!(
        window
            .query_by_label_contains("Both texts are Korean")
            .is_some()
    );
    window
        .state_mut()
        .0
        .drop_files(vec!["/no/such/file.txt".into()]);
    wait_for(&mut window, "no such file");
}

#[test]
fn the_sample_and_recent_pairs_open_by_a_click() {
    let mut window = start(Locale::English);
    window.get_by_label("Open the sample").click();
    settle(&mut window);
    assert_eq!(window.state().1, Some(StartRequest::OpenSample));
    window.get_by_label_contains("ferry.en.txt").click();
    settle(&mut window);
    assert_eq!(window.state().1, Some(StartRequest::Recent(0)));
}

#[test]
fn the_palette_runs_what_was_typed_and_not_what_is_forbidden() {
    let state = (PaletteBox::default(), PaletteOutcome::Stay);
    let mut window = harness(state, |ui, (palette, outcome)| {
        let allowed = |command| command != Command::Quit;
        let now = palette.show(ui.ctx(), Locale::English, &allowed);
        if now != PaletteOutcome::Stay {
            *outcome = now;
        }
    });
    settle(&mut window);
    window.event(Event::Text("quit".into()));
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!(window.state().1, PaletteOutcome::Stay);
    for _ in 0..4 {
        window.key_press(Key::Backspace);
    }
    window.event(Event::Text("오른쪽 열".into()));
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!(window.state().1, PaletteOutcome::Run(Command::RightColumn));
    window.key_press(Key::Escape);
    settle(&mut window);
    assert_eq!(window.state().1, PaletteOutcome::Close);
}

#[test]
fn the_arrows_choose_in_the_palette() {
    let state = (PaletteBox::default(), PaletteOutcome::Stay);
    let mut window = harness(state, |ui, (palette, outcome)| {
        let now = palette.show(ui.ctx(), Locale::Korean, &|_| true);
        if now != PaletteOutcome::Stay {
            *outcome = now;
        }
    });
    settle(&mut window);
    window.key_press(Key::ArrowDown);
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!(window.state().1, PaletteOutcome::Run(Command::ALL[1]));
}

#[test]
fn the_help_sheet_holds_every_command_and_closes() {
    for locale in [Locale::English, Locale::Korean] {
        let mut window = harness(true, move |ui, open| {
            *open = *open && help::show(ui, locale);
        });
        settle(&mut window);
        for command in Command::ALL {
            let named = window.query_all_by_label(command.label(locale)).count();
            assert!(named > 0, "{command:?}");
        }
        window.key_press(Key::Escape);
        settle(&mut window);
        assert!(!window.state());
    }
}

#[test]
fn messages_pass_errors_stay_and_the_list_keeps_them() {
    let mut toasts = Toasts::default();
    toasts.push(ToastKind::Info, "Exported 12 pairs".into());
    toasts.push(ToastKind::Error, "The disk is full".into());
    let mut window = harness(toasts, |ui, toasts| {
        toasts.button(ui, Locale::English);
        toasts.show(ui.ctx(), Locale::English);
    });
    settle(&mut window);
    assert!(window.query_by_label("Exported 12 pairs").is_some());
    window.run_steps(60);
    assert!(window.query_by_label("Exported 12 pairs").is_none());
    window.get_by_label("Close: The disk is full").click();
    settle(&mut window);
    assert!(window.query_by_label("The disk is full").is_none());
    window.get_by_label_contains("Messages (2)").click();
    settle(&mut window);
    assert!(window.query_by_label("The disk is full").is_some());
    window.get_by_label("Close").click();
    settle(&mut window);
    assert!(window.query_by_label("The disk is full").is_none());
}

#[test]
fn an_excluded_block_is_listed_with_its_reason_and_restored() {
    let mut window = harness(None, |ui, asked: &mut Option<excluded::Asked>| {
        let now = excluded::show(ui, &bitext(), Locale::Korean);
        *asked = now.or(asked.take());
    });
    settle(&mut window);
    assert!(window.query_by_label("제외한 문단 (2)").is_some());
    assert_eq!(
        window.query_all_by_label_contains("공유·도구 버튼").count(),
        2
    );
    window.get_by_label("되살리기: 기사 공유하기").click();
    settle(&mut window);
    assert_eq!(*window.state(), Some(excluded::Asked::Restore(Lang::Ko, 2)));
}

#[test]
fn the_export_window_asks_for_what_was_chosen() {
    let panel = ExportPanel::new(&Choices::default(), &bitext(), None);
    let state = (panel, None);
    let mut window = harness(
        state,
        |ui, state: &mut (ExportPanel, Option<ExportRequest>)| {
            let (bitext, about) = (bitext(), About::now(false));
            let work = ExportedWork {
                name: String::new(),
                bitext: &bitext,
                about: &about,
                source: Lang::En,
                plain: false,
                is_masked: false,
            };
            if let Some(request) = state.0.show(ui, &work, 0, Locale::English) {
                state.1 = Some(request);
            }
        },
    );
    settle(&mut window);
    // The preview begins with a unit, not with the head of the file.
    assert!(window.query_by_label_contains("<tmx").is_none());
    assert!(window.query_by_label_contains("여객선은").is_some());
    assert!(window.query_by_label("Rows in jjak.tmx: 2").is_some());
    assert!(window.query_by_label("No row stays out.").is_some());
    choose_format(&mut window, "TSV, for corpus tools and scripts");
    window.get_by_label("Rows with one side only").click();
    settle(&mut window);
    window.get_by_label("flagged (0)").click();
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Export").click();
    settle(&mut window);
    let request = window.state().1.clone().expect("an export was asked for");
    assert_eq!(request.files, [(PathBuf::from("jjak.tsv"), Format::Tsv)]);
    assert!(request.options.one_sided);
    assert_eq!(request.options.ko_code, "ko-KR");
    assert!(!request.options.states.contains(&State::Flagged));

    // What was chosen is there the next time, and a Moses pair is two files.
    let choices = window.state().0.choices();
    let states = window.state().0.states().clone();
    window.state_mut().0 = ExportPanel::new(&choices, &bitext(), Some(&states));
    settle(&mut window);
    choose_format(&mut window, "Moses pair, two files of lines (.en and .ko)");
    window.get_by_role_and_label(Role::Button, "Export").click();
    settle(&mut window);
    let request = window.state().1.clone().expect("an export was asked for");
    let names: Vec<String> = request
        .files
        .iter()
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert_eq!(names, ["jjak.en", "jjak.ko"]);
    assert!(!request.options.states.contains(&State::Flagged));
}

#[test]
fn an_export_begins_with_what_was_accepted_and_counts_the_rest() {
    let reviewed = || {
        let mut bitext = bitext();
        bitext.beads[RowIndex(0)].state = State::Accepted;
        bitext.beads[RowIndex(1)].state = State::Accepted;
        bitext.beads[RowIndex(1)].verdict = Some(Verdict::NotATranslation);
        bitext
    };
    let panel = ExportPanel::new(&Choices::default(), &reviewed(), None);
    let mut window = harness(
        (panel, None),
        move |ui, state: &mut (ExportPanel, Option<ExportRequest>)| {
            let (bitext, about) = (reviewed(), About::now(false));
            let work = ExportedWork {
                name: String::new(),
                bitext: &bitext,
                about: &about,
                source: Lang::En,
                plain: false,
                is_masked: false,
            };
            let asked = state.0.show(ui, &work, 0, Locale::Korean);
            state.1 = asked.or(state.1.take());
        },
    );
    settle(&mut window);
    assert_eq!(*window.state().0.states(), [State::Accepted].into());
    assert!(window.query_by_label("jjak.tmx에 담기는 행: 1").is_some());
    assert!(window.query_by_label("빠지는 행: 1(번역 아님 1)").is_some());
    // Asked for, it is in; without any state there is nothing to write.
    window.get_by_label("번역 아님").click();
    window.run_steps(30);
    assert!(window.query_by_label("빠지는 행이 없습니다.").is_some());
    assert!(window.state().0.choices() != Choices::default());
    window.get_by_label("확정 (2)").click();
    window.run_steps(30);
    assert!(window.query_by_label("빠지는 행: 2(확정 2)").is_some());
    let export = window.get_by_role_and_label(Role::Button, "내보내기");
    assert!(export.accesskit_node().is_disabled());
}

fn choose_format(window: &mut Harness<'_, (ExportPanel, Option<ExportRequest>)>, name: &str) {
    // The first is the format, the second the order.
    let mut boxes = window.query_all_by_role(Role::ComboBox);
    boxes.next().expect("formats to choose from").click();
    drop(boxes);
    settle(window);
    window.get_by_role_and_label(Role::Button, name).click();
    settle(window);
}
