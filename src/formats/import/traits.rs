//! What an element's name, class, id and role say of the text within it.

use aho_corasick::AhoCorasick;
use dom_query::NodeRef;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What an element may say of its text. Sites name their parts alike, in whatever language they write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    Article,
    Body,
    Comment,
    Related,
    Share,
    Menu,
    Footer,
    Side,
    Meta,
    Advertisement,
    SignUp,
    Media,
    Tags,
    Dialog,
    Header,
    Title,
    Card,
    ArticleElement,
    MainElement,
    AsideElement,
    NavElement,
    FooterElement,
    HeaderElement,
    FormElement,
    TableElement,
    ListElement,
    DefinitionElement,
    FigureElement,
    QuoteElement,
    SectionElement,
    ArticleBody,
    DetailsElement,
    ItemElement,
    CodeElement,
}

impl Trait {
    pub(super) const COUNT: usize = Trait::CodeElement as usize + 1;

    pub(super) const NAMES: [&str; Trait::COUNT] = [
        "article",
        "body",
        "comment",
        "related",
        "share",
        "menu",
        "footer",
        "side",
        "meta",
        "advertisement",
        "sign-up",
        "media",
        "tags",
        "dialog",
        "header",
        "title",
        "card",
        "<article>",
        "<main>",
        "<aside>",
        "<nav>",
        "<footer>",
        "<header>",
        "<form>",
        "<table>",
        "<ul>",
        "<dl>",
        "<figure>",
        "<blockquote>",
        "<section>",
        "article-body",
        "<details>",
        "<li>",
        "<pre>",
    ];
}

/// A set of traits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits(u64);

impl Traits {
    pub(super) fn has(self, it: Trait) -> bool {
        self.has_number(it as usize)
    }

    pub(super) fn has_number(self, number: usize) -> bool {
        self.0 & (1 << number) != 0
    }

    fn add(&mut self, it: Trait) {
        self.0 |= 1 << it as usize;
    }

    /// What an element says.
    pub(super) fn of(node: &NodeRef, name: &str) -> Traits {
        let mut traits = Traits::default();
        if let Some(element) = element(name) {
            traits.add(element);
        }
        if matches!(name, "html" | "body") {
            return traits;
        }
        let Some(element) = node.element_ref() else {
            return traits;
        };
        for attribute in &element.attrs {
            match &*attribute.name.local {
                "class" | "id" => traits.add_words(&attribute.value),
                "itemprop" if attribute.value.contains("articleBody") => {
                    traits.add(Trait::ArticleBody);
                }
                "itemprop" => traits.add_words(&attribute.value),
                "role" => match &*attribute.value {
                    "main" => traits.add(Trait::MainElement),
                    "navigation" | "menu" => traits.add(Trait::NavElement),
                    "complementary" => traits.add(Trait::AsideElement),
                    "contentinfo" => traits.add(Trait::FooterElement),
                    "banner" => traits.add(Trait::HeaderElement),
                    "dialog" | "alertdialog" => traits.add(Trait::Dialog),
                    "article" => traits.add(Trait::ArticleElement),
                    _ => {}
                },
                _ => {}
            }
        }
        traits
    }

    fn add_words(&mut self, names: &str) {
        let folded = names.to_ascii_lowercase();
        for found in ANYWHERE
            .iter()
            .flat_map(|words| words.find_overlapping_iter(&folded))
        {
            if let Some((_, it)) = LONG.get(found.pattern().as_usize()) {
                self.add(*it);
            }
        }
        let mut start = 0;
        let bytes = names.as_bytes();
        for at in 0..=bytes.len() {
            let here = bytes.get(at).copied().unwrap_or(b' ');
            let camel = at > start
                && here.is_ascii_uppercase()
                && bytes.get(at - 1).is_some_and(u8::is_ascii_lowercase);
            if camel || !here.is_ascii_alphanumeric() {
                if let Some(it) = folded.get(start..at).and_then(|word| WORDS.get(word)) {
                    self.add(*it);
                }
                start = if camel { at } else { at + 1 };
            }
        }
    }
}

fn element(name: &str) -> Option<Trait> {
    Some(match name {
        "article" => Trait::ArticleElement,
        "main" => Trait::MainElement,
        "aside" => Trait::AsideElement,
        "nav" => Trait::NavElement,
        "footer" => Trait::FooterElement,
        "header" => Trait::HeaderElement,
        "form" => Trait::FormElement,
        "table" => Trait::TableElement,
        "ul" | "ol" => Trait::ListElement,
        "dl" => Trait::DefinitionElement,
        "figure" => Trait::FigureElement,
        "blockquote" => Trait::QuoteElement,
        "section" => Trait::SectionElement,
        "details" => Trait::DetailsElement,
        "li" => Trait::ItemElement,
        "pre" => Trait::CodeElement,
        "dialog" => Trait::Dialog,
        _ => return None,
    })
}

