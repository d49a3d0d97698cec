//! What `jjak terms` takes.

use super::run;
use crate::files;
use crate::page::{Flag, Page, Section, Value, names};
use crate::selection::LANGUAGES;
use jjak_core::article::Lang;
use jjak_formats::exchange::{Columns, GlossaryFormat};
use std::path::PathBuf;

/// Pairs that a term has to be in.
const LEAST: usize = 2;
/// Below this confidence a term is more likely wrong than right.
const UNSURE: f64 = 0.25;

/// Whether names are told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    Too,
    No,
    Only,
}

const NAMES: &[(&str, Names)] = &[
    ("yes", Names::Too),
    ("no", Names::No),
    ("only", Names::Only),
];

pub(crate) struct Args {
    pub inputs: Vec<PathBuf>,
    pub outputs: Vec<PathBuf>,
    pub format: Option<GlossaryFormat>,
    pub glossary: Option<PathBuf>,
    pub columns: Option<Columns>,
    /// The language whose words stand first, whatever a file says.
    pub source: Option<Lang>,
    pub names: Names,
    pub least: usize,
    pub most: usize,
    pub min_confidence: f64,
    pub all: bool,
    pub ways: bool,
    pub strict: bool,
}

impl Default for Args {
    fn default() -> Args {
        Args {
            inputs: Vec::new(),
            outputs: Vec::new(),
            format: None,
            glossary: None,
            columns: None,
            source: None,
            names: Names::Too,
            least: LEAST,
            most: usize::MAX,
            min_confidence: UNSURE,
            all: false,
            ways: false,
            strict: false,
        }
    }
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "terms",
    call: "FILE -o OUT",
    summary: "terms and names that pairs hold; glossaries as tables, TBX, UTX",
    usage: &[
        "FILE [FILE ...] [-o OUT ...] [options]",
        "--glossary GLOSSARY -o OUT [-o OUT ...]",
    ],
    about: "\
Finds the terms of pairs of texts: English word groups and names, with the Korean they are said in. Or writes
a glossary in another form.

FILE is a project, a file of pairs as `jjak convert` takes them, or a folder of these. Of projects the pairs
count that you accepted or made. What belongs together is told by the log-likelihood ratio (Dunning 1993) of
standing in the same pairs, and by what the lexicon and the sound of names say of it.

GLOSSARY is a table (.tsv, .csv, .xlsx, .ods; the first line may name its columns: en, ko, part of speech,
note, status, forbidden), TBX of version 2 or 3, or UTX. All of them are taken wherever --glossary is.",
    options: || vec![Section::new("Options", FLAGS)],
    more: "",
    examples: &[
        "jjak terms article.jjak -o terms.xlsx",
        "jjak terms memory.tmx --most 500 --names no -o terms.tbx",
        "jjak terms --glossary terms.xlsx -o terms.tbx -o terms.utx",
    ],
    operand: |args, file| args.inputs.push(file.into()),
    run,
};

const FLAGS: &[Flag<Args>] = &[
    Flag::value(
        "output",
        Value::file("OUT"),
        ".tsv, .csv, .xlsx, .tbx (TBX-Basic 3) or .utx; several -o are possible. Tables of what was found also have its confidence, the pairs that have both words, that have the English and that have the Korean, the ratio, and an example; in the note what else the English is said in. On standard output if you say nothing",
        |args: &mut Args, given| given.path().map(|path| args.outputs.push(path)),
    )
    .short('o'),
    Flag::value(
        "format",
        Value::one_of("FORMAT", || names(GlossaryFormat::NAMES)),
        "the same, if the ending does not say it; tbx2 and tbx-core are the other kinds of TBX",
        |args, given| {
            let format = given.one_of(GlossaryFormat::NAMES)?;
            args.format = Some(format);
            Ok(())
        },
    ),
    Flag::value(
        "glossary",
        Value::file("FILE"),
        "terms you have: they help, and are not told again",
        |args, given| given.path().map(|path| args.glossary = Some(path)),
    ),
    Flag::switch(
        "all",
        "all pairs of projects, not only those that you accepted or made",
        |args| args.all = true,
    ),
    Flag::value(
        "names",
        Value::one_of("HOW", || names(NAMES)),
        "persons, places, firms: yes (if you say nothing), no, only",
        |args, given| given.one_of(NAMES).map(|how| args.names = how),
    ),
    Flag::switch("ways", "only what is said in two ways", |args| {
        args.ways = true;
    }),
    Flag::value(
        "min-count",
        Value::text("N"),
        "only what is in N pairs and more (2)",
        |args, given| given.parsed().map(|least| args.least = least),
    ),
    Flag::value(
        "min-confidence",
        Value::text("N"),
        "only what is at least so sure, 0 to 1 (.25)",
        |args, given| given.parsed().map(|least| args.min_confidence = least),
    ),
    Flag::value(
        "most",
        Value::text("N"),
        "only the first N, the surest first",
        |args, given| given.parsed().map(|most| args.most = most),
    ),
    Flag::value(
        "source",
        Value::one_of("LANG", || names(LANGUAGES)),
        "en or ko: whose words stand first",
        |args, given| given.one_of(LANGUAGES).map(|source| args.source = Some(source)),
    ),
    Flag::value(
        "columns",
        Value::text("EN,KO"),
        "the two columns of a table of pairs, by number from 1 or by name",
        |args, given| files::columns(given).map(|columns| args.columns = Some(columns)),
    ),
    Flag::switch("strict", "exit with 1 if there was a warning", |args| {
        args.strict = true;
    }),
];
