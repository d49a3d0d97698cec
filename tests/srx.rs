//! SRX 2.0 files: cascade and maps, faulty rules, limits, and writing what was read.

use jjak::article::Lang;
use jjak::segment::{Rule, Rules, Srx, SrxError, SrxUse, Words};

const RULES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE srx PUBLIC "-//LISA OSCAR//DTD SRX//EN" "srx20.dtd">
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
 <header segmentsubflows="yes" cascade="yes"><formathandle type="start" include="no"/></header>
 <body>
  <languagerules>
   <languagerule languagerulename="English">
    <rule break="no"><beforebreak>\b[Aa]cad\.</beforebreak><afterbreak>\s</afterbreak></rule>
    <rule break="yes"><beforebreak>;</beforebreak><afterbreak>\s</afterbreak></rule>
    <rule break="no"><beforebreak>([</beforebreak><afterbreak>\s</afterbreak></rule>
   </languagerule>
   <languagerule languagerulename="All">
    <rule><beforebreak>[.?!&#xAC00;]+</beforebreak><afterbreak>\s&amp;|\s+\p{Lu}|\s+[가-힣]</afterbreak></rule>
   </languagerule>
  </languagerules>
  <maprules>
   <languagemap languagepattern="[Ee][Nn].*" languagerulename="English"/>
   <languagemap languagepattern="(" languagerulename="Broken"/>
   <languagemap languagepattern=".*" languagerulename="All"/>
  </maprules>
 </body>
</srx>"#;

fn rules(xml: &str, how: SrxUse) -> Rules {
    Rules {
        srx: Some((Srx::read(xml).expect("an SRX file"), how)),
        ..Rules::default()
    }
}

fn cuts(text: &str, lang: Lang, rules: &Rules) -> Vec<String> {
    rules
        .segment_block(text, &(0..text.len()), lang)
        .into_iter()
        .map(|segment| text[segment.span].to_owned())
        .collect()
}

#[test]
fn faulty_rules_are_listed_and_the_others_count() {
    let srx = Srx::read(RULES).unwrap();
    assert!(srx.cascade);
    let told: Vec<String> = srx.faults.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].starts_with("rule 3 of \"English\" is not used: "),
        "{told:?}"
    );
    assert!(
        told[1].starts_with("the map to \"Broken\" is not used: "),
        "{told:?}"
    );
    assert_eq!(srx.rules(Lang::En).len(), 4);
    assert_eq!(srx.rules(Lang::Ko).len(), 1);
    assert_eq!(srx.languages[1].rules[0].before, "[.?!가]+");
}

#[test]
fn extending_rules_decide_where_they_match_and_replacing_ones_alone() {
    let text = "He is at the Acad. Francaise; it is old. is it? Yes it is.";
    let extended = rules(RULES, SrxUse::Extend);
    assert_eq!(
        cuts(text, Lang::En, &extended),
        [
            "He is at the Acad. Francaise;",
            "it is old. is it?",
            "Yes it is."
        ]
    );
    let replaced = rules(RULES, SrxUse::Replace);
    assert_eq!(
        cuts("He met Mr. Kim. (Yes.) \"No.\" x", Lang::En, &replaced),
        ["He met Mr.", "Kim. (Yes.) \"No.\" x"]
    );
    let decisions = extended.explain(text, &(0..text.len()), Lang::En);
    let told: Vec<Rule> = decisions.iter().map(|decision| decision.rule).collect();
    assert_eq!(
        told,
        [
            Rule::SrxJoin,
            Rule::SrxBreak,
            Rule::LowercaseFollows,
            Rule::SrxBreak
        ]
    );
}

#[test]
fn without_cascade_only_the_first_map_counts() {
    let single = RULES.replace("cascade=\"yes\"", "cascade=\"no\"");
    let srx = Srx::read(&single).unwrap();
    assert_eq!(srx.rules(Lang::En).len(), 3);
    assert_eq!(srx.rules(Lang::Ko).len(), 1);
}

#[test]
fn what_is_written_reads_back_the_same() {
    let srx = Srx::read(RULES).unwrap();
    let again = Srx::read(&srx.to_xml()).unwrap();
    assert_eq!(again.to_xml(), srx.to_xml());
    assert_eq!(again.faults, srx.faults);
    assert_eq!(again.maps.len(), 3);
}

#[test]
fn the_built_in_rules_as_srx_cut_most_of_what_they_cut_themselves() {
    let own = Srx::of(Words::builtin());
    let read = Srx::read(&own.to_xml()).expect("it reads back");
    assert_eq!(read.faults, []);
    assert_eq!(read.to_xml(), own.to_xml());
    let rules = Rules {
        srx: Some((read, SrxUse::Replace)),
        ..Rules::default()
    };
    for (text, lang, expected) in [
        (
            "Mr. Kim met Dr. Lee. They left at 3.5 percent.",
            Lang::En,
            2,
        ),
        (
            "He works at Orlo Inc. The firm grew. See No. 7 of it.",
            Lang::En,
            3,
        ),
        ("“Is it over?” she asked. S. Korea won.", Lang::En, 2),
        (
            "그는 “최선을 다하겠습니다.”라며 고개를 숙였다. 회의는 끝났다.",
            Lang::Ko,
            2,
        ),
        (
            "2021. 2. 18. 열린 회의다. 모두 왔다.그러나 늦었다.",
            Lang::Ko,
            3,
        ),
    ] {
        let cuts = cuts(text, lang, &rules);
        assert_eq!(cuts.len(), expected, "{cuts:?}");
    }
}

#[test]
fn what_is_no_srx_file_is_refused_with_a_reason() {
    let bomb = "<!DOCTYPE srx [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><srx><body><languagerules>\
        <languagerule languagerulename=\"x\"><rule><beforebreak>&a;</beforebreak></rule></languagerule>\
        </languagerules></body></srx>";
    assert!(matches!(Srx::read(bomb), Err(SrxError::UnknownEntity { name, .. }) if name == "a"));
    assert_eq!(
        Srx::read("<tmx></tmx>").unwrap_err(),
        SrxError::NotSrx("tmx".into())
    );
    assert_eq!(Srx::read("").unwrap_err(), SrxError::Empty);
    assert!(matches!(
        Srx::read("<srx><body></srx>"),
        Err(SrxError::NotXml { .. })
    ));
    let deep = format!("<srx>{}", "<a>".repeat(1000));
    assert_eq!(Srx::read(&deep).unwrap_err(), SrxError::TooDeep);
    assert_eq!(
        Srx::read(&" ".repeat(9 << 20)).unwrap_err(),
        SrxError::TooLarge
    );
}

/// A pattern that goes back without end, and one that matches nothing everywhere.
#[test]
fn patterns_that_would_hang_give_up() {
    let xml = RULES
        .replace(";</before", "(a+)+\\1$</before")
        .replace("[.?!&#xAC00;]+", "");
    let rules = rules(&xml, SrxUse::Extend);
    let text = "a".repeat(5_000) + " b. C";
    assert!(!cuts(&text, Lang::En, &rules).is_empty());
    let text = "a b. C d ".repeat(5_000);
    assert!(cuts(&text, Lang::En, &rules).len() > 5_000);
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(text in "(<srx>|<rule break=\"no\">|</rule>|<beforebreak>|&amp;|&#65;|&x;|[a-z<>\"]|<languagerule>){0,30}") {
        if let Ok(srx) = Srx::read(&text) {
            let again = Srx::read(&srx.to_xml());
            proptest::prop_assert!(again.is_ok() || srx.languages.is_empty());
        }
    }

    #[test]
    fn nothing_is_lost_by_srx_rules(text in "([a-c.;!? \n]|가|다\\. |\u{3000}){0,60}") {
        for how in [SrxUse::Extend, SrxUse::Replace] {
            let rules = rules(RULES, how);
            let mut end = 0;
            for segment in rules.segment_block(&text, &(0..text.len()), Lang::En) {
                let start = segment.start();
                proptest::prop_assert!(text[end..start].trim().is_empty());
                end = segment.span.end;
            }
            proptest::prop_assert!(text[end..].trim().is_empty());
        }
    }
}
