//! Cleaning measured on the gold pages: boilerplate found, and no sentence lost.

use jjak::article::{Article, one_line};
use jjak::{clean, import};
use std::path::{Path, PathBuf};

fn gold() -> Vec<PathBuf> {
    let dir = std::env::var_os("JJAK_GOLD").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/dev"),
        PathBuf::from,
    );
    let mut pages: Vec<PathBuf> = std::fs::read_dir(dir)
        .expect("gold pages")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    pages.sort();
    pages
}

/// Excluded blocks of a page, and what the gold says of its lines.
struct Judged {
    page: String,
    wrong: Vec<String>,
    missed: Vec<String>,
    found: usize,
}

/// Walks lines and sentences together, so that the second copy of a caption counts as boilerplate.
fn boilerplate(text: &str, sentences: &str) -> Vec<bool> {
    let squeeze = |text: &str| {
        text.chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
    };
    let sentences: Vec<String> = sentences
        .lines()
        .map(squeeze)
        .filter(|line| !line.is_empty())
        .collect();
    let (mut at, mut rest) = (0, sentences.first().cloned().unwrap_or_default());
    text.lines()
        .map(|line| {
            let line = squeeze(line);
            let mut inside = false;
            let mut left = line.as_str();
            while at < sentences.len() && !left.is_empty() {
                // A list marker stands before its sentence and in none.
                let skipped = left.char_indices().take(9).map(|(at, _)| at).find(|&skip| {
                    let tail = &left[skip..];
                    tail.starts_with(rest.as_str()) || rest.starts_with(tail)
                });
                let Some(skip) = skipped else { break };
                if skip > 0 && inside && !left.starts_with(['△', '▲', '①', '②', '③']) {
                    break;
                }
                inside = true;
                let tail = &left[skip..];
                if let Some(next) = tail.strip_prefix(rest.as_str()) {
                    left = next;
                    at += 1;
                    rest = sentences.get(at).cloned().unwrap_or_default();
                } else {
                    rest = rest[tail.len()..].to_owned();
                    left = "";
                }
            }
            !line.is_empty() && !inside
        })
        .collect()
}

fn judge(path: &Path) -> Judged {
    let imported = import::read(path).expect("a gold page");
    let article = clean::clean(imported.article);
    let sentences = std::fs::read_to_string(path.with_extension("sent")).expect("its sentences");
    let gold = boilerplate(&article.text, &sentences);
    let mut judged = Judged {
        page: path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned(),
        wrong: Vec::new(),
        missed: Vec::new(),
        found: 0,
    };
    let mut start = 0;
    for (line, is_boilerplate) in article.text.split('\n').zip(gold) {
        let at = start + (line.len() - line.trim_start().len());
        start += line.len() + 1;
        if line.trim().is_empty() {
            continue;
        }
        let block = article.block_at(at).expect("every line is in a block");
        let excluded = &article.blocks[block].excluded;
        match (excluded, is_boilerplate) {
            (Some(_), true) => judged.found += 1,
            // A dateline before the sentence that the line holds.
            (Some(why), false) if why.is_inline() => {}
            (Some(why), false) => {
                judged
                    .wrong
                    .push(format!("{} {}: {line}", why.reason.as_str(), why.rule))
            }
            (None, true) => judged.missed.push(one_line(line).into_owned()),
            (None, false) => {}
        }
    }
    judged
}

#[test]
fn boilerplate_is_found_and_no_sentence_is_lost() {
    let (mut found, mut missed, mut wrong) = (0, 0, 0);
    for path in gold() {
        let judged = judge(&path);
        for line in &judged.missed {
            println!("{} missed {line}", judged.page);
        }
        for line in &judged.wrong {
            println!("{} wrong {line}", judged.page);
        }
        found += judged.found;
        missed += judged.missed.len();
        wrong += judged.wrong.len();
    }
    println!("found {found} missed {missed} wrong {wrong}");
    assert_eq!(wrong, 0, "body lines excluded");
    assert!(
        found * 100 >= (found + missed) * 99,
        "{found} found, {missed} missed"
    );
}

