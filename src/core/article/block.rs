use super::{Lang, Span};
use serde::{Deserialize, Serialize};

/// A line or paragraph of an article. Kept blocks are segmented; excluded ones stay in the text and can
/// be brought back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// May hold line breaks where a paragraph was hard-wrapped.
    pub span: Span,
    /// What its markup or shape says it is.
    pub kind: BlockKind,
    /// Why it is no part of the article; `None` if it is.
    pub excluded: Option<Exclusion>,
}

/// What a block is in its document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// A paragraph or line of running text.
    #[default]
    Body,
    /// A headline, deck or subheading.
    Heading,
    /// What stands under a picture.
    Caption,
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quote,
    /// A cell of a table.
    Cell,
    /// A footnote or endnote.
    Footnote,
}

/// Why a block is not part of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusion {
    /// What it is instead.
    pub reason: Reason,
    /// Name of the cleaning rule that decided; empty when a person did.
    pub rule: String,
}

impl Exclusion {
    /// The rule's name of an inline mark: a dateline, credit or byline inside a paragraph.
    pub const INLINE: &'static str = "inline";

    /// It is a range within a paragraph, whose rest was kept.
    pub fn is_inline(&self) -> bool {
        self.rule == Exclusion::INLINE
    }
}

/// What an excluded block is. `as_str` is the word that files and `jjak clean` use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Menus, sections, "Back To Top".
    Navigation,
    /// Share and tool buttons.
    Share,
    /// Links to related articles.
    Related,
    /// Lists of what is read most.
    Ranking,
    /// Calls to subscribe or follow.
    Subscription,
    /// Advertisements and notices of them.
    Advertisement,
    /// Who wrote it.
    Byline,
    /// An address of the writer.
    Email,
    /// When it was published or changed.
    Date,
    /// Where and when it was written, standing alone.
    Dateline,
    /// Who holds the rights.
    Copyright,
    /// Calls to report news or faults.
    Tip,
    /// Words that begin with #.
    Hashtags,
    /// Words that the article is filed under.
    Keywords,
    /// "(END)", "(ATTN: ...)" and their like.
    WireMark,
    /// A photo credit standing alone.
    Credit,
    /// A caption or line that stood before.
    Repeat,
    /// Counts and buttons of readers' feelings.
    Reaction,
    /// What a site says of itself.
    SiteInfo,
    /// A list of links.
    LinkList,
    /// "* * *", rules and lone marks.
    SceneBreak,
    /// After the last real sentence of the page.
    Tail,
    /// In the page, but outside what its markup gives as the article.
    OutsideArticle,
    /// In the file, but kept from the reader by its markup.
    Hidden,
    /// What every page of a document has above or below its text.
    RunningHead,
    /// What a speaker says to a slide.
    SpeakerNotes,
    /// A listing of a program.
    Code,
    /// The number of a footnote that stands in the same text, at the end of a sentence or before the note.
    NoteMark,
    /// A person said so.
    ByHand,
}

impl Reason {
    /// All of them.
    pub const ALL: [Reason; 29] = [
        Reason::Navigation,
        Reason::Share,
        Reason::Related,
        Reason::Ranking,
        Reason::Subscription,
        Reason::Advertisement,
        Reason::Byline,
        Reason::Email,
        Reason::Date,
        Reason::Dateline,
        Reason::Copyright,
        Reason::Tip,
        Reason::Hashtags,
        Reason::Keywords,
        Reason::WireMark,
        Reason::Credit,
        Reason::Repeat,
        Reason::Reaction,
        Reason::SiteInfo,
        Reason::LinkList,
        Reason::SceneBreak,
        Reason::Tail,
        Reason::OutsideArticle,
        Reason::Hidden,
        Reason::RunningHead,
        Reason::SpeakerNotes,
        Reason::Code,
        Reason::NoteMark,
        Reason::ByHand,
    ];

    /// Its word in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::Navigation => "navigation",
            Reason::Share => "share",
            Reason::Related => "related",
            Reason::Ranking => "ranking",
            Reason::Subscription => "subscription",
            Reason::Advertisement => "advertisement",
            Reason::Byline => "byline",
            Reason::Email => "email",
            Reason::Date => "date",
            Reason::Dateline => "dateline",
            Reason::Copyright => "copyright",
            Reason::Tip => "tip",
            Reason::Hashtags => "hashtags",
            Reason::Keywords => "keywords",
            Reason::WireMark => "wire-mark",
            Reason::Credit => "credit",
            Reason::Repeat => "repeat",
            Reason::Reaction => "reaction",
            Reason::SiteInfo => "site-info",
            Reason::LinkList => "link-list",
            Reason::SceneBreak => "scene-break",
            Reason::Tail => "tail",
            Reason::OutsideArticle => "outside-article",
            Reason::Hidden => "hidden",
            Reason::RunningHead => "running-head",
            Reason::SpeakerNotes => "speaker-notes",
            Reason::Code => "code",
            Reason::NoteMark => "note-mark",
            Reason::ByHand => "by-hand",
        }
    }

    /// What a person reads, in the language that the program speaks to them.
    pub fn in_words(self, tongue: Lang) -> &'static str {
        let (english, korean) = match self {
            Reason::Navigation => ("navigation", "메뉴"),
            Reason::Share => ("share and tool buttons", "공유·도구 버튼"),
            Reason::Related => ("related links", "관련 기사"),
            Reason::Ranking => ("most read list", "많이 본 뉴스"),
            Reason::Subscription => ("subscription", "구독 안내"),
            Reason::Advertisement => ("advertisement", "광고"),
            Reason::Byline => ("byline", "기자 이름"),
            Reason::Email => ("e-mail", "이메일"),
            Reason::Date => ("date", "날짜"),
            Reason::Dateline => ("dateline", "발신지"),
            Reason::Copyright => ("copyright", "저작권 안내"),
            Reason::Tip => ("tip line", "제보 안내"),
            Reason::Hashtags => ("hashtags", "해시태그"),
            Reason::Keywords => ("keywords", "키워드"),
            Reason::WireMark => ("wire mark", "송고 표시"),
            Reason::Credit => ("photo credit", "사진 출처"),
            Reason::Repeat => ("said before", "앞에 나온 내용"),
            Reason::Reaction => ("reactions and comments", "반응·댓글"),
            Reason::SiteInfo => ("about the site", "사이트 정보"),
            Reason::LinkList => ("list of links", "링크 목록"),
            Reason::SceneBreak => ("scene break", "장면 구분"),
            Reason::Tail => ("after the article", "본문 뒤"),
            Reason::OutsideArticle => ("outside the article", "본문 바깥"),
            Reason::Hidden => ("hidden text", "숨은 텍스트"),
            Reason::RunningHead => ("running head", "머리말·꼬리말"),
            Reason::SpeakerNotes => ("speaker notes", "발표자 노트"),
            Reason::Code => ("code", "코드"),
            Reason::NoteMark => ("footnote mark", "각주 번호"),
            Reason::ByHand => ("excluded by hand", "직접 제외"),
        };
        match tongue {
            Lang::En => english,
            Lang::Ko => korean,
        }
    }
}
