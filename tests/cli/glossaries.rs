//! Glossaries in and out, and the terms that pairs hold.

use super::*;

const TABLE: &str = "\
en\tko\tpart of speech\tstatus\tnote
base rate\t기준금리|정책금리\tnoun\t\t한국은행
base rate\t기본요율\tnoun\tforbidden\t
Bramwick\t브램윅\tproper noun\t\t
salt pan & sea\t염전 <바다>\t\t\t
";

/// The lines of a table, which may stand in any order.
fn lines(table: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    lines.sort_unstable();
    lines
}

#[test]
fn a_glossary_comes_back_from_every_form() {
    let desk = Desk::new();
    desk.put("terms.tsv", TABLE);
    desk.jjak("terms --glossary terms.tsv -o own.tsv").done();
    let own = desk.text("own.tsv");
    assert!(
        own.contains("base rate\t기준금리|정책금리\tnoun\t\t한국은행"),
        "{own}"
    );
    for by in ["csv", "xlsx", "tbx", "utx"] {
        desk.jjak(&format!("terms --glossary terms.tsv -o by.{by}"))
            .done();
        desk.jjak(&format!("terms --glossary by.{by} -o again.tsv --strict"))
            .done();
        assert_eq!(lines(&desk.text("again.tsv")), lines(&own), "{by}");
    }
    desk.jjak("terms --glossary terms.tsv -o old.tbx --format tbx2")
        .done();
    assert!(desk.text("old.tbx").contains("<martif type=\"TBX-Basic\""));
    desk.jjak("terms --glossary old.tbx -o again.tsv --strict")
        .done();
    assert_eq!(lines(&desk.text("again.tsv")), lines(&own));
    let core = desk.jjak("terms --glossary terms.tsv -o core.tbx --format tbx-core");
    assert!(
        core.err.contains("1 forbidden words are left out"),
        "{}",
        core.err
    );
    desk.jjak("terms --glossary terms.tsv --source ko -o ko.utx")
        .done();
    assert!(desk.text("ko.utx").starts_with("#UTX 1.11; ko/en;"));
    desk.jjak("terms --glossary ko.utx -o again.tsv --strict")
        .done();
    assert!(desk.text("again.tsv").contains("Bramwick\t브램윅"));
}

#[test]
fn term_bases_of_other_tools_are_read_and_checked_by() {
    let desk = Desk::new();
    desk.put(
        "dct.tbx",
        r#"<?xml version="1.0"?><tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="1"><langSec xml:lang="en-US"><termSec><term>growth forecast</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
<langSec xml:lang="ko"><termSec><term>성장 전망</term></termSec><termSec><term>성장 예측</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>
<conceptEntry id="2"><langSec xml:lang="de"><termSec><term>Wachstum</term></termSec></langSec></conceptEntry>
</body></text></tbx>"#,
    );
    let pairs = "en\tko\nThe growth forecasts rose again.\t성장 예측이 다시 높아졌다.\n";
    desk.put("pairs.tsv", pairs);
    let ran = desk.jjak("check pairs.tsv --glossary dct.tbx --only terms");
    assert!(
        ran.err.contains("1 concepts have no English or no Korean"),
        "{}",
        ran.err
    );
    let told = "성장 예측 is not to be said for growth forecast, but 성장 전망";
    assert!(ran.out.contains(told), "{}", ran.out);
    desk.put("odd.tbx", "<html><body/></html>");
    desk.jjak("check pairs.tsv --glossary odd.tbx")
        .refused(&["odd.tbx", "not <tbx>"]);
    desk.put("none.xlsx", "PK");
    desk.jjak("check pairs.tsv --glossary none.xlsx")
        .refused(&["none.xlsx"]);
}

#[test]
fn terms_are_found_in_pairs_with_how_sure_they_are() {
    let desk = Desk::new();
    let mut pairs = String::from("en\tko\n");
    for (en, ko) in [
        (
            "The board kept the base rate.",
            "이사회는 기준금리를 유지했다.",
        ),
        (
            "A higher base rate hurts builders.",
            "기준금리가 높으면 건설업자가 힘들다.",
        ),
        (
            "It rained during the base rate hearing.",
            "기준금리 청문회 날 비가 왔다.",
        ),
        (
            "Nobody asked Bramwick about it.",
            "아무도 브램윅에 묻지 않았다.",
        ),
        (
            "They left Bramwick in spring.",
            "그들은 봄에 브램윅을 떠났다.",
        ),
    ] {
        pairs.push_str(&format!("{en}\t{ko}\n"));
    }
    desk.put("pairs.tsv", &pairs);
    let found = desk.jjak("terms pairs.tsv").done();
    assert!(
        found.contains("base rate\t기준금리\tnoun\t\t\t0."),
        "{found}"
    );
    assert!(found.contains("Bramwick\t브램윅\tproper noun\t"), "{found}");
    assert!(found.contains("\t3\t3\t3\t"), "{found}");
    let terms = desk.jjak("terms pairs.tsv --names no").done();
    assert!(!terms.contains("Bramwick"), "{terms}");
    desk.put("known.tsv", "base rate\t기준금리\n");
    let new = desk.jjak("terms pairs.tsv --glossary known.tsv").done();
    assert!(!new.contains("base rate\t"), "{new}");
    desk.jjak("terms pairs.tsv -o found.tbx -o found.xlsx -o found.utx")
        .done();
    assert!(
        desk.text("found.tbx")
            .contains("<descrip type=\"context\">")
    );
    // Of a project nothing is taken that nobody accepted.
    desk.jjak("convert pairs.tsv -o work.jjak").done();
    desk.put("texts.en", "One.\nTwo.\n");
    desk.put("texts.ko", "하나.\n둘.\n");
    desk.jjak("align --segmented texts.en texts.ko -o new.jjak")
        .done();
    desk.jjak("terms new.jjak")
        .refused(&["none of the pairs is accepted", "--all"]);
    desk.jjak("terms new.jjak --all").done();
}
