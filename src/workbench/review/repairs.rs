//! What repairs the pairs, the sentences and the texts under the cursor.

use super::{Answer, Review};
use crate::cut_points::CutPoints;
use crate::keyboard::Owner;
use crate::mode::{Editing, Mode};
use crate::session::Cursor;
use crate::texts::Text;
use egui::{Key, Modifiers, Ui};
use jjak_core::article::{Exclusion, Lang, Reason, one_line};
use jjak_core::bitext::{Operation, Refusal, RowIndex, SegmentId};
use jjak_core::clean::NeverRule;

impl Review {
    /// Opens the editor of the sentence under the cursor.
    pub fn edit_text(&mut self) -> Answer {
        let lang = self.session.cursor().lang;
        let Some(id) = self.session.id() else {
            return Answer::Refused(Refusal::NoSuchSegment);
        };
        let text = self.session.bitext().side(lang).text(id).into_owned();
        self.mode = Mode::Edit(Editing {
            lang,
            id,
            text,
            fresh: true,
        });
        self.grid.reveal();
        Answer::Done
    }

    /// Has the sentence under the cursor as the source has it.
    pub fn drop_edited_text(&mut self) -> Answer {
        let text = None;
        self.with_sentence(|lang, id| Operation::SetText { lang, id, text })
    }

    pub fn push_tail(&mut self) -> Answer {
        let Cursor { row, lang, .. } = self.session.cursor();
        self.operate(Operation::PushTail { lang, row }).into()
    }

    pub fn pull_tail(&mut self) -> Answer {
        let Cursor { row, lang, .. } = self.session.cursor();
        self.operate(Operation::PullTail { lang, row }).into()
    }

    pub fn move_down(&mut self) -> Answer {
        self.move_to(Some(self.session.cursor().row.below()))
    }

    pub fn move_up(&mut self) -> Answer {
        self.move_to(self.session.cursor().row.above())
    }

    fn move_to(&mut self, row: Option<RowIndex>) -> Answer {
        match row {
            Some(to) => self.with_sentence(|lang, id| Operation::MoveSegment { lang, id, to }),
            None => Answer::Refused(Refusal::NoSuchRow),
        }
    }

    /// Makes one row of those selected, or of this and the next.
    pub fn merge(&mut self) -> Answer {
        let row = self.session.cursor().row;
        let rows = if self.session.has_selection() {
            self.session.selection()
        } else {
            row..row + 2
        };
        self.operate(Operation::MergeBeads { rows }).into()
    }

    /// Cuts before the sentence under the cursor; the other column at the same place, if it has as many.
    pub fn split(&mut self) -> Answer {
        let Cursor { row, lang, at } = self.session.cursor();
        let count = |lang| self.session.bitext().ids(row, lang).len();
        let here = at.max(1).min(count(lang));
        let there = here.min(count(lang.other()));
        let (en, ko) = if lang == Lang::En {
            (here, there)
        } else {
            (there, here)
        };
        self.operate(Operation::SplitBead { row, en, ko }).into()
    }

    /// Marks the sentence under the cursor, or makes a pair of it and the one that was marked.
    pub fn link(&mut self) -> Answer {
        let lang = self.session.cursor().lang;
        let Some(id) = self.session.id() else {
            return Answer::Refused(Refusal::NoSuchSegment);
        };
        match self.session.linking {
            Some(marked) if marked == (lang, id) => {
                self.session.linking = None;
                Answer::Done
            }
            Some((other, marked)) if other != lang => {
                let (en, ko) = if lang == Lang::En {
                    (id, marked)
                } else {
                    (marked, id)
                };
                self.operate(Operation::Link {
                    en: vec![en],
                    ko: vec![ko],
                })
                .into()
            }
            _ => {
                self.session.linking = Some((lang, id));
                Answer::Says(Text::Linking)
            }
        }
    }

    pub fn unlink(&mut self) -> Answer {
        let row = self.session.cursor().row;
        self.operate(Operation::Unlink { row }).into()
    }

    pub fn join_sentence(&mut self) -> Answer {
        self.with_sentence(|lang, id| Operation::MergeSegments { lang, id })
    }

    fn with_sentence(&mut self, operation: impl FnOnce(Lang, SegmentId) -> Operation) -> Answer {
        match self.session.id() {
            Some(id) => self
                .operate(operation(self.session.cursor().lang, id))
                .into(),
            None => Answer::Refused(Refusal::NoSuchSegment),
        }
    }

