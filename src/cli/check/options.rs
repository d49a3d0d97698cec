//! What `jjak check` takes.

use super::format::ReportFormat;
use super::run;
use crate::Stop;
use crate::files;
use crate::page::{Flag, Page, Section, Value, names};
use crate::selection::LANGUAGES;
use jjak_core::article::Lang;
use jjak_core::check::{Check, Waived};
use jjak_formats::exchange::Columns;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[derive(Default)]
pub(crate) struct Args {
    pub inputs: Vec<PathBuf>,
    pub outputs: Vec<PathBuf>,
    pub format: Option<ReportFormat>,
    pub columns: Option<Columns>,
    pub glossary: Option<PathBuf>,
    pub only: Option<BTreeSet<Check>>,
    pub ignored: Waived,
    pub ignored_file: Option<PathBuf>,
    /// The language translated from, whatever a file says.
    pub source: Option<Lang>,
    pub strict: bool,
    pub skip_bad: bool,
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "check",
    call: "FILE",
    summary: "what looks wrong in the pairs of a project or a file of any tool; its proof",
    usage: &["FILE [FILE ...] [-o REPORT ...] [options]"],
    about: "\
Lists what looks wrong in the pairs of projects and of bilingual files of any tool. Of a project it also
proves that its file can be read to the end, that every character of both texts is in a sentence, a list
mark or an excluded block, every sentence in one pair, and that undo leads back to the beginning.

FILE is a project (.jjak, or -), a file of pairs as `jjak convert` takes them (TMX, XLIFF, sdlxliff, mqxliff,
PO, TSV, XLSX, JSONL ...), one half of a Moses pair, or a folder of these. The glossary beside it counts
(NAME.glossary.tsv, NAME.glossary.client.xlsx ...), and what somebody found right in a project is not told.

Errors: figures, dates and units that do not come through (numbers), a name spelled in two ways, as nobody
would spell it, or replaced by another (names), terms that are not as your glossary has them (terms), English
left in the Korean (untranslated) or copied with a wrong letter or figure (miscopied), a negation lost or
added (negation), one of two opposites for the other, or after for before (opposites), a clause that nothing
in the Korean says or a sentence that nothing in the English does (omitted), tags, placeholders and addresses
that are not carried over (markup), a side far shorter or longer than usual (length), slips in edited
sentences (slips).
Notes: punctuation and spacing that one side gives no reason for (marks), 합니다 among 한다 (register), one
sentence translated in two ways (repeats).

Exit code: 0 done, 1 the end of a project is cut or damaged (the rest is sound), or there are errors and you
gave --strict, 2 it cannot be used. Notes never fail.",
    options: || vec![Section::new("Options", FLAGS)],
    more: "",
    examples: &[
        "jjak check article.jjak",
        "jjak check memory.tmx -o report.html -o report.xlsx --glossary terms.tsv",
        "jjak check job.sdlxliff --only numbers,markup --strict",
    ],
    operand: |args, file| args.inputs.push(file.into()),
    run,
};

fn checks() -> [(&'static str, Check); Check::ALL.len()] {
    Check::ALL.map(|check| (check.as_str(), check))
}

const FLAGS: &[Flag<Args>] = &[
    Flag::value(
        "output",
        Value::file("REPORT"),
        "write the findings to REPORT; the ending says the format: .html a page, grouped, with the place marked in both texts, .xlsx, .tsv, .json or .txt; several -o are possible",
        |args: &mut Args, given| given.path().map(|path| args.outputs.push(path)),
    )
    .short('o'),
    Flag::value(
        "format",
        Value::one_of("FORMAT", || names(ReportFormat::NAMES)),
        "the format of what goes to standard output: text (if you say nothing; of a project first the proof), tsv, json, xlsx, html",
        |args, given| given.one_of(ReportFormat::NAMES).map(|format| args.format = Some(format)),
    ),
    Flag::value(
        "only",
        Value::one_of("LIST", || names(&checks())),
        "only these checks, such as numbers,names (commas between them)",
        |args, given| given.several(&checks()).map(|only| args.only = Some(only)),
    ),
    Flag::value(
        "ignore",
        Value::file("FILE"),
        "findings not to be told again, one a line: the check, a tab, and a word it speaks of or all it says; a check alone stands for all it finds",
        |args, given| {
            let path = given.path()?;
            args.ignored = read_waived(&path)?;
            args.ignored_file = Some(path);
            Ok(())
        },
    ),
    Flag::value(
        "columns",
        Value::text("EN,KO"),
        "the two columns of a table, by number from 1 or by name",
        |args, given| files::columns(given).map(|columns| args.columns = Some(columns)),
    ),
    Flag::value(
        "source",
        Value::one_of("LANG", || names(LANGUAGES)),
        "en or ko: the language translated from, if the file does not say it; its text stands first, and terms, names, sentences and what was left untranslated are looked for in the other",
        |args, given| given.one_of(LANGUAGES).map(|source| args.source = Some(source)),
    ),
    Flag::value(
        "glossary",
        Value::file("FILE"),
        "your terms for this check, besides those of your lists: a table, TBX or UTX (see jjak terms --help); words that it forbids are told, too",
        |args, given| given.path().map(|path| args.glossary = Some(path)),
    ),
    Flag::switch(
        "skip-bad",
        "go on without records and files that cannot be read, with a word",
        |args| args.skip_bad = true,
    ),
    Flag::switch("strict", "exit with 1 if there are errors or warnings", |args| {
        args.strict = true;
    }),
];

/// Reads a list of findings that are not to be told again.
fn read_waived(path: &Path) -> Result<Waived, Stop> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        Stop::Failed(format!(
            "{}: cannot be read ({error}); it has to be text in UTF-8",
            path.display()
        ))
    })?;
    let waived = Waived::read(&text);
    waived.map_err(|error| Stop::Failed(format!("{}, {error}", path.display())))
}
