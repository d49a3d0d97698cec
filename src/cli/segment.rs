//! `jjak segment`: a text's sentences, and why they begin where they begin.

use super::custom::{CuttingFlag, CuttingOptions, tell_joined};
use super::files::{self, Target};
use super::outputs::keep_apart;
use super::{Outcome, Stop, help, print};
use jjak_core::article::{Article, Lang, one_line};
use jjak_core::clean::{InlineMarks, Lists, Wrapped, clean_with, join_wrapped, part_inline_marks};
use jjak_core::segment::{Rule, Rules, Segment, Srx, explain_by, segment_by};
use jjak_pipeline as pipeline;
use lexopt::prelude::*;
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

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let mut format = Format::Lines;
    let mut lang = None;
    let mut strict = false;
    let mut as_page = true;
    let mut lines_are_sentences = false;
    let mut options = CuttingOptions::default();
    let mut encoding = None;
    let mut paths = Vec::<PathBuf>::new();
    let mut srx_out = None;
    while let Some(argument) = parser.next()? {
        if let Some(flag) = CuttingFlag::of(&argument) {
            options.take(flag, parser)?;
            continue;
        }
        match argument {
            Short('h') | Long("help") => return print(help::SEGMENT),
            Long("format") => format = format_named(&parser.value()?.string()?)?,
            Long("lang") => lang = lang_named(&parser.value()?.string()?)?,
            Long("encoding") => encoding = Some(files::encoding_named(&parser.value()?.string()?)?),
            Long("no-clean") => as_page = false,
            Long("segmented") => lines_are_sentences = true,
            Long("write-srx") => srx_out = Some(PathBuf::from(parser.value()?)),
            Long("strict") => strict = true,
            Value(file) => paths.push(file.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    if let Some(out) = srx_out {
        write_srx(&Target::from(out), &paths, &options)?;
        return Ok(Outcome::of(strict));
    }
    let mut article = files::read_article(&files::only(paths)?, encoding)?;
    article.lang = lang.unwrap_or(article.lang);
    let custom = options.load()?;
    let rules = &custom.rules;
    let (article, segments) = if lines_are_sentences {
        let side = pipeline::lines(article);
        (side.article, side.segments)
    } else {
        let article = match as_page {
            true => clean_with(article, &custom.lists),
            false => keep_all(article, &custom.lists),
        };
        if as_page {
            tell_joined(&article);
        }
        let segments = segment_by(&article, rules);
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

fn format_named(name: &str) -> Result<Format, Stop> {
    match name {
        "lines" => Ok(Format::Lines),
        "json" => Ok(Format::Json),
        "explain" => Ok(Format::Explain),
        other => Err(Stop::Usage(format!(
            "--format is lines, json or explain, not \"{other}\""
        ))),
    }
}

fn lang_named(name: &str) -> Result<Option<Lang>, Stop> {
    match name {
        "en" => Ok(Some(Lang::En)),
        "ko" => Ok(Some(Lang::Ko)),
        "auto" => Ok(None),
        other => Err(Stop::Usage(format!(
            "--lang is en, ko or auto, not \"{other}\""
        ))),
    }
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
        for decision in explain_by(&article.text, &block.span, article.lang, rules) {
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