fn assert_covers(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end && block.span.start < block.span.end);
        assert!(article.text[end..block.span.start].trim().is_empty());
        end = block.span.end;
    }
    assert!(article.text[end..].trim().is_empty());
}

#[test]
fn plain_documents_lose_nothing() {
    for text in [
        "The Ferry\n\nBy the water, by the wall,\nI heard the engine call.\n\nMore\n\nBy the water, by the wall,\nI heard the engine call.",
        "Privacy Policy\n\nWe collect your name and your address. We keep both for one year.",
        "How we moved\n\nAbout\nThe clinic has four rooms and one nurse, and it is never closed.\n\nContact\nCall us.",
        "이용약관\n\n제1조 (목적)\n이 약관은 무단 전재 및 재배포를 금지하는 데 필요한 사항을 정한다.\n\n제2조 (구독)\n회원은 뉴스레터를 구독한다.",
    ] {
        let article = clean::clean(import::from_text(text.to_owned()).article);
        let lost: Vec<_> = article
            .blocks
            .iter()
            .filter(|block| block.excluded.is_some())
            .collect();
        assert!(lost.is_empty(), "{text}: {lost:?}");
    }
}

#[test]
fn hard_wrapped_lines_become_paragraphs() {
    let text = "Thank you for coming to the meeting on Tuesday. We agreed that the hall\n\
        needs a new roof before winter, and that the money should come from the\n\
        sale of the old piano. If anybody knows a buyer, please tell the\n\
        secretary by the end of the month.\n\n\
        The next meeting is on June 3 at seven. Please bring a chair, since the\n\
        school has asked us to return the ones we borrowed in March.";
    let article = clean::clean(import::from_text(text.to_owned()).article);
    assert_eq!(article.blocks.len(), 2);
    assert!(
        article
            .line(&article.blocks[0].span)
            .contains("the hall needs a new roof")
    );
}

/// The kept blocks of a text, each on one line.
fn kept(text: &str) -> Vec<String> {
    let article = clean::clean(import::from_text(text.to_owned()).article);
    let kept = article
        .blocks
        .iter()
        .filter(|block| block.excluded.is_none());
    kept.map(|block| article.line(&block.span).into_owned())
        .collect()
}

#[test]
fn a_heading_a_longer_line_and_a_divided_word_do_not_keep_lines_apart() {
    let text = "The New Roof\n\
        Thank you for coming to the meeting on Tuesday. We agreed that the hall\n\
        needs a new roof before winter, and nobody was found who wanted to ob-\n\
        ject to that, although Mr. Poe of the finance committee asked who would pay for it all\n\
        in the end. The money should come from the sale of the old piano, and\n\
        made by pupils of a village school, it may well fetch more than we think\n\
        (see the letter that the committee wrote to all of us in spring 2017,\n\
        p. 23), or so the secretary says.\n\n\
        The next meeting is on June 3 at seven.\n";
    let kept = kept(text);
    assert_eq!(kept.len(), 3, "{kept:#?}");
    assert!(kept[1].contains("wanted to object to that"), "{kept:#?}");
}

#[test]
fn narrow_columns_are_joined_and_verse_is_not() {
    let narrow = "오늘 회의에서는 새 지붕을 얹는 일을\n두고 오래 이야기를 나누었으며 결국\n겨울이 오기 전에 공사를 마치기로\n뜻을 모았다. 돈은 낡은 피아노를\n팔아서 마련하기로 했다.\n";
    assert_eq!(kept(narrow).len(), 1, "{:#?}", kept(narrow));
    let verse = "The wind blows\nI sit here alone by the sea\nnight falls\nand nobody comes to the door\nnot you\n";
    assert_eq!(kept(verse).len(), 5);
}

