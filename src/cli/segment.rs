//! `jjak segment`: a text's sentences, and why they begin where they begin.

use super::custom::{self, CuttingOptions, tell_cleaned};
use super::files::{self, Target};
use super::outputs::keep_apart;
use super::page::{Flag, Page, Section, Value, names};
use super::{Outcome, Stop};
use jjak_core::article::{Article, Lang, one_line};
use jjak_core::clean::{InlineMarks, Lists, Wrapped, join_wrapped, part_inline_marks};
use jjak_core::segment::{Rule, Rules, Segment, Srx};
use jjak_formats::import::Encoding;
use jjak_pipeline as pipeline;
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;

/// How many characters of the text are shown on each side of a decision.
const CONTEXT: usize = 24;

#[derive(Clone, Copy)]
enum Format {
    Lines,
    Json,
    Explain,
}

/// A segment as the JSON form shows it.
#[derive(Serialize)]
struct SegmentLine<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    rule: Rule,
    marker: Option<&'a str>,
}

/// A dateline, credit or byline inside a paragraph, which is in no segment.
#[derive(Serialize)]
struct MarkLine<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    inline: bool,
    reason: &'static str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Segment(SegmentLine<'a>),
    Mark(MarkLine<'a>),
}

pub(crate) struct Args {
    paths: Vec<PathBuf>,
    format: Format,
    lang: Option<Lang>,
    encoding: Option<Encoding>,
    as_page: bool,
    segmented: bool,
    srx_out: Option<PathBuf>,
    cutting: CuttingOptions,
    strict: bool,
}

