//! TMX: what its readers want of it.

use super::*;
use quick_xml::{Reader, events::Event};

/// Element names in order of their opening, and the text of every `seg`, `note` and `prop`.
fn parse(tmx: &str) -> (Vec<String>, Vec<(String, String)>) {
    let mut reader = Reader::from_str(tmx);
    let (mut opened, mut texts, mut text) = (Vec::new(), Vec::new(), String::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) => {
                opened.push(tag.name().as_ref().to_owned());
                text.clear();
            }
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(name) => text.push(match &*name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                other => panic!("unexpected entity {other:?}"),
            }),
            Event::End(tag) => {
                let name = tag.name().as_ref().to_owned();
                if matches!(name.as_str(), "seg" | "note" | "prop") {
                    texts.push((name, text.clone()));
                }
            }
            Event::Eof => return (opened, texts),
            _ => {}
        }
    }
}

fn segs(tmx: &str) -> Vec<String> {
    let texts = parse(tmx).1.into_iter();
    texts
        .filter(|(name, _)| name == "seg")
        .map(|(_, text)| text)
        .collect()
}

#[test]
fn tmx_reads_back_without_what_xml_forbids() {
    let tmx = written(&awkward(), Format::Tmx, &Options::default());
    assert_eq!(
        segs(&tmx),
        [
            "R&D <b>\"grew\"</b> 5% ]]> now.",
            "연구개발은 5% 늘었다.",
            "One. Two.",
            "한나 둘.",
        ]
    );
    assert!(!tmx.contains(|c: char| c < ' ' && c != '\n'));
}

#[test]
fn tmx_has_the_form_its_readers_want() {
    let options = Options {
        en_code: "en-GB".into(),
        created: "2026-11-23T09:08:07Z".parse().unwrap(),
        ..Options::default()
    };
    let tmx = written(&awkward(), Format::Tmx, &options);
    assert!(tmx.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx "));
    for attribute in [
        "creationtool=\"Jjak\"",
        "creationtoolversion=",
        "segtype=\"sentence\"",
        "o-tmf=",
        "adminlang=\"en\"",
        "srclang=\"en-GB\"",
        "datatype=\"plaintext\"",
        "creationdate=\"20261123T090807Z\"",
    ] {
        assert_eq!(tmx.matches(attribute).count(), 1, "{attribute}");
    }
    assert_eq!(tmx.matches("xml:lang=\"en-GB\"").count(), 2);
    assert_eq!(tmx.matches("<tu segtype=\"block\" ").count(), 1);
    assert!(!tmx.contains("tuid"));
    let (opened, texts) = parse(&tmx);
    let first = opened.iter().position(|name| name == "tu").unwrap();
    let children = &opened[first + 1..];
    let props = children.iter().take_while(|name| *name == "prop").count();
    assert_eq!(children[props..][..5], ["note", "tuv", "seg", "tuv", "seg"]);
    // The title is in the header and in every unit: tools that join memories drop the header.
    let title = ("prop".into(), "Tom & \"Jerry\" <live>".into());
    assert_eq!(
        texts.iter().filter(|text| **text == title).count(),
        2 * (1 + 2)
    );
    assert_eq!(tmx.matches("creationdate=\"20261120T010203Z\"").count(), 2);
    assert_eq!(
        tmx.matches("changeid=\"Kim\"").count(),
        1,
        "what was reviewed"
    );
    assert!(texts.contains(&("note".into(), "see page 3 & 4".into())));
    assert!(texts.contains(&("prop".into(), "free".into())));
}
