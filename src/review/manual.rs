//! The manual as the window shows it: chapters of paragraphs, lists, tables and commands, read from its Markdown.

use crate::texts::Locale;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::sync::OnceLock;

/// What a chapter is about. The manual has them in this order, in either language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    FirstPair,
    Repairing,
    Confidence,
    Checks,
    Exchange,
    ManyPairs,
    Corpora,
    Formats,
    OwnRules,
    Keeping,
    Questions,
}

impl Subject {
    pub const ALL: [Subject; 11] = [
        Subject::FirstPair,
        Subject::Repairing,
        Subject::Confidence,
        Subject::Checks,
        Subject::Exchange,
        Subject::ManyPairs,
        Subject::Corpora,
        Subject::Formats,
        Subject::OwnRules,
        Subject::Keeping,
        Subject::Questions,
    ];
}

/// A part of the manual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    pub title: String,
    pub blocks: Vec<Block>,
}

/// What stands below each other in a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(Line),
    Paragraph(Line),
    /// An item of a list, and its number if it has one.
    Item(Option<u64>, Line),
    /// Commands, or lines of a file.
    Code(String),
    /// The first row is its head.
    Table(Vec<Vec<Line>>),
    /// A picture by its name in the assets, and what it shows.
    Picture(String, String),
}

/// Words with their looks.
pub type Line = Vec<Run>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub look: RunLook,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RunLook {
    #[default]
    Plain,
    Strong,
    /// A key, a file or a command.
    Code,
}

/// The manual in a language.
pub fn chapters(locale: Locale) -> &'static [Chapter] {
    static READ: [OnceLock<Vec<Chapter>>; 2] = [OnceLock::new(), OnceLock::new()];
    let [english, korean] = &READ;
    match locale {
        Locale::English => english.get_or_init(|| read(jjak_assets::MANUAL_EN)),
        Locale::Korean => korean.get_or_init(|| read(jjak_assets::MANUAL_KO)),
    }
}

impl Chapter {
    /// Whether every one of `words` stands in it, in any letter case.
    pub fn holds(&self, words: &str) -> bool {
        let text = self.text().to_lowercase();
        let words = words.to_lowercase();
        words.split_whitespace().all(|word| text.contains(word))
    }

    /// All its words.
    fn text(&self) -> String {
        let mut text = self.title.clone();
        let mut add = |line: &Line| {
            text.push('\n');
            line.iter().for_each(|run| text.push_str(&run.text));
        };
        for block in &self.blocks {
            match block {
                Block::Heading(line) | Block::Paragraph(line) | Block::Item(_, line) => add(line),
                Block::Code(code) => add(&vec![Run::plain(code)]),
                Block::Table(rows) => rows.iter().flatten().for_each(&mut add),
                // Words that nobody sees are not to be found.
                Block::Picture(..) => {}
            }
        }
        text
    }
}

impl Run {
    fn plain(text: &str) -> Run {
        Run {
            text: text.to_owned(),
            look: RunLook::Plain,
        }
    }
}

/// What of the Markdown is open.
#[derive(Default)]
struct Reader {
    chapters: Vec<Chapter>,
    line: Line,
    strong: bool,
    /// The next number of each list that is open.
    lists: Vec<Option<u64>>,
    table: Vec<Vec<Line>>,
    code: Option<String>,
    /// The name of the picture whose words follow.
    picture: Option<String>,
}

fn read(markdown: &str) -> Vec<Chapter> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.chapters
}