impl Default for Args {
    fn default() -> Args {
        Args {
            paths: Vec::new(),
            format: Format::Lines,
            lang: None,
            encoding: None,
            as_page: true,
            segmented: false,
            srx_out: None,
            cutting: CuttingOptions::default(),
            strict: false,
        }
    }
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "segment",
    call: "FILE",
    summary: "show a text's sentences, one a line",
    usage: &["FILE [options]"],
    about: "\
Shows a text's sentences.

FILE is a saved web page, a text, a document or a book, or a link (https://...), whose page is fetched; - is
standard input.",
    options: || {
        let cutting = custom::cutting("How texts are cut", |args: &mut Args| &mut args.cutting);
        vec![Section::new("Options", FLAGS), cutting]
    },
    more: "\
Your own lists add to the built-in ones. They are text files, one entry a line, in the folder jjak/lists of
your configuration directory (on Linux ~/.config/jjak/lists):
  segment/NAME.txt        words that decide where a sentence ends; NAME is one of
                          abbreviations, abbreviations-before-numbers, abbreviations-that-may-end,
                          address-ends, after-clock, agencies, bare-tails, before-clock, brands,
                          credit-ends, credit-words, korean-asides, korean-parts, korean-said,
                          letter-classes, named-things, parts, plain-tails, points-back, quote-tails,
                          said, speech-nouns, starters, surnames
A line that cannot be used is told with its file and number.",
    examples: &[
        "jjak segment korean.html",
        "jjak segment --format explain korean.txt | grep quote-tail",
        "jjak segment --write-srx jjak.srx",
    ],
    operand: |args, file| args.paths.push(file.into()),
    run,
};

const FORMATS: &[(&str, Format)] = &[
    ("lines", Format::Lines),
    ("json", Format::Json),
    ("explain", Format::Explain),
];
const LANGUAGES: &[(&str, Option<Lang>)] = &[
    ("en", Some(Lang::En)),
    ("ko", Some(Lang::Ko)),
    ("auto", None),
];

const FLAGS: &[Flag<Args>] = &[
    Flag::value(
        "format",
        Value::one_of("FORMAT", || names(FORMATS)),
        "lines: one sentence a line (if you say nothing)\n\
         json: where each begins and ends (bytes), and the rule that began it\n\
         explain: every place where a sentence might end, split or join, and why",
        |args, given| given.one_of(FORMATS).map(|format| args.format = format),
    ),
    Flag::value(
        "lang",
        Value::one_of("LANG", || names(LANGUAGES)),
        "en, ko or auto (if you say nothing): the language of the text",
        |args, given| given.one_of(LANGUAGES).map(|lang| args.lang = lang),
    ),
    Flag::value(
        "encoding",
        Value::text("NAME"),
        "read the text in this encoding, such as utf-8, cp949, utf-16 or windows-1252",
        |args, given| files::encoding(given).map(|encoding| args.encoding = Some(encoding)),
    ),
    Flag::switch(
        "no-clean",
        "keep menus, adverts and the like; take every line as a paragraph of its own",
        |args| args.as_page = false,
    ),
    Flag::switch(
        "segmented",
        "every line is a sentence already: nothing is left out or cut",
        |args| args.segmented = true,
    ),
    Flag::value(
        "write-srx",
        Value::file("FILE"),
        "write the built-in rules and your lists as SRX 2.0 instead, as far as SRX can say them, so that OmegaT, memoQ or Trados cut alike; no text is read",
        |args, given| given.path().map(|path| args.srx_out = Some(path)),
    ),
    Flag::switch("strict", "exit with 1 if there was a warning", |args| {
        args.strict = true;
    }),
];

fn run(args: Args) -> Result<Outcome, Stop> {
    let Args {
        paths,
        format,
        lang,
        encoding,
        as_page,
        segmented: lines_are_sentences,
        srx_out,
        cutting: options,
        strict,
    } = args;
    if let Some(out) = srx_out {
        write_srx(&Target::from(out), &paths, &options)?;
        return Ok(Outcome::of(strict));
    }
    let path = files::only(paths)?;
    let mut article = files::read_article(&path, encoding)?;
    article.lang = lang.unwrap_or(article.lang);
    let custom = options.load()?;
    let rules = &custom.rules;
    let (article, segments) = if lines_are_sentences {
        let side = pipeline::lines(article);
        (side.article, side.segments)
    } else {
        let article = if as_page {
            custom.lists.clean(article)
        } else {
            keep_all(article, &custom.lists)
        };
        if as_page {
            tell_cleaned(&article, &path);
        }
        let segments = rules.segment(&article);
        (article, segments)
    };
    Target::Stdout.write(|out| match format {
        Format::Lines => write_lines(&article, &segments, out),
        Format::Json => write_json(&article, &segments, out),
        Format::Explain if lines_are_sentences => Ok(()),
        Format::Explain => write_explained(&article, rules, out),
    })?;
    Ok(Outcome::of(strict))
}

/// Writes the rules that texts are cut by, for other tools.
fn write_srx(out: &Target, paths: &[PathBuf], options: &CuttingOptions) -> Result<(), Stop> {
    if let Some(text) = paths.first() {
        return Err(Stop::Usage(format!(
            "--write-srx writes rules and reads no text; leave out {}",
            text.display()
        )));
    }
    // A text named in the place of the file would be written over.
    if let Target::File(path) = out
        && path
            .extension()
            .is_none_or(|end| !end.eq_ignore_ascii_case("srx"))
    {
        return Err(Stop::Usage(format!(
            "--write-srx {}: the rules go to a file whose name ends in .srx, or to -",
            path.display()
        )));
    }
    let read: Vec<PathBuf> = options.0.srx.iter().cloned().collect();
    keep_apart(&[out], &read)?;
    let srx = Srx::of(&options.load()?.rules.words);
    out.write(|out| out.write_all(srx.to_xml().as_bytes()))
}

/// Every block as text; only marks inside paragraphs stay out.
fn keep_all(mut article: Article, lists: &Lists) -> Article {
    for block in &mut article.blocks {
        block.excluded = None;
    }
    if lists.wrapped == Wrapped::Yes {
        join_wrapped(&mut article, Wrapped::Yes);
    }
    if lists.inline_marks == InlineMarks::Exclude {
        part_inline_marks(&mut article);
    }
    article
}

fn write_lines(article: &Article, segments: &[Segment], out: &mut dyn Write) -> io::Result<()> {
    for segment in segments {
        writeln!(out, "{}", article.line(&segment.span))?;
    }
    Ok(())
}

fn write_json(article: &Article, segments: &[Segment], out: &mut dyn Write) -> io::Result<()> {
    let text = &article.text;
    let segments = segments.iter().map(|segment| {
        let line = SegmentLine {
            start: segment.span.start,
            end: segment.span.end,
            text: &text[segment.span.clone()],
            rule: segment.rule,
            marker: segment.marker.as_ref().map(|span| &text[span.clone()]),
        };
        (segment.span.start, Line::Segment(line))
    });
    let marks = article.blocks.iter().filter_map(|block| {
        let why = block.excluded.as_ref().filter(|why| why.is_inline())?;
        let line = MarkLine {
            start: block.span.start,
            end: block.span.end,
            text: &text[block.span.clone()],
            inline: true,
            reason: why.reason.as_str(),
        };
        Some((block.span.start, Line::Mark(line)))
    });
    let mut lines: Vec<(usize, Line)> = segments.chain(marks).collect();
    lines.sort_by_key(|&(start, _)| start);
    let lines: Vec<Line> = lines.into_iter().map(|(_, line)| line).collect();
    serde_json::to_writer_pretty(&mut *out, &lines)?;
    writeln!(out)
}

/// A line for every place where a sentence might begin: byte, decision, rule, the text around it, and
/// what the rule means.
fn write_explained(article: &Article, rules: &Rules, out: &mut dyn Write) -> io::Result<()> {
    let kept = article
        .blocks
        .iter()
        .filter(|block| block.excluded.is_none());
    for block in kept {
        for decision in rules.explain(&article.text, &block.span, article.lang) {
            let (before, after) = around(
                &article.text[block.span.clone()],
                decision.at - block.span.start,
            );
            writeln!(
                out,
                "{}\t{}\t{}\t{before}|{after}\t{}",
                decision.at,
                if decision.breaks { "split" } else { "join" },
                decision.rule.as_str(),
                decision.rule.explain()
            )?;
        }
    }
    Ok(())
}

/// The text just before and just after byte `at`, each on one line.
fn around(text: &str, at: usize) -> (String, String) {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let from = before
        .char_indices()
        .rev()
        .nth(CONTEXT - 1)
        .map_or(0, |(from, _)| from);
    let to = after
        .char_indices()
        .nth(CONTEXT)
        .map_or(after.len(), |(to, _)| to);
    (
        one_line(&before[from..]).into_owned(),
        one_line(&after[..to]).into_owned(),
    )
}
