//! The tables at a document's head: which font is in which code page, what a style makes of a paragraph.

use super::charset;
use encoding_rs::Encoding;
use jjak_core::article::BlockKind;
use std::collections::HashMap;

#[derive(Default)]
pub(super) struct Tables {
    fonts: HashMap<i32, &'static Encoding>,
    styles: HashMap<i32, BlockKind>,
}

impl Tables {
    pub(super) fn font(&self, number: i32) -> Option<&'static Encoding> {
        self.fonts.get(&number).copied()
    }

    pub(super) fn style(&self, number: i32) -> Option<BlockKind> {
        self.styles.get(&number).copied()
    }

    pub(super) fn add_font(&mut self, number: i32, charset: i32) {
        match charset::of_charset(charset) {
            Some(encoding) => self.fonts.insert(number, encoding),
            None => self.fonts.remove(&number),
        };
    }

    pub(super) fn add_code_page(&mut self, number: i32, page: i32) {
        if let Some(encoding) = charset::of_code_page(page) {
            self.fonts.insert(number, encoding);
        }
    }

    /// A style by its name, as the program called it in English or Korean, and its outline level if it has one.
    pub(super) fn add_style(&mut self, number: i32, name: &str, outline: Option<i32>) {
        let name = name.trim().trim_end_matches(';').trim().to_lowercase();
        let begins = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
        let kind = if outline.is_some_and(|level| (0..9).contains(&level))
            || begins(&["heading", "title", "subtitle", "제목", "부제", "개요"])
        {
            BlockKind::Heading
        } else if begins(&[
            "quote",
            "intense quote",
            "quotations",
            "block quotation",
            "인용",
            "강한 인용",
        ]) {
            BlockKind::Quote
        } else if begins(&["caption", "캡션"]) {
            BlockKind::Caption
        } else if begins(&[
            "footnote text",
            "endnote text",
            "각주 텍스트",
            "미주 텍스트",
        ]) {
            BlockKind::Footnote
        } else if begins(&["list bullet", "list number", "글머리 기호", "번호 매기기"]) {
            BlockKind::ListItem
        } else {
            return;
        };
        self.styles.insert(number, kind);
    }
}
