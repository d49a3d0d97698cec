//! PDF (ISO 32000), marked experimental: a file of glyphs on pages, from which lines, columns and paragraphs are guessed.

mod annotations;
mod boilerplate;
mod cmap;
mod content;
mod font;
mod lines;
mod matrix;
mod names;
mod paragraphs;
mod program;
mod stream;
mod widths;

use super::document::Document;
use super::{Fault, ImportWarning, Imported, Part};
use boilerplate::{Boilerplate, Heads};
use content::{Runner, text_string};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use jjak_core::article::{Provenance, Reason, one_line};
use lines::{Column, PdfLine};
use paragraphs::{LayoutStatistics, Paragraph};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// An article of the PDF `bytes`. That the guesses may be wrong, and what they could not do, stands in the warnings.
///
/// The crate that reads PDF's syntax is not known to panic; if it does on a damaged file, that is a fault of the file.
pub(super) fn article(bytes: &[u8], provenance: Provenance) -> Result<Imported, Fault> {
    let read = catch_unwind(AssertUnwindSafe(|| read(bytes, provenance)));
    read.unwrap_or_else(|_| Err(damaged("a place that stops its reader")))
}

fn damaged(why: &str) -> Fault {
    Fault::Damaged {
        place: "its structure".into(),
        why: why.into(),
    }
}

fn read(bytes: &[u8], mut provenance: Provenance) -> Result<Imported, Fault> {
    stream::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Fault::Encrypted,
        LoadPdfError::Decryption(_) => Fault::Encrypted,
        LoadPdfError::Invalid => damaged("no pages are found"),
    })?;
    let mut runner = Runner::default();
    let mut pages: Vec<Vec<Column>> = Vec::new();
    let (mut scanned, mut turned, mut pictures, mut shown) = (Vec::new(), 0, 0, 0);
    let mut comments = 0;
    let (mut unknown, mut illegible) = (0, Vec::new());
    for (number, page) in (1..).zip(pdf.pages().iter()) {
        let mut page = runner.page(page)?;
        turned += page.turned;
        pictures += page.pictures;
        comments += page.comments;
        let mut glyphs = page.glyphs.iter().flatten();
        if glyphs.all(|glyph| glyph.text.trim().is_empty()) && page.pictures > 0 {
            scanned.push(number);
        }
        let before = std::mem::replace(&mut unknown, runner.unknown.values().sum());
        if unknown > before {
            illegible.push(number);
        }
        // As most of it runs, and then as a page of its own what runs otherwise: a wide table, a note in the margin.
        page.glyphs
            .sort_by_key(|glyphs| std::cmp::Reverse(glyphs.len()));
        let [most, others @ ..] = page.glyphs;
        shown += most.len();
        pages.push(lines::columns(most));
        for glyphs in others.into_iter().filter(|glyphs| !glyphs.is_empty()) {
            shown += glyphs.len();
            pages.push(lines::columns(glyphs));
        }
    }
    if shown > 0 && unknown * 2 > shown {
        return Err(Fault::NoLetters);
    }
    if shown == 0 && pictures > 0 {
        return Err(Fault::Scanned);
    }
    let metadata = pdf.metadata();
    let said = |text: &Option<Box<[u8]>>| {
        let text = one_line(&text_string(text.as_ref()?)).into_owned();
        (!text.is_empty()).then_some(text)
    };
    provenance.title = said(&metadata.title);
    provenance.byline = said(&metadata.author);
    let mut document = document(&pages)?;
    document.leave_out(Part::Comments, comments);
    let mut imported = document.finish(provenance);
    imported.warnings.push(ImportWarning::PdfIsGuessed);
    if !scanned.is_empty() {
        imported
            .warnings
            .push(ImportWarning::ScannedPages { pages: scanned });
    }
    if unknown > 0 {
        let fonts = runner.unknown.into_keys().collect();
        imported.warnings.push(ImportWarning::UnknownLetters {
            count: unknown,
            fonts,
            pages: illegible,
        });
    }
    if turned > 0 {
        imported
            .warnings
            .push(ImportWarning::TurnedText { characters: turned });
    }
    Ok(imported)
}

/// Paragraphs in reading order; boilerplate between the parts of one stands behind it.
fn document(pages: &[Vec<Column>]) -> Result<Document, Fault> {
    let sorted: Vec<Vec<&PdfLine>> = pages
        .iter()
        .map(|page| {
            let mut lines: Vec<&PdfLine> = page.iter().flat_map(|column| &column.lines).collect();
            lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
            lines
        })
        .collect();
    let heads = Heads::of(sorted.iter().map(|page| page.to_vec()));
    let habits = LayoutStatistics::of(pages.iter().flatten());
    let mut document = Document::default();
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut waiting: Vec<(&PdfLine, Boilerplate)> = Vec::new();
    for (page, sorted) in pages.iter().zip(&sorted) {
        for column in page {
            let mut kept: Vec<&PdfLine> = Vec::with_capacity(column.lines.len());
            for line in &column.lines {
                match heads.judge(line, sorted) {
                    Some(boilerplate) => waiting.push((line, boilerplate)),
                    None => kept.push(line),
                }
            }
            let before = paragraphs.len();
            paragraphs::add(column, &kept, &habits, &mut paragraphs);
            if paragraphs.len() > before.max(1) {
                let last = paragraphs.pop();
                give(&mut document, &mut paragraphs, &mut waiting)?;
                paragraphs.extend(last);
            }
        }
    }
    give(&mut document, &mut paragraphs, &mut waiting)?;
    Ok(document)
}

/// Gives what is complete to the document.
fn give(
    document: &mut Document,
    paragraphs: &mut Vec<Paragraph>,
    boilerplate: &mut Vec<(&PdfLine, Boilerplate)>,
) -> Result<(), Fault> {
    for paragraph in paragraphs.drain(..) {
        document.push(&paragraph.text, paragraph.kind)?;
    }
    for (line, boilerplate) in boilerplate.drain(..) {
        document.push_excluded(&line.text, Reason::RunningHead, boilerplate.rule())?;
    }
    Ok(())
}