/// Words that say it wherever they stand in a name.
const LONG: [(&str, Trait); 66] = [
    ("article", Trait::Article),
    ("story", Trait::Article),
    ("entry", Trait::Article),
    ("artcl", Trait::Article),
    ("content", Trait::Body),
    ("prose", Trait::Body),
    ("markdown", Trait::Body),
    ("paragraph", Trait::Body),
    ("richtext", Trait::Body),
    ("comment", Trait::Comment),
    ("disqus", Trait::Comment),
    ("discussion", Trait::Comment),
    ("livere", Trait::Comment),
    ("respond", Trait::Comment),
    ("related", Trait::Related),
    ("recommend", Trait::Related),
    ("trending", Trait::Related),
    ("popular", Trait::Related),
    ("teaser", Trait::Related),
    ("carousel", Trait::Related),
    ("mostread", Trait::Related),
    ("ranking", Trait::Related),
    ("outbrain", Trait::Related),
    ("taboola", Trait::Related),
    ("readmore", Trait::Related),
    ("share", Trait::Share),
    ("sharing", Trait::Share),
    ("social", Trait::Share),
    ("addtoany", Trait::Share),
    ("facebook", Trait::Share),
    ("navigation", Trait::Menu),
    ("navbar", Trait::Menu),
    ("breadcrumb", Trait::Menu),
    ("pagination", Trait::Menu),
    ("footer", Trait::Footer),
    ("copyright", Trait::Footer),
    ("sidebar", Trait::Side),
    ("widget", Trait::Side),
    ("byline", Trait::Meta),
    ("author", Trait::Meta),
    ("timestamp", Trait::Meta),
    ("publish", Trait::Meta),
    ("reporter", Trait::Meta),
    ("advert", Trait::Advertisement),
    ("sponsor", Trait::Advertisement),
    ("banner", Trait::Advertisement),
    ("newsletter", Trait::SignUp),
    ("subscri", Trait::SignUp),
    ("signup", Trait::SignUp),
    ("paywall", Trait::SignUp),
    ("donat", Trait::SignUp),
    ("caption", Trait::Media),
    ("figure", Trait::Media),
    ("gallery", Trait::Media),
    ("slideshow", Trait::Media),
    ("keyword", Trait::Tags),
    ("categor", Trait::Tags),
    ("cookie", Trait::Dialog),
    ("consent", Trait::Dialog),
    ("popup", Trait::Dialog),
    ("modal", Trait::Dialog),
    ("masthead", Trait::Header),
    ("header", Trait::Header),
    ("headline", Trait::Title),
    ("standfirst", Trait::Title),
    ("subtitle", Trait::Title),
];

static ANYWHERE: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new(LONG.iter().map(|(word, _)| word)).ok());

/// Short words that say it only by themselves: `post-body`, `articleText`, `main_ad`.
static WORDS: LazyLock<HashMap<&str, Trait>> = LazyLock::new(|| {
    let lists: [(&str, Trait); 16] = [
        ("post news blog single hentry permalink", Trait::Article),
        ("body text txt copy wysiwyg editor", Trait::Body),
        ("reply replies thread", Trait::Comment),
        (
            "more also latest next prev promo hot top links rank",
            Trait::Related,
        ),
        ("sns twitter kakao copy-link follow", Trait::Share),
        ("nav menu gnb lnb toc pager crumbs", Trait::Menu),
        ("foot legal", Trait::Footer),
        ("side aside rail right", Trait::Side),
        (
            "meta date time posted info bio writer credit dateline",
            Trait::Meta,
        ),
        ("ad ads adv dfp gpt", Trait::Advertisement),
        ("cta login register optin form", Trait::SignUp),
        ("photo image img media video player pic", Trait::Media),
        ("tag tags topics topic label labels cat", Trait::Tags),
        ("notice alert overlay gdpr tooltip", Trait::Dialog),
        ("logo topbar head hd", Trait::Header),
        (
            "card cards grid tile list item items feed loop slide",
            Trait::Card,
        ),
    ];
    let titles = "title heading deck dek summary lede lead intro excerpt sub"
        .split(' ')
        .map(|word| (word, Trait::Title));
    let words = lists
        .into_iter()
        .flat_map(|(words, it)| words.split(' ').map(move |word| (word, it)));
    words.chain(titles).collect()
});
