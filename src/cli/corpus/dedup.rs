//! `jjak dedup`: a corpus without what stands in it twice.

use crate::files::{self, Target, is_dash};
use crate::outputs::keep_apart;
use crate::page::{Flag, Page, Section, Value, names};
use crate::tell::tell;
use crate::{Outcome, Stop};
use jjak_formats::exchange::verbatim::CorpusFile;
use jjak_pipeline::corpus::{Dedup, MANY, Wanted, Why};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};

/// So many of the sentences that recur are told.
const TOLD: usize = 5;

pub(crate) struct Args {
    corpora: Vec<PathBuf>,
    output: Option<PathBuf>,
    dropped: Option<PathBuf>,
    wanted: Wanted,
    strict: bool,
}

impl Default for Args {
    fn default() -> Args {
        Args {
            corpora: Vec::new(),
            output: None,
            dropped: None,
            wanted: Wanted {
                pairs: true,
                documents: true,
                recurring: None,
            },
            strict: false,
        }
    }
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "dedup",
    call: "CORPUS -o OUT",
    summary: "a corpus without what stands in it twice",
    usage: &["CORPUS -o OUT [options]"],
    about: "\
Leaves out of a corpus of many documents what stands in it already: documents that are nearly the same as one
before, pairs that say the same as one before but for letter case, marks and spaces, and, if you ask for it,
sentences that recur on the pages of a site. The first stays. A row that stays is as it was; of every row that
goes --dropped tells why, and what stays in its place.

CORPUS is what jjak batch writes: .jsonl, .tsv, .csv, .tmx or .parquet, a row a pair; `project` is the document.
It is read two or three times, a row at a time.",
    options: || vec![Section::new("Options", FLAGS)],
    more: "",
    examples: &[
        "jjak dedup corpus.jsonl -o once.jsonl --dropped dropped.jsonl",
        "jjak dedup corpus.tsv -o once.tsv --recurring 10",
    ],
    operand: |args, corpus| args.corpora.push(corpus.into()),
    run,
};

/// Whether what stands there twice stays.
const STAYS: &[(&str, bool)] = &[("keep-first", true), ("keep-all", false)];

const FLAGS: &[Flag<Args>] = &[
    Flag::value(
        "output",
        Value::file("OUT"),
        "the corpus that is left, in the form of CORPUS; - for standard output",
        |args: &mut Args, given| given.path().map(|path| args.output = Some(path)),
    )
    .short('o'),
    Flag::value(
        "dropped",
        Value::file("FILE.jsonl"),
        "of each row that goes: why (near-document, recurring, said-before), row, document, texts, and the document and row that is kept, or where it recurs",
        |args, given| given.path().map(|path| args.dropped = Some(path)),
    ),
    Flag::value(
        "pairs",
        Value::one_of("HOW", || names(STAYS)),
        "keep-first (if you say nothing) or keep-all of pairs that say the same",
        |args, given| given.one_of(STAYS).map(|once| args.wanted.pairs = once),
    ),
    Flag::value(
        "documents",
        Value::one_of("HOW", || names(STAYS)),
        "keep-first (if you say nothing) or keep-all of documents that share three fifths of their text",
        |args, given| given.one_of(STAYS).map(|once| args.wanted.documents = once),
    ),
    Flag::value(
        "recurring",
        Value::text("N"),
        "leave out, too, pairs of which both sides (or the only one) stand in N or more documents of a site, such as 10. The site is the host of the page; pages that do not say theirs are one",
        |args, given| {
            let many: NonZero<usize> = given.parsed()?;
            args.wanted.recurring = Some(many.get().max(2));
            Ok(())
        },
    ),
    Flag::switch("strict", "exit with 1 if there was a warning", |args| {
        args.strict = true;
    }),
];

