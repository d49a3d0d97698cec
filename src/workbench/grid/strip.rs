//! The excluded blocks between two rows, greyed, each with its reason; a click brings one back.

use super::menu::{Menu, Target};
use super::rows::Rows;
use super::{GridEvent, PAD};
use crate::fonts;
use crate::texts::{self, Text};
use egui::text::{LayoutJob, TextFormat};
use egui::{CursorIcon, Id, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};
use jjak_core::article::{Article, Lang, one_line};
use jjak_core::bitext::RowIndex;

/// As much of a block as a hover shows.
const HOVER_CHARS: usize = 400;

/// What one line of the strip stands for.
enum StripLine<'a> {
    /// One block: a click restores it.
    Block(usize),
    /// Several: a click shows them.
    Folded(&'a [usize]),
    /// The head of several that are shown: a click folds them.
    Open(&'a [usize]),
}

impl StripLine<'_> {
    /// The first of its blocks.
    fn first(&self) -> Option<usize> {
        match self {
            StripLine::Block(block) => Some(*block),
            StripLine::Folded(blocks) | StripLine::Open(blocks) => blocks.first().copied(),
        }
    }
}

impl Rows<'_> {
    fn strip_line_height(&self) -> f32 {
        (self.view.look.text_size * 1.35).round()
    }

    /// The height of the strip above `row`; 0 where nothing was taken out.
    pub(super) fn strip_height(&self, row: RowIndex) -> f32 {
        match self.gaps.lines(row) {
            0 => 0.0,
            lines => lines as f32 * self.strip_line_height() + PAD,
        }
    }

    /// Shows the strip above `row` at the top of `rect`.
    pub(super) fn strip(
        &self,
        ui: &mut Ui,
        row: RowIndex,
        rect: Rect,
        events: &mut Vec<GridEvent>,
    ) {
        if rect.height() <= 0.0 {
            return;
        }
        ui.painter().rect_filled(rect, 0.0, self.palette.panel);
        for lang in Lang::BOTH {
            let blocks = self.gaps.above(row, lang);
            let lines: Vec<StripLine> = match self.gaps.is_open(lang, blocks) {
                true => {
                    let head = (blocks.len() > 1).then_some(StripLine::Open(blocks));
                    let blocks = blocks.iter().map(|&block| StripLine::Block(block));
                    head.into_iter().chain(blocks).collect()
                }
                false if blocks.is_empty() => continue,
                false => vec![StripLine::Folded(blocks)],
            };
            let left = rect.left() + self.offset(lang);
            for (at, line) in lines.iter().enumerate() {
                let top = rect.top() + PAD / 2.0 + at as f32 * self.strip_line_height();
                let size = vec2(self.column(lang), self.strip_line_height());
                let area = Rect::from_min_size(pos2(left, top), size);
                let gap = blocks.first().copied().filter(|_| blocks.len() > 1);
                events.extend(self.strip_line(ui, lang, line, gap, area));
            }
        }
    }

    /// One line of the strip; `gap` names the blocks that it is shown with.
    fn strip_line(
        &self,
        ui: &mut Ui,
        lang: Lang,
        line: &StripLine,
        gap: Option<usize>,
        area: Rect,
    ) -> Option<GridEvent> {
        let locale = self.view.locale;
        let article = &self.view.session.bitext().side(lang).article;
        let (text, name, hover) = match line {
            StripLine::Block(block) => {
                let first = first_line(article, *block);
                let text = format!("{}  ·  {first}", reasons(article, &[*block], self));
                let name = format!("{}: {first}", Text::Restore.in_(locale));
                let whole = article.block_text(*block).trim();
                let whole: String = whole.chars().take(HOVER_CHARS).collect();
                (
                    text,
                    name,
                    format!("{whole}\n\n{}", Text::ClickRestores.in_(locale)),
                )
            }
            StripLine::Folded(blocks) => {
                let reasons = reasons(article, blocks, self);
                let text = locale.fill(Text::ExcludedHere, &[&blocks.len(), &reasons]);
                let text = format!("▶ {text}");
                (text.clone(), text, Text::ClickShows.in_(locale).to_owned())
            }
            StripLine::Open(blocks) => {
                let reasons = reasons(article, blocks, self);
                let text = locale.fill(Text::ExcludedHere, &[&blocks.len(), &reasons]);
                let text = format!("▼ {text}");
                (text.clone(), text, Text::ClickFolds.in_(locale).to_owned())
            }
        };
        let block = line.first()?;
        let id = Id::unique(("excluded", lang, block, matches!(line, StripLine::Block(_))));
        let response = ui.interact(area, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let color = if response.hovered() || response.has_focus() {
            self.palette.text
        } else {
            self.palette.weak
        };
        let format = TextFormat {
            font_id: fonts::regular((self.view.look.text_size * 0.87).round()),
            color,
            ..TextFormat::default()
        };
        let mut job = LayoutJob::default();
        job.append(&text, 0.0, format);
        job.wrap.max_width = area.width() - 2.0 * PAD;
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        let galley = ui.painter().layout_job(job);
        let origin = pos2(area.left() + PAD, area.center().y - galley.size().y / 2.0);
        ui.painter().galley(origin, galley, color);
        let response = response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(hover);
        if response.secondary_clicked() {
            let at = response.interact_pointer_pos()?;
            let target = match line {
                StripLine::Block(_) => Target::Block { lang, block, gap },
                StripLine::Folded(_) | StripLine::Open(_) => Target::Gap {
                    lang,
                    first: block,
                    is_open: matches!(line, StripLine::Open(_)),
                },
            };
            return Some(GridEvent::Menu(None, Menu { at, target }));
        }
        response.clicked().then_some(match line {
            StripLine::Block(_) => GridEvent::Restore(lang, block),
            StripLine::Folded(_) => GridEvent::Unfold(lang, block),
            StripLine::Open(_) => GridEvent::Fold(lang, block),
        })
    }
}

fn first_line(article: &Article, block: usize) -> String {
    let whole = article.block_text(block).trim();
    one_line(whole.lines().next().unwrap_or_default()).into_owned()
}

/// The reasons of `blocks`, each named once.
fn reasons(article: &Article, blocks: &[usize], rows: &Rows) -> String {
    let mut said: Vec<&str> = Vec::new();
    for &block in blocks {
        let of = article.blocks.get(block);
        if let Some(why) = of.and_then(|of| of.excluded.as_ref()) {
            let reason = texts::reason(why.reason, rows.view.locale);
            if !said.contains(&reason) {
                said.push(reason);
            }
        }
    }
    said.join(", ")
}
