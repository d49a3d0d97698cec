//! What the program takes before any command: help, version, and what is made for a system's own help.

use crate::page::{self, Command, Flag, Page, Section, Shell, Value, completions, manual, names};
use crate::{COMMANDS, Outcome, Stop, manual_html, print};
use jjak_core::article::Lang;
use std::path::PathBuf;

const VERSION: &str = env!("JJAK_VERSION");

/// What is to be said.
#[derive(Clone, Copy, Default)]
enum Answer {
    #[default]
    Version,
    Licences,
    Manual,
    /// The translators' manual as a page.
    ManualPage(Lang),
    Completions(Shell),
}

#[derive(Default)]
pub(crate) struct Args {
    answer: Answer,
    rest: Vec<PathBuf>,
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "",
    call: "[EN KO | FILE.jjak]",
    summary: "open the window, with two texts or with earlier work",
    usage: &["[EN KO | FILE.jjak]"],
    about: "\
Jjak pairs the sentences of an English text and its Korean translation, so that you can check the pairs
and use them as a translation memory (TMX) or a corpus (TSV).

EN and KO are saved web pages, plain text, Markdown, subtitles (.srt, .vtt, .smi), documents (.docx, .hwp,
.hwpx, .hml, .odt, .rtf, .pptx, .odp, .xlsx, .ods; .pdf as an experiment) or books (.epub). The encoding of
text is found: UTF-8, UTF-16 or the Korean EUC-KR (CP949). book.epub#3 is a book's third chapter,
book.epub#list shows which there are; page.txt#120-4800 is what stands from byte 120 to 4800 of a page's
text. If you give the Korean text first, Jjak notices. A link (https://...) in the place of EN, KO or FILE has
its page fetched; nothing else uses the network, and what a project holds is fetched once.",
    options: || vec![Section::new("Options", FLAGS)],
    more: "\
Exit code: 0 done, 1 done, but with warnings that you asked to be told of (--strict: every command that reads
takes it), or with a damaged project, 2 could not run or refused.",
    examples: &[
        "jjak english.html korean.html",
        "jjak align english.html korean.html -o article.tmx",
        "jjak align english.txt korean.txt -o - --format tsv",
    ],
    operand: |args, word| args.rest.push(word.into()),
    run,
};

const MADE: &[(&str, Answer)] = &[
    ("man", Answer::Manual),
    ("manual-en", Answer::ManualPage(Lang::En)),
    ("manual-ko", Answer::ManualPage(Lang::Ko)),
    ("complete-bash", Answer::Completions(Shell::Bash)),
    ("complete-zsh", Answer::Completions(Shell::Zsh)),
    ("complete-fish", Answer::Completions(Shell::Fish)),
    ("complete-powershell", Answer::Completions(Shell::Pwsh)),
];

const FLAGS: &[Flag<Args>] = &[
    Flag::switch("version", "the version of Jjak", |args: &mut Args| {
        args.answer = Answer::Version;
    })
    .short('V'),
    Flag::switch(
        "licences",
        "whose work Jjak is built with, under which licences",
        |args| {
            args.answer = Answer::Licences;
        },
    ),
    Flag::value(
        "generate",
        Value::one_of("WHAT", || names(MADE)),
        "write what your system can install: man, the manual page; manual-en or manual-ko, the manual for translators as one HTML page; complete-bash, complete-zsh, complete-fish or complete-powershell, what the Tab key offers behind jjak",
        |args, given| given.one_of(MADE).map(|answer| args.answer = answer),
    ),
];

/// What `jjak --help` says.
pub(crate) fn help() -> String {
    page::general(&PAGE.sheet(), &COMMANDS)
}

fn run(args: Args) -> Result<Outcome, Stop> {
    if let Some(word) = args.rest.first() {
        return Err(Stop::Usage(format!(
            "{}: nothing is taken beside this option",
            word.display()
        )));
    }
    let text = match args.answer {
        Answer::Version => format!("jjak {VERSION}\n"),
        Answer::Licences => jjak_assets::LICENCES.to_owned(),
        Answer::Manual => manual(VERSION, &PAGE.sheet(), &COMMANDS),
        Answer::ManualPage(lang) => manual_html::page(lang),
        Answer::Completions(shell) => completions(shell, &PAGE.sheet(), &COMMANDS),
    };
    print(&text)
}
