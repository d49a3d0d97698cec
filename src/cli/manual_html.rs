//! The manual as one HTML page, which needs nothing beside it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jjak_core::article::Lang;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Its look: the system's own fonts, lines that can be read, light and dark.
const STYLE: &str = "\
:root{color-scheme:light dark}\
:lang(ko){word-break:keep-all}\
body{margin:0 auto;max-width:46rem;padding:1.5rem;font:1rem/1.7 system-ui,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif}\
h1,h2,h3{line-height:1.3}h2{margin-top:2.5em}\
nav ul{columns:2;padding-left:1.2em}\
img{max-width:100%;height:auto;border:1px solid #8886;border-radius:6px}\
pre{overflow:auto;padding:.8em 1em;border:1px solid #8884;border-radius:6px}\
code{font-size:.92em}table{border-collapse:collapse}th,td{padding:.3em .8em;border:1px solid #8886;text-align:left;vertical-align:top}\
@media print{nav{display:none}}";

/// The manual in a language as a page.
pub(crate) fn page(lang: Lang) -> String {
    let (text, contents) = match lang {
        Lang::En => (jjak_assets::MANUAL_EN, "Contents"),
        Lang::Ko => (jjak_assets::MANUAL_KO, "차례"),
    };
    let mut chapters = Vec::new();
    let mut title = String::new();
    let events = with_places(text, &mut chapters, &mut title);
    let mut body = String::new();
    html::push_html(&mut body, events.into_iter());
    let links = chapters.iter().enumerate().map(|(at, name)| {
        format!(
            "<li><a href=\"#{}\">{}</a></li>\n",
            place(at),
            escaped(name)
        )
    });
    let links: String = links.collect();
    let navigation = format!(
        "<nav aria-label=\"{contents}\"><p><b>{contents}</b></p>\n<ul>\n{links}</ul></nav>\n"
    );
    // The contents stand below the title.
    let body = body.replacen("</h1>\n", &format!("</h1>\n{navigation}"), 1);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        lang.code(),
        escaped(&title)
    )
}

/// What a link to a chapter names.
fn place(at: usize) -> String {
    format!("chapter-{}", at + 1)
}

/// The events of the text, its chapters' headings with places of their own; their words and the title's are noted.
fn with_places<'t>(
    text: &'t str,
    chapters: &mut Vec<String>,
    title: &mut String,
) -> Vec<Event<'t>> {
    let mut events: Vec<Event> = Vec::new();
    let mut heading = None;
    for mut event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        if let Event::Start(tag) = &mut event {
            redirect(tag);
        }
        let event = match event {
            Event::Start(Tag::Heading {
                level,
                classes,
                attrs,
                ..
            }) => {
                heading = Some((level, String::new()));
                let is_chapter = level == HeadingLevel::H2;
                let id = is_chapter.then(|| CowStr::from(place(chapters.len())));
                Event::Start(Tag::Heading {
                    level,
                    id,
                    classes,
                    attrs,
                })
            }
            Event::End(TagEnd::Heading(level)) => {
                match heading.take() {
                    Some((HeadingLevel::H1, words)) => *title = words,
                    Some((HeadingLevel::H2, words)) => chapters.push(words),
                    _ => {}
                }
                Event::End(TagEnd::Heading(level))
            }
            event => {
                if let (Some((_, words)), Event::Text(text) | Event::Code(text)) =
                    (&mut heading, &event)
                {
                    words.push_str(text);
                }
                event
            }
        };
        events.push(event);
    }
    events
}

/// Has a picture's address hold the picture itself, and that of the manual in the other language name its page, which
/// packages have beside this one.
fn redirect(tag: &mut Tag) {
    match tag {
        Tag::Image { dest_url, .. } => {
            if let Some(png) = jjak_assets::picture(dest_url) {
                *dest_url = format!("data:image/png;base64,{}", STANDARD.encode(png)).into();
            }
        }
        Tag::Link { dest_url, .. } => {
            if let Some(page) = dest_url.strip_suffix(".md") {
                *dest_url = format!("{page}.html").into();
            }
        }
        _ => {}
    }
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}
