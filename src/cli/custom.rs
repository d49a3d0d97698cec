//! The user's lists and rules, as a command takes them.

use super::Stop;
use super::page::{Flag, Section, Value, names};
use super::tell::{tell, warn};
use jjak_core::article::Article;
use jjak_core::clean::{InlineMarks, Wrapped, broken_paragraphs, kept_little, lost_end};
use jjak_core::segment::{Endings, Quotations};
use jjak_pipeline::custom::{Custom, Cutting};
use std::path::Path;

/// The options that say how texts are cut into sentences, on every command that cuts.
#[derive(Default)]
pub(crate) struct CuttingOptions(pub Cutting);

const ENDINGS: &[(&str, Endings)] = &[
    ("0", Endings::ALL[0]),
    ("1", Endings::ALL[1]),
    ("2", Endings::ALL[2]),
];
const QUOTATIONS: &[(&str, Quotations)] = &[
    ("whole", Quotations::Whole),
    ("split", Quotations::Split),
    ("always", Quotations::Always),
];
const INLINE_MARKS: &[(&str, InlineMarks)] = &[
    ("exclude", InlineMarks::Exclude),
    ("keep", InlineMarks::Keep),
];
const WRAPPED: &[(&str, Wrapped)] = &[
    ("auto", Wrapped::Auto),
    ("yes", Wrapped::Yes),
    ("no", Wrapped::No),
];

/// What paragraphs are, which counts where nothing is cut, too.
pub(crate) const LAYOUT: &[Flag<CuttingOptions>] = &[
    Flag::value(
        "inline-marks",
        Value::one_of("HOW", || names(INLINE_MARKS)),
        "datelines, photo credits and bylines inside a paragraph: exclude leaves them out of its sentences and lists them (if you say nothing); keep",
        |args, given| {
            given
                .one_of(INLINE_MARKS)
                .map(|how| args.0.inline_marks = how)
        },
    ),
    Flag::value(
        "wrapped",
        Value::one_of("HOW", || names(WRAPPED)),
        "lines that were broken at a column are read as paragraphs: auto (if you say nothing) where they look it, yes, no",
        |args, given| given.one_of(WRAPPED).map(|how| args.0.wrapped = how),
    ),
];

/// Where sentences end.
pub(crate) const SENTENCES: &[Flag<CuttingOptions>] = &[
    Flag::value(
        "endings",
        Value::one_of("LEVEL", || names(ENDINGS)),
        "which Korean endings close a sentence without a mark at its end: 0 none, 1 those of polite speech (-니다, -요; if you say nothing), 2 plain ones, too (-했다)",
        |args, given| given.one_of(ENDINGS).map(|level| args.0.endings = level),
    ),
    Flag::value(
        "quotations",
        Value::one_of("HOW", || names(QUOTATIONS)),
        "whole: a quotation stays one sentence; split: it is cut at its stops unless Korean grammar ties it to the sentence around it (if you say nothing); always",
        |args, given| given.one_of(QUOTATIONS).map(|how| args.0.quotations = how),
    ),
    Flag::value(
        "srx",
        Value::file("FILE"),
        "also cut by the rules of an SRX 2.0 file: where one of them matches it decides; rules that cannot be used are listed",
        |args, given| given.path().map(|path| args.0.srx = Some(path)),
    ),
    Flag::switch("srx-only", "only the rules of that file count", |args| {
        args.0.srx_only = true;
    }),
];

/// All of them.
pub(crate) fn cutting<A>(
    title: &'static str,
    part: fn(&mut A) -> &mut CuttingOptions,
) -> Section<A> {
    Section::shared(title, SENTENCES, part).and_shared(LAYOUT, part)
}

impl CuttingOptions {
    /// Whether any of them was given.
    pub(crate) fn are_given(&self) -> bool {
        self.0 != Cutting::default()
    }

    /// The user's lists with these options. What cannot be used is told.
    pub(crate) fn load(&self) -> Result<Custom, Stop> {
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

/// Says that lines were joined, as a note: nothing is lost by it.
/// Tells what a person should look at of a text that was cleaned.
pub(crate) fn tell_cleaned(article: &Article, path: &Path) {
    tell_joined(article);
    if let Some(kept) = kept_little(article) {
        warn(format_args!("{}: {kept}", path.display()));
    } else if let Some(end) = lost_end(article) {
        warn(format_args!("{}: {end}", path.display()));
    }
}

fn tell_joined(article: &Article) {
    let joined = broken_paragraphs(article);
    if joined > 0 {
        tell(format_args!(
            "{}: {joined} paragraphs were broken into lines and are read as wholes; --wrapped no keeps each line",
            article.lang
        ));
    }
}

/// The user's lists. What cannot be used is told.
pub(crate) fn load() -> Custom {
    let custom = Custom::load();
    custom.warnings.iter().for_each(warn);
    custom
}

/// Adds the glossaries beside a job or a work. What of them cannot be used is told.
pub(crate) fn add_terms_beside(custom: &mut Custom, file: &Path) {
    let known = custom.warnings.len();
    custom.add_glossaries_beside(file);
    custom.warnings.iter().skip(known).for_each(warn);
}