#[test]
fn a_documents_own_structure_is_no_boilerplate() {
    let manual = "ACME                    Support   Downloads   Where to buy\n\nACME Kettle Guide\n\nEN-2\n\n\
        1. Safety\nDo not fill the kettle above the line.\n\n2. What Is in the Box\nKettle x 1\nBase x 1\n\n\
        EN-3\n\n3. Related Products\nThe base also fits the jug.\n\n\
        4. Warranty\nACME warrants the kettle for two years from the day it was bought.\n\n\
        Was this page helpful?   Yes   No\n";
    let kept = kept(manual);
    for line in ["2. What Is in the Box", "Kettle x 1", "3. Related Products"] {
        assert!(kept.iter().any(|kept| kept == line), "{line}: {kept:#?}");
    }
    assert!(
        !kept.iter().any(|line| line.starts_with("EN-")),
        "{kept:#?}"
    );
}

#[test]
fn a_talk_keeps_its_sounds_and_its_end_and_loses_its_times() {
    let talk = "00:05\nSo, um, I clean windows.\nThat's my job, has been\nfor twenty-six years.\n00:12\n\
        And I want to tell you\nabout a sound.\n(Laughter)\n00:20\nIt's a soft sound.\nThup.\n00:31\nThank you.\n(Applause)\n";
    assert_eq!(
        kept(talk),
        [
            "So, um, I clean windows.",
            "That's my job, has been for twenty-six years.",
            "And I want to tell you about a sound.",
            "(Laughter)",
            "It's a soft sound.",
            "Thup.",
            "Thank you.",
            "(Applause)"
        ]
    );
}

#[test]
fn a_headline_among_the_sections_of_a_site_is_found() {
    let page = "Health\nLatest News\nMayor vows to defend harbor and market from 'floods'\nFinance\nHealth\nBIZ\nLatest News\n\
        EUNPO, March 19 (Eunpo News) -- Mayor Lee Jae-won said Tuesday that the city will build a new wall along the harbor by the end of next year.\n\
        \"We will not let the sea take the market again,\" Lee said at a press conference at City Hall.\n\
        The wall will cost 31 billion won, most of which the central government will pay.\n(END)\n";
    let kept = kept(page);
    assert_eq!(kept.len(), 4, "{kept:#?}");
    assert!(kept[0].starts_with("Mayor vows"));
    assert!(kept[1].starts_with("Mayor Lee Jae-won"));
}

/// A page of which `line` stands between two paragraphs.
fn page_with(line: &str) -> String {
    format!(
        "Home | News | Sports | Log in\nThe port of Eunpo opens after six years\nBy Mina Kim\nMay 1, 2026\n\n\
        The port of Eunpo opened on Monday after six years of work, the harbor office said.\n\n\
        Two ferries a day will sail to the islands, which had no ship since the storm.\n\n{line}\n\n\
        The work cost 41 billion won, of which the province paid a third.\n\n\
        Share this article\n© Eunpo News. All rights reserved.\n"
    )
}

#[test]
fn calls_to_click_to_follow_and_to_write_are_no_part_of_the_article() {
    for line in [
        "CLICK HERE TO GET THE EUNPO HERALD APP",
        "GET EUNPO BUSINESS ON THE GO BY CLICKING HERE",
        "Follow Harborbeat on Instagram, Facebook, Twitter and YouTube.",
        "Reach the reporters on Twitter at http://twitter.example/minakim and http://twitter.example/badahan",
        "Follow the Herald's full coverage of the harbor at https://eunpo.example/harbor",
        "On Eunpoherald.com: Ferry fares rise nearly 17 percent in August",
        "Related post: How to pickle mackerel",
        "Want to read this story later? Start your Herald Premium subscription today.",
        "▶▶[무료 공개]◀◀ \"백만원\"만 있어도 지금 당장 이것부터 사라!! >>> (바로확인)",
        "◈파격이벤트◈ 수수료없이 연 2.79%부터, 추가자금받아 투자하자!!",
        "October 15, 2018 /0 Comments /in Harbor News /by admin",
    ] {
        let kept = kept(&page_with(line));
        assert!(!kept.iter().any(|kept| kept == line), "{line}: {kept:#?}");
        assert!(
            kept.iter().any(|kept| kept.starts_with("The work cost")),
            "{line}: {kept:#?}"
        );
    }
    for line in [
        "Follow the coast road to the lighthouse, and mind the geese on the way.",
        "\"Click here,\" said the letter, and three hundred people did so within an hour.",
        "Get a ticket at the quay or on Facebook, where the office answers until nine.",
        "■■ 제1부 항구의 아침 (오전)",
        "●●시는 배 두 척을 더 띄우기로 했다(가명)",
        "Also: two buses and a cart for the fish of the north quay",
        "▶ 첫 배는 오전 여섯 시에 떠난다.",
        "Join the two threads as the film on YouTube shows, and knot them twice.",
        "On Monday: two ferries, one bus and a parade of forty fishing boats.",
        "She put the notice on Facebook, Instagram and YouTube, and nobody came.",
    ] {
        let kept = kept(&page_with(line));
        assert!(kept.iter().any(|kept| kept == line), "{line}: {kept:#?}");
    }
}

