//! What a paragraph's style and shape make of it.

use super::record::{Records, string_at, tag, u32_at};
use jjak_core::article::BlockKind;

#[derive(Default)]
pub(super) struct Styles {
    /// By the number of the style.
    styles: Vec<Option<BlockKind>>,
    /// By the number of the paragraph shape.
    shapes: Vec<Head>,
}

/// What stands before a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Head {
    #[default]
    None,
    Outline,
    List,
}

/// Longest outline paragraph that is a heading (characters); official documents write whole texts in outline levels.
const LONGEST_HEADING: usize = 60;

impl Styles {
    pub(super) fn read(doc_info: &[u8]) -> Styles {
        let mut styles = Styles::default();
        for record in Records(doc_info) {
            match record.tag {
                tag::PARA_SHAPE => styles.shapes.push(head(record.data)),
                tag::STYLE => styles.styles.push(style(record.data)),
                _ => {}
            }
        }
        styles
    }

    /// The kind of the paragraph `text` of style and shape.
    pub(super) fn kind(&self, style: u8, shape: u16, text: &str) -> BlockKind {
        let head = self
            .shapes
            .get(usize::from(shape))
            .copied()
            .unwrap_or_default();
        let styled = self.styles.get(usize::from(style)).copied().flatten();
        let is_short = text.trim().chars().count() <= LONGEST_HEADING
            && !text.trim_end().ends_with(['.', '다', '음', '함', ';', ',']);
        match (styled, head) {
            (Some(BlockKind::Heading), _) | (_, Head::Outline) if is_short => BlockKind::Heading,
            (Some(BlockKind::Heading), _) => BlockKind::Body,
            (Some(kind), _) => kind,
            (None, Head::Outline | Head::List) => BlockKind::ListItem,
            (None, Head::None) => BlockKind::Body,
        }
    }
}

fn head(shape: &[u8]) -> Head {
    match u32_at(shape, 0).unwrap_or(0) >> 23 & 3 {
        1 => Head::Outline,
        2 | 3 => Head::List,
        _ => Head::None,
    }
}

/// A style by its Korean or English name.
fn style(data: &[u8]) -> Option<BlockKind> {
    let (korean, end) = string_at(data, 0)?;
    let english = string_at(data, end)
        .map(|(name, _)| name.to_lowercase())
        .unwrap_or_default();
    let korean_begins = |starts: &[&str]| starts.iter().any(|start| korean.starts_with(start));
    let english_begins = |starts: &[&str]| starts.iter().any(|start| english.starts_with(start));
    if korean_begins(&["제목", "큰제목", "큰 제목", "소제목", "중간제목", "부제"])
        || english_begins(&["title", "heading", "subtitle"])
    {
        Some(BlockKind::Heading)
    } else if korean_begins(&["캡션"]) || english_begins(&["caption"]) {
        Some(BlockKind::Caption)
    } else if korean_begins(&["인용"]) || english_begins(&["quote"]) {
        Some(BlockKind::Quote)
    } else {
        None
    }
}
