//! What stands in, beside and before the article of a web page, told by the elements that hold it.

use super::import::kept;
use jjak::{clean, import};
use std::path::Path;

/// Sites put it above their text, or beside it, with a button or in a box.
#[test]
fn a_machines_summary_is_no_part_of_the_article() {
    let text = "<p>The ferry to Haeseong will sail again on Friday after two weeks in the dock, the harbor office said.</p>\
        <p>Engineers replaced both propellers and found a crack in the hull that nobody had seen in the spring survey.</p>\
        <p>Tickets that were bought for the cancelled crossings stay valid until the end of March, or can be refunded.</p>";
    let said = "The crossing to Haeseong resumes on Friday once a crack in the hull has been welded, officials say.";
    for summary in [
        format!("<div class=box><h3>AI Summary</h3><ul><li>{said}</li></ul></div>"),
        format!("<section><p>AI summary</p><div><p>{said}</p></div></section>"),
        format!("<aside><strong>AI-generated summary</strong><p>{said}</p></aside>"),
        format!(
            "<div><button>AI 요약</button><p>AI 요약은 핵심 내용을 제공합니다.</p><div><p>{said}</p></div></div>"
        ),
    ] {
        let page = format!(
            "<html><body><nav><a href=/>Home</a></nav><article><h1>The ferry sails again</h1>{summary}{text}</article>\
             <footer>About us</footer></body></html>"
        );
        let article = import::from_bytes(page.as_bytes(), None)
            .expect("a page")
            .article;
        let kept = kept(&clean::clean(article));
        assert!(
            !kept.iter().any(|line| line == said),
            "{summary}: {kept:#?}"
        );
        assert_eq!(kept.len(), 4, "{summary}: {kept:#?}");
    }
}

/// A page of a daily: a bar above, an article of several paragraphs with `within` after the first, a foot below.
fn daily(head: &str, within: &str) -> Vec<String> {
    let page = format!(
        "<html><head><title>The old lighthouse opens its doors again</title></head><body>\
         <nav><a href=/>Home</a> <a href=/news>News</a> <a href=/sport>Sport</a></nav>\
         <article><h1>The old lighthouse opens its doors again</h1>{head}\
         <p>The lighthouse of Sandbay, closed since a storm took its lantern in 1987, opened to visitors on Saturday morning.</p>{within}\
         <p>Volunteers spent eleven years on the repairs, and most of the money came from a lottery that the town holds every spring.</p>\
         <p>The climb of 212 steps is steep, the keeper said, but nobody has turned back halfway since the doors were opened.</p></article>\
         <footer><a href=/about>About us</a> <a href=/terms>Terms of use</a> Copyright Sandbay Daily. All rights reserved.</footer></body></html>"
    );
    let imported = import::from_bytes(page.as_bytes(), Some(Path::new("a.html"))).expect("a page");
    kept(&clean::clean(imported.article))
}

#[test]
fn a_gallery_gives_a_caption_once() {
    let picture = "Visitors climb the stairs of the lighthouse in Sandbay, which had been closed for more than thirty years.";
    let cut =
        "Visitors climb the stairs of the lighthouse in Sandbay, which had been closed ... more";
    let bare = "Visitors climb the stairs of the lighthouse in Sandbay ...";
    let signed = "Visitors climb the stairs of the lighthouse in Sandbay (Photo by Lena Oakes)";
    let kept = daily(
        &format!("<figure><figcaption>{bare}</figcaption></figure><p>{signed}</p>"),
        "",
    );
    assert_eq!(kept.len(), 5, "one of the two stays: {kept:#?}");
    for (first, second) in [(cut, picture), (picture, cut)] {
        let head = format!(
            "<figure><figcaption>{first}</figcaption></figure><p>Image 1 of / 8</p><p>{second}</p><p>Image 1 of 8</p>"
        );
        let kept = daily(&head, "");
        assert_eq!(kept.len(), 5, "{kept:#?}");
        assert_eq!(kept[1], picture);
    }
}

#[test]
fn a_headline_under_a_share_button_is_no_line_of_its_own() {
    let kept = daily("<p>Share The old lighthouse opens its doors again</p>", "");
    assert_eq!(kept.len(), 4, "{kept:#?}");
    let sentence = "So the old lighthouse opens its doors again.";
    let kept = daily("", &format!("<p>{sentence}</p>"));
    assert!(kept.iter().any(|line| line == sentence), "{kept:#?}");
}

