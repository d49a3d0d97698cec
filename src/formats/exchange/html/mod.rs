//! A report to read and print: both texts side by side, what matches marked, with counts, and what was left out with
//! the reasons. One page that needs no script and nothing from elsewhere.

mod row;
mod summary;
mod words;

use crate::exchange::units::document::{ExportedWork, Source};
use crate::exchange::units::text::plain;
use crate::exchange::units::unit::TranslationUnit;
use crate::exchange::units::xml::escape;
use jjak_core::article::Lang;
use jjak_core::bitext::Side;
use std::io::{self, Write};
use words::Words;

/// Writes the page in the words of `tongue`; returns how many rows it has.
pub(super) fn write<'a>(
    works: &[ExportedWork],
    units: impl Iterator<Item = TranslationUnit<'a>>,
    tongue: Lang,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let titles = works.iter().map(|work| title(&work.bitext.en, tongue));
    let titles: Vec<String> = titles.collect();
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"jjak {}\">\n<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>",
        code(tongue),
        env!("CARGO_PKG_VERSION"),
        escape(&titles.join(" · ")),
        include_str!("report.css"),
    )?;
    let mut open = 0;
    let mut written = 0;
    for work in works.iter().take(1) {
        write_head(work, tongue, out)?;
    }
    for unit in units {
        while open < unit.work {
            write_end(&works[open], tongue, out)?;
            open += 1;
            write_head(&works[open], tongue, out)?;
        }
        row::write(&works[unit.work], &unit, tongue, out)?;
        written += 1;
    }
    for (at, work) in works.iter().enumerate().skip(open) {
        if at > open {
            write_head(work, tongue, out)?;
        }
        write_end(work, tongue, out)?;
    }
    writeln!(out, "</body>\n</html>")?;
    Ok(written)
}

/// What a text is called: its headline, or its file.
fn title(side: &Side, tongue: Lang) -> String {
    let source = Source::of(side);
    let lang = || Words::in_(tongue).lang(side.article.lang).to_owned();
    let title = source.title.map(str::to_owned).or(source.file);
    plain(&title.unwrap_or_else(lang)).into_owned()
}

/// Titles, sources and counts of one work, down to the head of its table.
fn write_head(work: &ExportedWork, tongue: Lang, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::in_(tongue);
    let bitext = work.bitext;
    writeln!(out, "<section>")?;
    for lang in work.languages() {
        let title = title(bitext.side(lang), tongue);
        writeln!(out, "<h1 lang=\"{}\">{}</h1>", code(lang), escape(&title))?;
    }
    for lang in work.languages() {
        let source = Source::of(bitext.side(lang));
        let known = source.known().filter(|(name, _)| *name != "title");
        let parts: Vec<String> = known.map(|(name, value)| part(name, value)).collect();
        if !parts.is_empty() {
            let lang = words.lang(lang);
            writeln!(out, "<p class=\"weak\">{lang}: {}</p>", parts.join(" · "))?;
        }
    }
    let labels = &work.about.labels;
    let mut about: Vec<String> = Vec::new();
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            about.push(format!("{name} {}", escape(&plain(value))));
        }
    };
    add(words.project, &work.name);
    add(words.field, labels.domain.as_deref().unwrap_or_default());
    add(
        words.reviewer,
        labels.reviewer.as_deref().unwrap_or_default(),
    );
    add(words.licence, labels.licence.as_deref().unwrap_or_default());
    add(words.begun, &work.began());
    add(words.made_with, &work.tool());
    writeln!(out, "<p class=\"weak\">{}</p>", about.join(" · "))?;
    summary::write(bitext, tongue, out)?;
    let [first, second] = work.languages().map(|lang| words.lang(lang));
    writeln!(
        out,
        "<p class=\"weak\">{}</p>\n<table class=\"pairs\">\n<thead><tr><th scope=\"col\">{}</th>\
         <th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>",
        words.legend, words.row, first, second
    )
}

/// A piece of what is known of a source; an address of the web can be followed.
fn part(name: &str, value: &str) -> String {
    let text = escape(&plain(value)).into_owned();
    let is_address = value.starts_with("http://") || value.starts_with("https://");
    if name == "url" && is_address {
        format!("<a href=\"{text}\">{text}</a>")
    } else {
        text
    }
}

/// The end of a work's table, and what of its texts is not in it.
fn write_end(work: &ExportedWork, tongue: Lang, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::in_(tongue);
    writeln!(out, "</tbody></table>")?;
    let excluded = |lang: Lang| {
        let article = &work.bitext.side(lang).article;
        let blocks = article.blocks.iter();
        blocks.filter_map(move |block| {
            let reason = block.excluded.as_ref()?.reason;
            Some((reason, article.line(&block.span)))
        })
    };
    let count: usize = Lang::BOTH.map(|lang| excluded(lang).count()).iter().sum();
    if count > 0 {
        let name = words.excluded_blocks;
        writeln!(out, "<details><summary>{name} ({count})</summary>")?;
        for lang in work.languages() {
            let name = words.lang(lang);
            writeln!(out, "<table class=\"excluded\"><caption>{name}</caption>")?;
            for (reason, text) in excluded(lang) {
                writeln!(
                    out,
                    "<tr><td>{}</td><td lang=\"{}\">{}</td></tr>",
                    reason.in_words(tongue),
                    code(lang),
                    escape(&plain(&text))
                )?;
            }
            writeln!(out, "</table>")?;
        }
        writeln!(out, "</details>")?;
    }
    writeln!(out, "</section>")
}

fn code(lang: Lang) -> &'static str {
    lang.code()
}
