use super::Span;
use serde::{Deserialize, Serialize};

/// A line or paragraph of an article. Kept blocks are segmented; excluded ones stay in the text and can
/// be brought back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// May hold line breaks where a paragraph was hard-wrapped.
    pub span: Span,
    pub kind: BlockKind,
    pub excluded: Option<Exclusion>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    #[default]
    Body,
    Heading,
    Caption,
    ListItem,
    Quote,
    Cell,
    /// A footnote or endnote.
    Footnote,
}

/// Why a block is not part of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusion {
    pub reason: Reason,
    /// Name of the cleaning rule that decided; empty when a person did.
    pub rule: String,
}

/// What an excluded block is. `as_str` is the word that files and `jjak clean` use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    Navigation,
    Share,
    Related,
    Ranking,
    Subscription,
    Advertisement,
    Byline,
    Email,
    Date,
    Dateline,
    Copyright,
    Tip,
    Hashtags,
    Keywords,
    /// "(END)", "(ATTN: ...)" and their like.
    WireMark,
    /// A photo credit standing alone.
    Credit,
    /// A caption or line that stood before.
    Repeat,
    Reaction,
    SiteInfo,
    LinkList,
    /// "* * *", rules and lone marks.
    SceneBreak,
    /// After the last real sentence of the page.
    Tail,
    /// In the page, but outside what its markup gives as the article.
    OutsideArticle,
    /// What every page of a document has above or below its text.
    RunningHead,
    /// What a speaker says to a slide.
    SpeakerNotes,
    /// A listing of a program.
    Code,
    /// A person said so.
    ByHand,
}

impl Reason {
    pub const ALL: [Reason; 27] = [
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
        Reason::RunningHead,
        Reason::SpeakerNotes,
        Reason::Code,
        Reason::ByHand,
    ];

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
            Reason::RunningHead => "running-head",
            Reason::SpeakerNotes => "speaker-notes",
            Reason::Code => "code",
            Reason::ByHand => "by-hand",
        }
    }
}
