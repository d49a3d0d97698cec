//! `jjak clean`: which blocks of a page are its article.

use super::custom::{CuttingFlag, CuttingOptions, tell_joined};
use super::files::{self, Target};
use super::tell::warn;
use super::{Outcome, Stop, help, print};
use jjak_core::article::{Article, Exclusion};
use jjak_core::clean::{clean_with, kept_little};
use lexopt::prelude::*;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Clone, Copy)]
enum Format {
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

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let mut format = Format::Text;
    let (mut encoding, mut strict) = (None, false);
    let mut options = CuttingOptions::default();
    let mut paths = Vec::new();
    while let Some(argument) = parser.next()? {
        let layout = CuttingFlag::of(&argument).filter(|flag| flag.is_of_layout());
        if let Some(flag) = layout {
            options.take(flag, parser)?;
            continue;
        }
        match argument {
            Short('h') | Long("help") => return print(help::CLEAN),
            Long("format") => {
                format = match parser.value()?.string()?.as_str() {
                    "text" => Format::Text,
                    "json" => Format::Json,
                    other => {
                        return Err(Stop::Usage(format!(
                            "--format is text or json, not \"{other}\""
                        )));
                    }
                }
            }
            Long("encoding") => encoding = Some(files::encoding_named(&parser.value()?.string()?)?),
            Long("strict") => strict = true,
            Value(file) => paths.push(file.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let path = files::only(paths)?;
    let article = files::read_article(&path, encoding)?;
    let article = clean_with(article, &options.load()?.lists);
    tell_joined(&article);
    if let Some(kept) = kept_little(&article) {
        warn(format_args!("{}: {kept}", path.display()));
    }
    Target::Stdout.write(|out| match format {
        Format::Text => write_text(&article, out),
        Format::Json => write_json(&article, out),
    })?;
    Ok(Outcome::of(strict))
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