#[test]
fn a_notice_tells_where_to_register() {
    let notice = "The ferry to Haeseong\n\nThe harbor office sells the tickets of the summer from the first of May.\n\n\
                  Register at https://eunpo.example/ferry\n\nDownload the form at https://eunpo.example/form.pdf\n";
    assert_eq!(kept(notice).len(), 4, "{:#?}", kept(notice));
}

#[test]
fn a_day_and_who_wrote_then_is_a_byline() {
    let signed = "February 1, 2019 Mina Kim, MS, RDN";
    let page = page_with("").replace("By Mina Kim\nMay 1, 2026", signed);
    assert!(!kept(&page).iter().any(|kept| kept == signed));
    let signed = "By Mina Kim , Bada Han on Monday, November 18th, 2019 at 11:08 a.m.";
    let page = page_with("").replace("By Mina Kim\nMay 1, 2026", signed);
    assert!(!kept(&page).iter().any(|kept| kept == signed));
}

#[test]
fn large_texts_take_linear_time() {
    for text in [
        "word ".repeat(500_000),
        "Most read\nShare this | 공유 2025.01.01 12:30 김민아 기자\n".repeat(12_500),
        "\"".repeat(1_000_000),
        "한국은행은 목요일 기준금리를 동결했다고 밝혔다. 시장은 이를 예상하고 있었다.\n\n"
            .repeat(12_500),
    ] {
        assert_covers(&clean::clean(import::from_text(text).article));
    }
}

proptest::proptest! {
    #[test]
    fn blocks_cover_any_text(text in "\\PC{0,40}(\n\\PC{0,60}){0,30}") {
        assert_covers(&clean::clean(import::from_text(text).article));
    }

    #[test]
    fn blocks_cover_any_unicode(lines in proptest::collection::vec(proptest::prelude::any::<String>(), 0..12)) {
        assert_covers(&clean::clean(import::from_text(lines.join("\n")).article));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        if let Ok(imported) = import::from_bytes(&bytes, None) {
            assert_covers(&imported.article);
            assert_covers(&clean::clean(imported.article));
        }
    }
}

#[test]
fn a_long_document_with_a_few_lines_like_a_sites_is_no_page() {
    let rules: String = (1..=40)
        .map(|rule| {
            format!(
                "## Rule {rule}: name every lock after the water above it\n\nWhoever passes lock {rule} at night sounds the horn twice and waits for the lamp of the keeper.\n\n\
                 ### Bad\n\nThe skipper of boat {rule} sails on without a sound and wakes the whole of the village.\n\n### Good\n\nThe skipper of boat {rule} waits.\n\n"
            )
        })
        .collect();
    let changes = "## Changes\n\n- Add a horn to each boat. (#10239, #11225, #12117 by @badahan)\n- Fix the lamp of lock 7. (#23171 by @minakim)\n\
                   - October 25, 2019 in Eunpo\n- September 6, 2019 in Haeseong\n- April 27, 2019 in Sandbay\n";
    let text = format!("# The rules of the canal\n\n{rules}{changes}");
    let imported =
        import::from_bytes(text.as_bytes(), Some(Path::new("rules.md"))).expect("a document");
    let article = clean::clean(imported.article);
    let lost: Vec<_> = article
        .blocks
        .iter()
        .filter(|block| block.excluded.is_some())
        .map(|block| article.line(&block.span))
        .collect();
    assert!(lost.is_empty(), "{lost:#?}");
}
