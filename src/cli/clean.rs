//! `jjak clean`: which blocks of a page are its article.

use super::custom::{self, CuttingOptions, tell_cleaned};
use super::files::{self, Target};
use super::page::{Flag, Page, Section, Value, names};
use super::{Outcome, Stop};
use jjak_core::article::{Article, Exclusion};
use jjak_formats::import::Encoding;
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;

#[derive(Clone, Copy, Default)]
enum Format {
    #[default]
    Text,
    Json,
}

/// A block as the JSON form shows it.
#[derive(Serialize)]
struct BlockLine<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    kept: bool,
    reason: Option<&'static str>,
    /// A dateline, credit or byline inside the paragraph that the blocks beside it are of.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    inline: bool,
}

#[derive(Default)]
pub(crate) struct Args {
    paths: Vec<PathBuf>,
    format: Format,
    encoding: Option<Encoding>,
    cutting: CuttingOptions,
    strict: bool,
}

pub(crate) const PAGE: Page<Args> = Page {
    name: "clean",
    call: "FILE",
    summary: "show what of a page is its article, and what menus, adverts and the like",
    usage: &["FILE [options]"],
    about: "\
Shows what of a page is its article and what is not: menus, share buttons, adverts, bylines ...

FILE is a saved web page, a text, a document or a book, or a link (https://...), whose page is fetched; - is
standard input.",
    options: || {
        let layout = Section::shared("Options", custom::LAYOUT, |args: &mut Args| &mut args.cutting);
        vec![layout.and(FLAGS)]
    },
    more: "\
Your own lists add to the built-in ones. They are text files, one entry a line, in the folder jjak/lists of
your configuration directory (on Linux ~/.config/jjak/lists):
  clean/NAME.txt          lines that are furniture; NAME is why:
                          advertisement, byline, copyright, credit, date, email, hashtags, keywords,
                          names, navigation, ranking, reaction, related, roles, scene-break, share,
                          site-info, subscription, tip, wire-mark
  clean/never.txt         lines to exclude from every page; * stands for anything
A line that cannot be used is told with its file and number.",
    examples: &[
        "jjak clean english.html",
        "jjak clean --format json korean.html > blocks.json",
    ],
    operand: |args, file| args.paths.push(file.into()),
    run,
};

const FORMATS: &[(&str, Format)] = &[("text", Format::Text), ("json", Format::Json)];

const FLAGS: &[Flag<Args>] = &[
    Flag::value(
        "format",
        Value::one_of("FORMAT", || names(FORMATS)),
        "text: one paragraph a line; those left out begin with the reason (if you say nothing)\n\
         json: a list with where each begins and ends (bytes), its text, whether it is kept, and the reason if not",
        |args, given| given.one_of(FORMATS).map(|format| args.format = format),
    ),
    Flag::value(
        "encoding",
        Value::text("NAME"),
        "read the text in this encoding, such as utf-8, cp949, utf-16 or windows-1252",
        |args, given| files::encoding(given).map(|encoding| args.encoding = Some(encoding)),
    ),
    Flag::switch("strict", "exit with 1 if there was a warning", |args| {
        args.strict = true;
    }),
];

fn run(args: Args) -> Result<Outcome, Stop> {
    let path = files::only(args.paths)?;
    let article = files::read_article(&path, args.encoding)?;
    let article = args.cutting.load()?.lists.clean(article);
    tell_cleaned(&article, &path);
    Target::Stdout.write(|out| match args.format {
        Format::Text => write_text(&article, out),
        Format::Json => write_json(&article, out),
    })?;
    Ok(Outcome::of(args.strict))
}

/// A block a line: excluded ones with their reason, kept ones with none.
fn write_text(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    for block in &article.blocks {
        let reason = match &block.excluded {
            Some(exclusion) => exclusion.reason.as_str(),
            None => "",
        };
        writeln!(out, "{reason:16}{}", article.line(&block.span))?;
    }
    Ok(())
}

fn write_json(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    let blocks: Vec<BlockLine> = article
        .blocks
        .iter()
        .map(|block| BlockLine {
            start: block.span.start,
            end: block.span.end,
            text: &article.text[block.span.clone()],
            kept: block.excluded.is_none(),
            reason: block.excluded.as_ref().map(|why| why.reason.as_str()),
            inline: block.excluded.as_ref().is_some_and(Exclusion::is_inline),
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &blocks)?;
    writeln!(out)
}
