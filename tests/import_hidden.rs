//! What a page's markup keeps from its reader is read all the same: counted, excluded with a reason, and the article
//! where the page shows none.

use jjak::article::{Article, Reason};
use jjak::clean;
use jjak::import::{self, ImportError, ImportWarning, Imported};

const TEXT: [&str; 4] = [
    "The ferry to Haeseong will sail again on Friday after two weeks in the dock, the harbor office said on Tuesday.",
    "Engineers replaced both propellers and found a crack in the hull that nobody had seen in the spring survey.",
    "\"We would rather lose a fortnight than a ship,\" said Mun Ga-ram, who has run the line for eleven years now.",
    "Tickets that were bought for the cancelled crossings stay valid until the end of March, or can be refunded.",
];

fn read(page: &str) -> Imported {
    import::from_bytes(page.as_bytes(), None).expect("a page")
}

fn paragraphs() -> String {
    TEXT.map(|text| format!("<p>{text}</p>")).concat()
}

fn kept(article: &Article) -> Vec<&str> {
    let kept = article
        .blocks
        .iter()
        .filter(|block| block.excluded.is_none());
    kept.map(|block| &article.text[block.span.clone()])
        .collect()
}

fn hidden(article: &Article) -> Vec<(&str, &str)> {
    let blocks = article.blocks.iter().filter_map(|block| {
        let why = block.excluded.as_ref()?;
        (why.reason == Reason::Hidden)
            .then_some((why.rule.as_str(), &article.text[block.span.clone()]))
    });
    blocks.collect()
}

fn tells_of_hidden(imported: &Imported) -> bool {
    let mut warnings = imported.warnings.iter();
    warnings.any(|warning| matches!(warning, ImportWarning::HiddenArticle { .. }))
}

#[test]
fn nothing_hidden_is_lost() {
    let page = format!(
        "<html><body><article><h1>The ferry sails again</h1>{}\
         <p>Read on<span class='sr-only'> about the ferry</span> below.</p>\
         <div hidden>Draft of Monday</div><div style='visibility: hidden'>Placeholder</div>\
         <noscript>Please switch scripts on.</noscript><template><p>A card</p></template>\
         <select><option>January<option>February</select><svg><title>Arrow</title></svg>\
         </article></body></html>",
        paragraphs()
    );
    let imported = read(&page);
    let told = hidden(&imported.article);
    for expected in [
        ("screen-reader", "about the ferry"),
        ("hidden", "Draft of Monday"),
        ("hidden", "Placeholder"),
        ("noscript", "Please switch scripts on."),
        ("template", "A card"),
        ("form-field", "January"),
        ("form-field", "February"),
        ("fallback", "Arrow"),
    ] {
        assert!(told.contains(&expected), "{expected:?} of {told:?}");
    }
    assert!(!tells_of_hidden(&imported));
    let article = clean::clean(imported.article.clone());
    let kept = kept(&article);
    assert!(kept.contains(&"Read on below."), "{kept:?}");
    assert!(TEXT.iter().all(|text| kept.contains(text)), "{kept:?}");
    assert_eq!(hidden(&article).len(), told.len());
}

#[test]
fn a_streamed_page_is_put_together() {
    let page = format!(
        "<html><body><div><header>The Haeseong Post</header><!--$?--><template id=\"B:0\"></template>\
         <p>Loading</p><!--/$--><footer>About us</footer></div>\
         <div hidden id=\"S:0\"><article><h1>The ferry sails again</h1>{}</article></div>\
         <script>$RC(\"B:0\",\"S:0\")</script></body></html>",
        paragraphs()
    );
    let imported = read(&page);
    assert!(!tells_of_hidden(&imported), "it is what a browser shows");
    let text = &imported.article.text;
    assert!(text.find(TEXT[3]) < text.find("About us"));
    let article = clean::clean(imported.article);
    assert!(TEXT.iter().all(|text| kept(&article).contains(text)));
}