impl Reader {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.say(
                    &text,
                    if self.strong {
                        RunLook::Strong
                    } else {
                        RunLook::Plain
                    },
                ),
            },
            Event::Code(text) => self.say(&text, RunLook::Code),
            // A line of Korean ends where its words do.
            Event::SoftBreak | Event::HardBreak => self.say(" ", RunLook::Plain),
            _ => {}
        }
    }

    fn say(&mut self, text: &str, look: RunLook) {
        self.line.push(Run {
            text: text.to_owned(),
            look,
        });
    }

    fn begin(&mut self, tag: Tag) {
        match tag {
            Tag::Strong | Tag::Emphasis => self.strong = true,
            Tag::List(first) => {
                self.end_item();
                self.lists.push(first);
            }
            Tag::CodeBlock(_) => {
                self.end_item();
                self.code = Some(String::new());
            }
            Tag::Image { dest_url, .. } => self.picture = Some(dest_url.into_string()),
            Tag::Table(_) => self.table.clear(),
            Tag::TableHead | Tag::TableRow => self.table.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.strong = false,
            TagEnd::Heading(HeadingLevel::H1 | HeadingLevel::H2) => {
                let title: String = self.line.drain(..).map(|run| run.text).collect();
                self.chapters.push(Chapter {
                    title,
                    blocks: Vec::new(),
                });
            }
            TagEnd::Heading(_) => self.push(Block::Heading),
            TagEnd::Image => {
                let words = self.line.drain(..).map(|run| run.text).collect();
                if let Some(name) = self.picture.take() {
                    self.add(Block::Picture(name, words));
                }
            }
            TagEnd::Paragraph if self.lists.is_empty() && !self.line.is_empty() => {
                self.push(Block::Paragraph);
            }
            TagEnd::Item => {
                self.end_item();
                if let Some(Some(next)) = self.lists.last_mut() {
                    *next += 1;
                }
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.add(Block::Code(code.trim_end().to_owned()));
                }
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.line);
                if let Some(row) = self.table.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.table);
                self.add(Block::Table(rows));
            }
            _ => {}
        }
    }

    /// The words since the last one are an item.
    fn end_item(&mut self) {
        if let Some(&number) = self.lists.last()
            && !self.line.is_empty()
        {
            self.push(|line| Block::Item(number, line));
        }
    }

    fn push(&mut self, block: impl FnOnce(Line) -> Block) {
        let block = block(std::mem::take(&mut self.line));
        self.add(block);
    }

    fn add(&mut self, block: Block) {
        if let Some(chapter) = self.chapters.last_mut() {
            chapter.blocks.push(block);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_chapters() {
        let chapters = read(
            "# Book\nIntro\nline\n\n## One\n1. **Do** `x`\n2. then\n\n| a | b |\n|---|---|\n| c | d |\n\n```sh\nrun it\n```\n\n![Two *rows*](a.png)\n",
        );
        let plain = |text: &str| vec![Run::plain(text)];
        assert_eq!(chapters.len(), 2);
        let [book, one] = &chapters[..] else {
            panic!("two chapters");
        };
        assert_eq!(book.title, "Book");
        assert_eq!(one.blocks.len(), 5);
        let run = |text: &str, look| Run {
            text: text.to_owned(),
            look,
        };
        let item = vec![
            run("Do", RunLook::Strong),
            run(" ", RunLook::Plain),
            run("x", RunLook::Code),
        ];
        assert_eq!(one.blocks[0], Block::Item(Some(1), item));
        assert_eq!(one.blocks[1], Block::Item(Some(2), plain("then")));
        let rows = vec![vec![plain("a"), plain("b")], vec![plain("c"), plain("d")]];
        assert_eq!(one.blocks[2], Block::Table(rows));
        assert_eq!(one.blocks[3], Block::Code("run it".into()));
        let picture = Block::Picture("a.png".into(), "Two rows".into());
        assert_eq!(one.blocks[4], picture);
        assert!(one.holds("DO run"));
        assert!(!one.holds("intro"));
    }

    #[test]
    fn every_picture_is_there_and_says_what_it_shows() {
        for locale in [Locale::English, Locale::Korean] {
            let blocks = chapters(locale).iter().flat_map(|chapter| &chapter.blocks);
            let pictures = blocks.filter_map(|block| match block {
                Block::Picture(name, words) => Some((name, words)),
                _ => None,
            });
            let mut count = 0;
            for (name, words) in pictures {
                assert!(jjak_assets::picture(name).is_some(), "{name}");
                assert!(!words.is_empty(), "{name}");
                count += 1;
            }
            assert!(count > 3);
        }
    }

    #[test]
    fn both_manuals_have_a_chapter_on_every_subject() {
        for locale in [Locale::English, Locale::Korean] {
            // The first one is the title page.
            assert_eq!(chapters(locale).len(), 1 + Subject::ALL.len());
            assert!(
                chapters(locale)
                    .iter()
                    .all(|chapter| !chapter.blocks.is_empty())
            );
        }
    }
}
