//! The user's lists and rules, as a command takes them.

use super::Stop;
use super::tell::{tell, warn};
use jjak_core::article::Article;
use jjak_core::clean::{InlineMarks, Wrapped, broken_paragraphs};
use jjak_core::segment::{Endings, Quotations};
use jjak_pipeline::custom::{Custom, Cutting};
use lexopt::prelude::*;

/// The options that say how texts are cut into sentences, on every command that cuts.
#[derive(Default)]
pub struct CuttingOptions(pub Cutting);

/// One of them.
#[derive(Clone, Copy)]
pub enum CuttingFlag {
    Endings,
    Quotations,
    Srx,
    SrxOnly,
    InlineMarks,
    Wrapped,
}

impl CuttingFlag {
    pub fn of(argument: &lexopt::Arg) -> Option<CuttingFlag> {
        Some(match argument {
            Long("endings") => CuttingFlag::Endings,
            Long("quotations") => CuttingFlag::Quotations,
            Long("srx") => CuttingFlag::Srx,
            Long("srx-only") => CuttingFlag::SrxOnly,
            Long("inline-marks") => CuttingFlag::InlineMarks,
            Long("wrapped") => CuttingFlag::Wrapped,
            _ => return None,
        })
    }

    /// It says what paragraphs are, which counts where nothing is cut, too.
    pub fn is_of_layout(self) -> bool {
        matches!(self, CuttingFlag::InlineMarks | CuttingFlag::Wrapped)
    }
}

impl CuttingOptions {
    /// Takes what follows the flag.
    pub fn take(&mut self, flag: CuttingFlag, parser: &mut lexopt::Parser) -> Result<(), Stop> {
        let Cutting {
            quotations,
            endings,
            srx,
            srx_only,
            inline_marks,
            wrapped,
            ..
        } = &mut self.0;
        match flag {
            CuttingFlag::Endings => *endings = endings_named(&parser.value()?.string()?)?,
            CuttingFlag::Quotations => *quotations = quotations_named(&parser.value()?.string()?)?,
            CuttingFlag::Srx => *srx = Some(parser.value()?.into()),
            CuttingFlag::SrxOnly => *srx_only = true,
            CuttingFlag::InlineMarks => {
                *inline_marks = inline_marks_named(&parser.value()?.string()?)?;
            }
            CuttingFlag::Wrapped => *wrapped = wrapped_named(&parser.value()?.string()?)?,
        }
        Ok(())
    }

    /// Whether any of them was given.
    pub fn are_given(&self) -> bool {
        self.0 != Cutting::default()
    }

    /// The user's lists with these options. What cannot be used is told.
    pub fn load(&self) -> Result<Custom, Stop> {
        if self.0.srx_only && self.0.srx.is_none() {
            return Err(Stop::usage(
                "--srx-only needs the file: --srx rules.srx --srx-only",
            ));
        }
        let mut custom = Custom::load();
        let cut = custom.cut_by(&self.0).map_err(Stop::failed);
        custom.warnings.iter().for_each(warn);
        cut.map(|()| custom)
    }
}

fn endings_named(name: &str) -> Result<Endings, Stop> {
    let level = name.parse::<usize>().ok();
    let found = level.and_then(|level| Endings::ALL.get(level));
    found.copied().ok_or_else(|| {
        Stop::Usage(format!(
            "--endings is 0 (none), 1 (polite) or 2 (plain, too), not \"{name}\""
        ))
    })
}

fn quotations_named(name: &str) -> Result<Quotations, Stop> {
    match name {
        "whole" => Ok(Quotations::Whole),
        "split" => Ok(Quotations::Split),
        "always" => Ok(Quotations::Always),
        other => Err(Stop::Usage(format!(
            "--quotations is whole, split or always, not \"{other}\""
        ))),
    }
}

pub fn inline_marks_named(name: &str) -> Result<InlineMarks, Stop> {
    match name {
        "exclude" => Ok(InlineMarks::Exclude),
        "keep" => Ok(InlineMarks::Keep),
        other => Err(Stop::Usage(format!(
            "--inline-marks is exclude or keep, not \"{other}\""
        ))),
    }
}

pub fn wrapped_named(name: &str) -> Result<Wrapped, Stop> {
    match name {
        "auto" => Ok(Wrapped::Auto),
        "yes" => Ok(Wrapped::Yes),
        "no" => Ok(Wrapped::No),
        other => Err(Stop::Usage(format!(
            "--wrapped is auto, yes or no, not \"{other}\""
        ))),
    }
}

/// Says that lines were joined, as a note: nothing is lost by it.
pub fn tell_joined(article: &Article) {
    let joined = broken_paragraphs(article);
    if joined > 0 {
        tell(format_args!(
            "{}: {joined} paragraphs were broken into lines and are read as wholes; --wrapped no keeps each line",
            article.lang
        ));
    }
}

/// The user's lists. What cannot be used is told.
pub fn load() -> Custom {
    let custom = Custom::load();
    custom.warnings.iter().for_each(warn);
    custom
}