#[test]
fn the_cells_of_a_table_are_no_buttons() {
    let table = "<table><tr><td>Open on Sundays</td><td>Yes</td></tr><tr><td>Dogs allowed</td><td>No</td></tr>\
                 <tr><td>Children under ten</td><td>Yes</td></tr><tr><td>View from the top</td><td>Best</td></tr></table>";
    let kept = daily("", table);
    assert_eq!(
        kept.iter().filter(|line| *line == "Yes").count(),
        2,
        "{kept:#?}"
    );
    assert!(kept.iter().any(|line| line == "Best"), "{kept:#?}");
}

#[test]
fn a_page_that_a_table_lays_out_loses_its_foot() {
    let sentence = "The lighthouse of Sandbay, closed since a storm took its lantern in 1987, opened to visitors on Saturday.";
    let page = format!(
        "<html><body><table><tr><td>{sentence}</td></tr><tr><td>Volunteers spent eleven years on the repairs, and most of the \
         money came from a lottery.</td></tr><tr><td>Share this</td></tr><tr><td>Copyright 2019 Sandbay Daily. All rights \
         reserved.</td></tr></table></body></html>"
    );
    let imported = import::from_bytes(page.as_bytes(), Some(Path::new("a.html"))).expect("a page");
    let kept = kept(&clean::clean(imported.article));
    assert_eq!(kept.len(), 2, "{kept:#?}");
}

#[test]
fn a_heading_that_a_table_of_contents_gave_stays_where_it_stands() {
    let heading = "How the lantern was brought up the stairs";
    let within = format!(
        "<ul><li><a href=#a>{heading}</a></li><li><a href=#b>What the keeper does in the long winters</a></li></ul>\
         <h2 id=a>{heading}</h2><p>It was taken apart into forty pieces, and each was carried by two people for most of an afternoon.</p>\
         <h2 id=b>What the keeper does in the long winters</h2>"
    );
    let kept = daily("", &within);
    let place = |line: &str| kept.iter().rposition(|kept| kept == line);
    let text = kept
        .iter()
        .position(|line| line.starts_with("It was taken apart"));
    assert!(
        place(heading).is_some() && place(heading) < text,
        "{kept:#?}"
    );
}

#[test]
fn a_sentence_that_names_an_account_is_no_invitation() {
    let sentence = "The keeper shared the first pictures on Twitter on Friday, as @SandbayLight.";
    let invitation = "Follow the keeper on Twitter, as @SandbayLight.";
    let kept = daily("", &format!("<p>{sentence}</p><p>{invitation}</p>"));
    assert!(kept.iter().any(|line| line == sentence), "{kept:#?}");
    assert!(!kept.iter().any(|line| line == invitation), "{kept:#?}");
}

#[test]
fn capitals_and_brackets_are_not_yet_a_dateline() {
    let kept = daily(
        "",
        "<h2>LIGHTEN YOUR LOAD –</h2><p>GTIN (Global Trade Item Number)</p>",
    );
    assert_eq!(kept.len(), 6, "{kept:#?}");
}

#[test]
fn a_consent_dialog_is_no_article_however_long() {
    let sentence = "When you visit our website, we store cookies on your browser to collect information about you, your preferences or your device.";
    for (open, close) in [
        (
            "<div id=onetrust-consent-sdk><div role=dialog>",
            "</div></div>",
        ),
        ("<div class=gdpr-overlay><div>", "</div></div>"),
        ("<dialog open>", "</dialog>"),
    ] {
        let dialog = format!(
            "{open}<h2>Strictly Necessary Cookies</h2><p>{sentence}</p><p>If you do not allow these cookies then some or all of these services may not function properly.</p>{close}"
        );
        let kept = daily("", &dialog);
        assert_eq!(kept.len(), 4, "{kept:#?}");
    }
}

