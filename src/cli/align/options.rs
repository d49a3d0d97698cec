//! What `jjak align` takes.

use super::run;
use crate::custom::{self, CuttingOptions};
use crate::files;
use crate::outputs::{self, RawOutputs};
use crate::page::{Flag, Page, Section, Value};
use jjak_formats::exchange::Columns;
use jjak_formats::import::Encoding;
use jjak_formats::project::Labels;
use std::path::PathBuf;

/// The arguments as they came.
#[derive(Default)]
pub(crate) struct Raw {
    pub files: Vec<PathBuf>,
    pub encodings: [Option<Encoding>; 2],
    pub columns: Option<Columns>,
    pub outputs: RawOutputs,
    pub beads: Option<PathBuf>,
    pub pins: Option<PathBuf>,
    pub scores: Option<PathBuf>,
    pub glossary: Option<PathBuf>,
    pub labels: Labels,
    pub segmented: bool,
    pub strict: bool,
    pub cutting: CuttingOptions,
}

pub(crate) const PAGE: Page<Raw> = Page {
    name: "align",
    call: "EN KO -o OUT",
    summary: "do the whole job without a window and write the pairs to OUT",
    usage: &[
        "EN KO -o OUT [-o OUT ...] [options]",
        "BOTH -o OUT [-o OUT ...] [options]",
    ],
    about: "\
Pairs the sentences of an English text and its Korean translation.

EN and KO are saved web pages, texts, documents or books, or links (https://...), whose pages are fetched and
kept as they came (at most 32 MiB, in a minute); one of them may be - (standard input). BOTH is one
file that holds both languages, by turns or side by side; its blocks are separated by script. Menus, adverts,
bylines and the like are left out, the rest is cut into sentences and paired. Nothing gets lost silently:
Jjak prints where every character of both texts went.",
    options: || {
        let [output, which] = outputs::sections(|args: &mut Raw| &mut args.outputs);
        vec![
            output,
            which,
            Section::new("Texts", TEXTS),
            custom::cutting("How texts are cut", |args: &mut Raw| &mut args.cutting),
            Section::new("Pairing", PAIRING),
        ]
    },
    more: "",
    examples: &[
        "jjak align english.html korean.html -o article.tmx -o article.tsv",
        "jjak align https://news.example/en/1 https://news.example/ko/1 -o article.jjak",
        "jjak align english.epub#3 korean.epub#4 -o chapter.tmx",
        "jjak align english.txt korean.txt -o sure.tmx --min-confidence 0.9 --ko-code ko",
        "jjak align --segmented english.sent korean.sent --beads pairs.tsv",
        "jjak align english.txt korean.txt -o - --format tsv | cut -f 1,2",
    ],
    operand: |args, file| args.files.push(file.into()),
    run,
};

const TEXTS: &[Flag<Raw>] = &[
    Flag::value(
        "encoding",
        Value::text("NAME"),
        "read both texts in this encoding, such as utf-8, cp949, utf-16 or windows-1252, if Jjak took them for another",
        |args, given| files::encoding(given).map(|encoding| args.encodings = [Some(encoding); 2]),
    ),
    Flag::value(
        "en-encoding",
        Value::text("NAME"),
        "likewise only the text given first",
        |args, given| files::encoding(given).map(|encoding| args.encodings[0] = Some(encoding)),
    ),
    Flag::value(
        "ko-encoding",
        Value::text("NAME"),
        "or only the one given second",
        |args, given| files::encoding(given).map(|encoding| args.encodings[1] = Some(encoding)),
    ),
    Flag::value(
        "columns",
        Value::text("EN,KO"),
        "the two texts are columns of one table (.tsv, .csv, .xlsx, .ods), by number from 1 or by name; each cell is a paragraph",
        |args, given| files::columns(given).map(|columns| args.columns = Some(columns)),
    ),
    Flag::switch(
        "segmented",
        "every line is a sentence already: nothing is left out or cut, line numbers stay",
        |args| args.segmented = true,
    ),
    Flag::value(
        "domain",
        Value::text("TEXT"),
        "the subject field, which the project, TMX and JSONL carry",
        |args, given| given.text().map(|domain| args.labels.domain = Some(domain)),
    ),
    Flag::value(
        "reviewer",
        Value::text("NAME"),
        "who reviews, likewise",
        |args, given| given.text().map(|name| args.labels.reviewer = Some(name)),
    ),
    Flag::value(
        "licence",
        Value::text("TEXT"),
        "by which licence the texts may be used, likewise",
        |args, given| given.text().map(|text| args.labels.licence = Some(text)),
    ),
];

const PAIRING: &[Flag<Raw>] = &[
    Flag::value(
        "beads",
        Value::file("FILE"),
        "also write the pairs as numbers, one pair a line: English sentence numbers, a tab, Korean sentence numbers, a tab, the confidence. Numbers count from 0 (lines with --segmented, else the sentences that `jjak segment` shows); commas between them; a side may be empty.",
        |args, given| given.path().map(|path| args.beads = Some(path)),
    ),
    Flag::value(
        "pins",
        Value::file("FILE"),
        "pairs to keep as they are, in the same form; the rest is paired around them",
        |args, given| given.path().map(|path| args.pins = Some(path)),
    ),
    Flag::value(
        "scores",
        Value::file("FILE"),
        "what a model of your own thinks of pairs of sentences, one pair a line: English number, a tab, Korean number, a tab, similarity from 0 (no translation) over .5 (says nothing) to 1; numbers as above. One signal more beside words and lengths; a pair that is not in the file is judged as ever",
        |args, given| given.path().map(|path| args.scores = Some(path)),
    ),
    Flag::value(
        "glossary",
        Value::file("FILE"),
        "your terms, one a line: English, a tab, Korean (several stand apart by |); or a table, TBX or UTX (see jjak terms --help); they add to those of glossary.tsv in your lists folder",
        |args, given| given.path().map(|path| args.glossary = Some(path)),
    ),
    Flag::switch(
        "strict",
        "exit with 1 if there was a warning, such as texts given the wrong way round or pictures that were left out",
        |args| args.strict = true,
    ),
];