    /// Excludes the paragraph under the cursor; in an empty cell that of the other side.
    pub fn exclude(&mut self) -> Answer {
        if self.session.id().is_none() {
            self.session.look_at_row(self.session.cursor().row);
        }
        let lang = self.session.cursor().lang;
        let article = &self.session.bitext().side(lang).article;
        let block = self.session.id().and_then(|id| article.block_at(id.0));
        match block {
            Some(block) => {
                let why = Exclusion {
                    reason: Reason::ByHand,
                    rule: String::new(),
                };
                self.operate(Operation::Exclude { lang, block, why }).into()
            }
            None => Answer::Refused(Refusal::NoSuchSegment),
        }
    }

    /// The rule that excludes the paragraph under the cursor and those like it.
    pub fn rule_of_block(&self) -> Option<NeverRule> {
        let lang = self.session.cursor().lang;
        let article = &self.session.bitext().side(lang).article;
        let block = article.block_at(self.session.id()?.0)?;
        NeverRule::like(&one_line(article.block_text(block)))
    }

    /// Excludes every paragraph of the text that is like the one under the cursor.
    pub fn exclude_alike(&mut self) -> Answer {
        let lang = self.session.cursor().lang;
        let Some(rule) = self.rule_of_block() else {
            return Answer::Says(Text::NothingAlike);
        };
        let article = &self.session.bitext().side(lang).article;
        let mut blocks = rule.alike(article);
        let is_kept = |block: &usize| {
            let block = article.blocks.get(*block);
            block.is_some_and(|block| block.excluded.is_none())
        };
        blocks.retain(is_kept);
        let why = Exclusion {
            reason: Reason::ByHand,
            rule: rule.to_string(),
        };
        self.operate(Operation::ExcludeAll { lang, blocks, why })
            .into()
    }

    /// Lets the person choose where to cut the sentence under the cursor.
    pub fn choose_cut(&mut self) -> Answer {
        let lang = self.session.cursor().lang;
        let side = self.session.bitext().side(lang);
        let Some(segment) = self.session.id().and_then(|id| side.segment(id)) else {
            return Answer::Refused(Refusal::NoSuchSegment);
        };
        if segment.edited.is_some() {
            return Answer::Refused(Refusal::Edited);
        }
        match CutPoints::of(&self.session) {
            Some(cutting) => {
                self.mode = Mode::Cut(cutting);
                self.grid.reveal();
                Answer::Done
            }
            None => Answer::Refused(Refusal::NoCutThere),
        }
    }

    /// Cuts the sentence under the cursor where what it says has the byte `at`, or as near as may be.
    pub(super) fn cut_at(&mut self, at: usize) -> Answer {
        if let refused @ Answer::Refused(_) = self.choose_cut() {
            return refused;
        }
        let Mode::Cut(mut cutting) = std::mem::take(&mut self.mode) else {
            return Answer::Done;
        };
        let (id, article) = (
            cutting.id,
            &self.session.bitext().side(cutting.lang).article,
        );
        // A space stands between the head and the second part.
        cutting.go_near(|place| (article.line(&(id.0..place)).len() + 1).abs_diff(at));
        self.operate(cutting.operation(false)).into()
    }

    /// The keys of choosing a cut point.
    pub(super) fn cut_keys(&mut self, ui: &Ui) -> Answer {
        let Mode::Cut(cutting) = &mut self.mode else {
            return Answer::Done;
        };
        if Owner::of(ui.ctx()) != Owner::Cut {
            return Answer::Done;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (key, forward) in [(Key::ArrowLeft, false), (Key::ArrowRight, true)] {
            if pressed(Modifiers::NONE, key) {
                cutting.step(forward);
            }
        }
        for (key, worse) in [(Key::ArrowUp, false), (Key::ArrowDown, true)] {
            if pressed(Modifiers::NONE, key) {
                cutting.step_rank(worse);
            }
        }
        let with_row = pressed(Modifiers::SHIFT, Key::Enter);
        if with_row || pressed(Modifiers::NONE, Key::Enter) {
            let operation = cutting.operation(with_row);
            self.mode = Mode::Grid;
            return self.operate(operation).into();
        }
        if pressed(Modifiers::NONE, Key::Escape) {
            self.mode = Mode::Grid;
        }
        Answer::Done
    }
}