fn run(args: Args) -> Result<Outcome, Stop> {
    let corpus = files::only(args.corpora)?;
    let output = args
        .output
        .ok_or_else(|| Stop::usage("where should the corpus go? Add -o OUT"))?;
    let form = |path: &Path| path.extension().map(|end| end.to_ascii_lowercase());
    if !is_dash(&output) && form(&output) != form(&corpus) {
        return Err(Stop::Usage(format!(
            "-o {}: what is left has the form of {}; jjak convert makes others of it",
            output.display(),
            corpus.display()
        )));
    }
    let target = Target::from(output);
    let dropped = args.dropped.map(Target::from);
    let targets: Vec<&Target> = [&target].into_iter().chain(&dropped).collect();
    keep_apart(&targets, std::slice::from_ref(&corpus))?;
    let file = CorpusFile::open(&corpus).map_err(Stop::failed)?;
    let many = args.wanted.recurring.unwrap_or(MANY);
    let mut dedup = Dedup::of(&file, args.wanted, many).map_err(Stop::failed)?;
    let (mut gone, mut stop) = (Gone::default(), None);
    let written = target.write(|out| match &dropped {
        Some(dropped) => {
            let told = dropped.write(|told| gone.part(&file, &mut dedup, out, Some(told)));
            told.map_err(|why| {
                stop = Some(why);
                io::Error::other("the other file cannot be written")
            })
        }
        None => gone.part(&file, &mut dedup, out, None),
    });
    // What went wrong within tells more than that something did.
    stop.map_or(written, Err)?;
    gone.tell(&target, &dedup);
    tell_recurring(&dedup, args.wanted, many);
    Ok(Outcome::of(args.strict))
}

/// The rows, by what became of them.
#[derive(Default)]
struct Gone {
    rows: usize,
    kept: usize,
    why: BTreeMap<Why, usize>,
}

impl Gone {
    /// Writes the rows that stay into `out`, and of those that go, why.
    fn part(
        &mut self,
        file: &CorpusFile,
        dedup: &mut Dedup,
        out: &mut dyn Write,
        mut told: Option<&mut dyn Write>,
    ) -> io::Result<()> {
        let mut kept = file.begin(out)?;
        for row in file.rows().map_err(io::Error::other)? {
            let row = row.map_err(io::Error::other)?;
            self.rows += 1;
            let Some(dropped) = dedup.take(&row) else {
                self.kept += 1;
                kept.put(&row)?;
                continue;
            };
            *self.why.entry(dropped.why).or_default() += 1;
            if let Some(told) = &mut told {
                serde_json::to_writer(&mut **told, &dropped)?;
                writeln!(told)?;
            }
        }
        kept.finish()
    }

    /// `900 of 1000 rows; left out: 60 of 3 documents ..., 40 ...`
    fn tell(&self, target: &Target, dedup: &Dedup) {
        let count = |why| self.why.get(&why).copied().unwrap_or_default();
        let [documents, near] = dedup.documents();
        let near = match count(Why::NearDocument) {
            0 => String::new(),
            rows => format!(", {rows} of {near} documents that are nearly the same as one before"),
        };
        let recurring = match count(Why::Recurring) {
            0 => String::new(),
            rows => format!(", {rows} that recur on their site"),
        };
        tell(format_args!(
            "{target}: {} of {} rows of {documents} documents; left out {} that were said before{near}{recurring}",
            self.kept,
            self.rows,
            count(Why::SaidBefore),
        ));
    }
}

fn tell_recurring(dedup: &Dedup, wanted: Wanted, many: usize) {
    let recurring = dedup.recurring();
    if recurring.is_empty() {
        return;
    }
    let hint = match wanted.recurring {
        Some(_) => String::new(),
        None => format!(" (--recurring {many} leaves out what is only these)"),
    };
    tell(format_args!(
        "{} sentences stand in {many} or more documents of a site{hint}:",
        recurring.len()
    ));
    for recurs in recurring.iter().take(TOLD) {
        let site = match recurs.site.as_str() {
            "" => "no site",
            site => site,
        };
        tell(format_args!(
            "  {} of {} documents of {site}: {}",
            recurs.documents, recurs.of, recurs.text
        ));
    }
}
