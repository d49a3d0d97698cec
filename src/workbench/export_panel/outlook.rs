//! What an export would come to: its first units, how many rows it holds, and how many stay out and why.

use crate::texts::{self, Locale, Text, grouped};
use jjak_core::bitext::State;
use jjak_formats::exchange::{self, ExportedWork, Format, LeftOut, Options, Tally};
use std::path::PathBuf;
use std::time::Duration;

const PREVIEW_LINES: usize = 14;
/// Between two looks: a slider that is being drawn changes its value with every frame.
const PAUSE: f64 = 0.2;

/// Of one revision of the work, and one set of choices.
pub(super) struct Outlook {
    revision: u64,
    format: Format,
    options: Options,
    /// In seconds of egui's clock.
    made: f64,
    tally: Tally,
    preview: String,
    states: [usize; 3],
}

impl Outlook {
    pub(super) fn of(
        works: &[ExportedWork],
        revision: u64,
        format: Format,
        options: &Options,
        now: f64,
    ) -> Outlook {
        let lines = exchange::preview_units(works, format, options, PREVIEW_LINES);
        let beads = || works.iter().flat_map(|work| &work.bitext.beads);
        let count = |state: State| beads().filter(|bead| bead.state == state).count();
        Outlook {
            revision,
            format,
            options: options.clone(),
            made: now,
            tally: Tally::of(works, format, options),
            // A tab is what counts in a TSV file; it is shown as an arrow.
            preview: lines.replace('\t', " → "),
            states: State::ALL.map(count),
        }
    }

    pub(super) fn is_of(&self, revision: u64, format: Format, options: &Options) -> bool {
        (self.revision, self.format) == (revision, format) && self.options == *options
    }

    /// How long the next one has to wait.
    pub(super) fn wait(&self, now: f64) -> Option<Duration> {
        let left = self.made + PAUSE - now;
        (left > 0.0).then(|| Duration::from_secs_f64(left.min(PAUSE)))
    }

    pub(super) fn preview(&self) -> &str {
        &self.preview
    }

    /// How many rows there are of each of [`State::ALL`].
    pub(super) fn states(&self) -> [usize; 3] {
        self.states
    }

    pub(super) fn holds_any(&self) -> bool {
        self.tally.units > 0
    }

    /// The counts in words: of each file, and of what stays out.
    pub(super) fn lines(&self, files: &[(PathBuf, Format)], locale: Locale) -> Vec<String> {
        let name = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default();
            name.to_string_lossy().into_owned()
        };
        let names: Vec<String> = files.iter().map(|(path, _)| name(path)).collect();
        let names = names.join(", ");
        let rows = grouped(self.tally.rows);
        let mut lines = vec![match files {
            [_] if self.options.paragraphs => {
                let paragraphs = grouped(self.tally.units);
                locale.fill(Text::TallyParagraphs, &[&names, &rows, &paragraphs])
            }
            [_] => locale.fill(Text::TallyRows, &[&names, &rows]),
            _ => locale.fill(Text::TallyEach, &[&names, &rows]),
        }];
        let beside = files
            .iter()
            .filter_map(|(path, format)| format.texts_beside(path));
        for texts in beside {
            let [en, ko] = texts.each_ref().map(name);
            lines.push(locale.fill(Text::TallyTexts, &[&en, &ko]));
        }
        lines.push(match self.tally.left_out() {
            0 => Text::TallyNoneOut.in_(locale).to_owned(),
            out => {
                let reasons = self.tally.out.iter();
                let reasons: Vec<String> = reasons
                    .map(|(why, count)| format!("{} {}", reason(*why, locale), grouped(*count)))
                    .collect();
                locale.fill(Text::TallyOut, &[&grouped(out), &reasons.join(", ")])
            }
        });
        lines
    }
}

fn reason(why: LeftOut, locale: Locale) -> &'static str {
    let text = match why {
        LeftOut::State(state) => return texts::state(state, locale),
        LeftOut::Verdict(Some(verdict)) => return texts::verdict(verdict, locale),
        LeftOut::Verdict(None) => Text::OutNoVerdict,
        LeftOut::Confidence => Text::OutConfidence,
        LeftOut::Many => Text::RowsMany,
        LeftOut::OneSided => Text::OutOneSided,
        LeftOut::OneSidedInFormat => Text::OutOneSidedInFormat,
        LeftOut::Paragraph => Text::OutParagraph,
        LeftOut::Duplicate => Text::OutDuplicate,
        LeftOut::Empty => Text::OutEmpty,
    };
    text.in_(locale)
}