#[test]
fn a_caption_given_with_and_without_who_took_it_stays_once() {
    let caption = "Visitors climb the stairs of the lighthouse in Sandbay for the first time.";
    for signed in [
        format!("{caption} Lena Oakes for the Daily"),
        format!("{caption} Credit: Lena Oakes"),
    ] {
        let figure = format!(
            "<figure><img src=a.jpg><figcaption>{signed}</figcaption></figure><p>{caption}</p>"
        );
        let kept = daily("", &figure);
        assert_eq!(kept.len(), 5, "{kept:#?}");
    }
}

#[test]
fn a_subheading_that_comes_again_is_structure_and_a_headline_is_not() {
    let text = |name: &str| {
        format!(
            "<h2>{name}</h2><p>{name} stands on a cliff above the sea and was built of red brick a hundred years ago.</p>\
             <h3>How to get to the lighthouse by bus</h3><p>From {name} station it is a walk of twenty minutes along the beach.</p>"
        )
    };
    let within: String = ["Sandbay", "Gull Rock", "Northpoint"]
        .iter()
        .map(|name| text(name))
        .collect();
    let repeated = format!("{within}<h2>The old lighthouse opens its doors again</h2>");
    let kept = daily("", &repeated);
    let count = |line: &str| kept.iter().filter(|kept| *kept == line).count();
    assert_eq!(count("How to get to the lighthouse by bus"), 3, "{kept:#?}");
    assert_eq!(
        count("The old lighthouse opens its doors again"),
        1,
        "{kept:#?}"
    );
}

#[test]
fn an_offer_within_the_article_is_known_by_its_box_unless_all_of_the_text_stands_in_such() {
    let offer = "<div class=subscriber-wall><ul><li>Unlimited online access to the Daily and 15 news sites with one account.</li>\
        <li>Daily puzzles and comics, including the great Sandbay crossword.</li></ul></div>";
    let kept = daily("", offer);
    assert!(
        !kept.iter().any(|line| line.contains("puzzles")),
        "{kept:#?}"
    );
    let kept = daily(
        "",
        "<div class=subscriber-content><p>The keeper, who is 71, sleeps in the tower and wakes when the fog comes in from the sea.</p>\
        <p>He has learned to tell the ships by the sound of their horns, and greets each of them by name over the radio.</p></div>",
    );
    assert!(
        kept.iter().any(|line| line.starts_with("The keeper, who")),
        "{kept:#?}"
    );
}

#[test]
fn a_place_held_for_an_advertisement_is_no_line() {
    let kept = daily("", "<p>$$ARTICLEAD$$</p><p>%%BANNER%%</p><p>[[AD_1]]</p>");
    assert_eq!(kept.len(), 4, "{kept:#?}");
    let kept = daily("", "<p>[[Sandbay]]</p><p>{{count}}</p>");
    assert_eq!(kept.len(), 6, "{kept:#?}");
}

#[test]
fn a_headline_in_capitals_that_is_a_link_leads_to_another_article() {
    for link in [
        "<p><strong><a href=/1>MAYOR OF SANDBAY DEFENDS HARBOR WALL AMID FLOODS</a></strong></p>",
        "<p><a href=/1>Harbor wall: what we know of the crack in it</a> [VIDEO]</p>",
    ] {
        let kept = daily("", link);
        assert_eq!(kept.len(), 4, "{kept:#?}");
    }
    for said in [
        "<p><strong>THE KEEPER WILL NOT SAY HOW OLD HE IS</strong></p>",
        "<p>The keeper tells of it in <a href=/1>a film that the town has made</a>.</p>",
    ] {
        let kept = daily("", said);
        assert_eq!(kept.len(), 5, "{kept:#?}");
    }
}

#[test]
fn short_sentences_beside_the_first_are_the_texts() {
    let page = "<html><head><meta charset=utf-8></head><body><div class=news_wrap><h4>첫 배가 다시 떠난다</h4>\
        <div class=info><span>2026.03.01. 16:00</span></div><div class=news_end>\
        <p>은포항에서 첫 배가 떠났다.</p><p>배에는 스물네 명이 탔다.</p><p>다음 배는 금요일에 떠난다.</p></div></div></body></html>";
    let imported = import::from_bytes(page.as_bytes(), Some(Path::new("a.html"))).expect("a page");
    let kept = kept(&clean::clean(imported.article));
    assert_eq!(kept.len(), 4, "{kept:#?}");
}