#[test]
fn a_hidden_article_that_outweighs_the_page_is_the_article() {
    for (open, close) in [
        ("<div hidden>", "</div>"),
        ("<div style='display:none'>", "</div>"),
        ("<noscript>", "</noscript>"),
        ("<template>", "</template>"),
    ] {
        let page = format!(
            "<html><body><div>Menu</div>{open}<h1>The ferry sails again</h1>{}{close}\
             <div>About us</div></body></html>",
            paragraphs()
        );
        let imported = read(&page);
        assert!(tells_of_hidden(&imported), "{open}");
        let article = clean::clean(imported.article);
        assert!(
            TEXT.iter().all(|text| kept(&article).contains(text)),
            "{open}"
        );
    }
    let consent = format!(
        "<html><body><article><h1>The ferry sails again</h1><p>{}</p></article>\
         <div class='cookie-consent' style='display:none'>{}</div></body></html>",
        TEXT[0],
        paragraphs()
    );
    let article = read(&consent).article;
    assert!(!kept(&article).contains(&TEXT[3]), "a dialog is no article");
}

#[test]
fn the_article_for_machines_counts_where_the_page_does_not_show_it() {
    let body = TEXT.join("\\n").replace('"', "\\\"");
    let data = format!(
        "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{body}\"}}</script>"
    );
    let teaser = format!(
        "<html><head><title>The ferry sails again</title>{data}</head><body><h1>The ferry sails again</h1>\
         <p>{}</p><p>To read on, subscribe.</p></body></html>",
        TEXT[0].split(" after").next().expect("a beginning")
    );
    let imported = read(&teaser);
    assert!(tells_of_hidden(&imported));
    let article = clean::clean(imported.article);
    let kept = kept(&article);
    assert!(TEXT.iter().all(|text| kept.contains(text)), "{kept:?}");
    assert_eq!(kept.first(), Some(&"The ferry sails again"));

    let shown = format!(
        "<html><head>{data}</head><body><article>{}</article></body></html>",
        paragraphs()
    );
    let imported = read(&shown);
    assert!(!tells_of_hidden(&imported));
    assert_eq!(imported.article.text.matches(TEXT[2]).count(), 1);
}

#[test]
fn a_page_that_scripts_would_make_is_told_of() {
    let script = format!("<script>{}</script>", "let a = 1;".repeat(1_200));
    let page = format!(
        "<html><head><title>Haeseong Post</title>{script}</head><body><div id=root></div></body></html>"
    );
    assert!(read(&page).warnings.contains(&ImportWarning::ScriptPage));
    let empty = format!("<html><head>{script}</head><body><div id=root></div></body></html>");
    let refused = import::from_bytes(empty.as_bytes(), None);
    assert!(matches!(refused, Err(ImportError::ScriptPage { .. })));
    let whole = format!(
        "<html><head>{script}</head><body><article>{}</article></body></html>",
        paragraphs()
    );
    assert!(!read(&whole).warnings.contains(&ImportWarning::ScriptPage));
}

#[test]
fn an_article_that_only_the_data_of_scripts_holds_is_read() {
    let items: Vec<_> = TEXT
        .iter()
        .map(|text| serde_json::json!({"type": "text", "content": format!("<p>{text}</p>")}))
        .collect();
    let data =
        serde_json::json!({"props": {"menu": ["News", "Sport"], "article": {"items": items}}});
    let page = |shown: &str| {
        format!(
            "<html><head><title>The ferry sails again</title></head><body><div id='__next'>{shown}</div>\
             <script id='__NEXT_DATA__' type='application/json'>{data}</script></body></html>"
        )
    };
    let imported = read(&page("<nav><a href='/'>News</a></nav>"));
    assert!(tells_of_hidden(&imported));
    let article = clean::clean(imported.article);
    for text in TEXT {
        assert!(kept(&article).contains(&text), "{text}");
    }
    // A page that shows its text is read as it is.
    let imported = read(&page(&paragraphs()));
    assert!(!tells_of_hidden(&imported));
    assert_eq!(hidden(&imported.article), []);
}
