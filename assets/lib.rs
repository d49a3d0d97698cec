//! The data that the program ships: word lists, the lexicon and the fonts, as their files hold them. A crate of its own,
//! so that every other one reaches them by name, wherever it lies.

/// Lines that boilerplate is known by, a list a reason.
pub mod clean {
    pub const ADVERTISEMENT: &str = include_str!("clean/advertisement.txt");
    pub const BYLINE: &str = include_str!("clean/byline.txt");
    pub const COPYRIGHT: &str = include_str!("clean/copyright.txt");
    pub const CREDIT: &str = include_str!("clean/credit.txt");
    pub const DATE: &str = include_str!("clean/date.txt");
    pub const EMAIL: &str = include_str!("clean/email.txt");
    pub const HASHTAGS: &str = include_str!("clean/hashtags.txt");
    pub const KEYWORDS: &str = include_str!("clean/keywords.txt");
    pub const NAMES: &str = include_str!("clean/names.txt");
    pub const NAVIGATION: &str = include_str!("clean/navigation.txt");
    /// The trees that tell a page's article from what is around it; `tests/pages/fit.py` fits them.
    pub const PAGE_MODEL: &str = include_str!("clean/page-model.txt");
    pub const RANKING: &str = include_str!("clean/ranking.txt");
    pub const REACTION: &str = include_str!("clean/reaction.txt");
    pub const RELATED: &str = include_str!("clean/related.txt");
    pub const ROLES: &str = include_str!("clean/roles.txt");
    pub const SCENE_BREAK: &str = include_str!("clean/scene-break.txt");
    pub const SHARE: &str = include_str!("clean/share.txt");
    pub const SITE_INFO: &str = include_str!("clean/site-info.txt");
    pub const SUBSCRIPTION: &str = include_str!("clean/subscription.txt");
    pub const TIP: &str = include_str!("clean/tip.txt");
    pub const WIRE_MARK: &str = include_str!("clean/wire-mark.txt");
}

/// Words that decide where a sentence ends.
pub mod segment {
    pub const ABBREVIATIONS: &str = include_str!("segment/abbreviations.txt");
    pub const ABBREVIATIONS_BEFORE_NUMBERS: &str =
        include_str!("segment/abbreviations-before-numbers.txt");
    pub const ABBREVIATIONS_THAT_MAY_END: &str =
        include_str!("segment/abbreviations-that-may-end.txt");
    pub const ADDRESS_ENDS: &str = include_str!("segment/address-ends.txt");
    pub const AFTER_CLOCK: &str = include_str!("segment/after-clock.txt");
    pub const AGENCIES: &str = include_str!("segment/agencies.txt");
    pub const BARE_TAILS: &str = include_str!("segment/bare-tails.txt");
    pub const BEFORE_CLOCK: &str = include_str!("segment/before-clock.txt");
    pub const BRANDS: &str = include_str!("segment/brands.txt");
    pub const CREDIT_ENDS: &str = include_str!("segment/credit-ends.txt");
    pub const CREDIT_WORDS: &str = include_str!("segment/credit-words.txt");
    pub const KOREAN_ASIDES: &str = include_str!("segment/korean-asides.txt");
    pub const KOREAN_PARTS: &str = include_str!("segment/korean-parts.txt");
    pub const SPEECH_NOUNS: &str = include_str!("segment/speech-nouns.txt");
    pub const NAMED_THINGS: &str = include_str!("segment/named-things.txt");
    pub const SURNAMES: &str = include_str!("segment/surnames.txt");
    pub const LETTER_CLASSES: &str = include_str!("segment/letter-classes.txt");
    pub const KOREAN_SAID: &str = include_str!("segment/korean-said.txt");
    pub const PARTS: &str = include_str!("segment/parts.txt");
    pub const PLAIN_TAILS: &str = include_str!("segment/plain-tails.txt");
    pub const POINTS_BACK: &str = include_str!("segment/points-back.txt");
    pub const QUOTE_TAILS: &str = include_str!("segment/quote-tails.txt");
    pub const SAID: &str = include_str!("segment/said.txt");
    pub const STARTERS: &str = include_str!("segment/starters.txt");
}

/// English, part of speech, Korean: one entry a line.
pub const LEXICON: &str = include_str!("lexicon/en-ko.tsv");

/// Letters of English names, the jamo they are written in, and the negative logarithm of how probable that is;
/// `tests/evidence/fit_transcription.py` fits it.
pub const TRANSCRIPTION: &str = include_str!("lexicon/transcription.tsv");

/// Occurrences per million tokens, language, words: what is common in any text.
pub const FREQUENCY: &str = include_str!("lexicon/frequency.tsv");

/// Typefaces of the window.
pub mod fonts {
    pub const REGULAR: &[u8] = include_bytes!("fonts/Pretendard-Regular.otf");
    pub const BOLD: &[u8] = include_bytes!("fonts/Pretendard-Bold.otf");
    /// What the others lack, by what it draws; see the README there.
    pub const HANJA: &[u8] = include_bytes!("fonts/NotoSansCJKkr-Subset.otf");
    pub const EMOJI: &[u8] = include_bytes!("fonts/NotoEmoji-Subset.ttf");
    pub const MATH: &[u8] = include_bytes!("fonts/NotoSansMath-Subset.ttf");
    pub const SYMBOLS: &[u8] = include_bytes!("fonts/NotoSansSymbols2-Subset.ttf");
    pub const SIGNS: &[u8] = include_bytes!("fonts/JjakSigns.ttf");
}

/// The window's icon, a PNG of 128 by 128 pixels that was drawn from `icon.svg`.
pub const ICON: &[u8] = include_bytes!("icon.png");

/// The licences of the crates and fonts that are built in; `.ci/licences` collects them.
pub const LICENCES: &str = include_str!("licences/licences.txt");

/// The manual for translators, in Markdown: a chapter a second heading, the same chapters in both languages.
pub const MANUAL_EN: &str = include_str!("manual/manual.en.md");
pub const MANUAL_KO: &str = include_str!("manual/manual.ko.md");

/// Pictures, each with the name that the manual calls it by.
type Pictures = [(&'static str, &'static [u8]); 12];

macro_rules! pictures {
    ($($name:literal),*) => {
        [$(($name, include_bytes!(concat!("manual/", $name)).as_slice())),*]
    };
}

/// The manual's pictures as PNG; the test of the main screens draws them (`tests/window/tests/pictures.rs`).
const PICTURES: Pictures = pictures!(
    "pictures/start.en.png",
    "pictures/start.ko.png",
    "pictures/review.en.png",
    "pictures/review.ko.png",
    "pictures/repair.en.png",
    "pictures/repair.ko.png",
    "pictures/findings.en.png",
    "pictures/findings.ko.png",
    "pictures/export.en.png",
    "pictures/export.ko.png",
    "pictures/job.en.png",
    "pictures/job.ko.png"
);

/// The picture that the manual calls `name`.
pub fn picture(name: &str) -> Option<&'static [u8]> {
    let found = PICTURES.iter().find(|(other, _)| *other == name);
    found.map(|(_, png)| *png)
}
