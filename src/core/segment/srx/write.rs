//! SRX 2.0 files as this program writes them.

use super::{Srx, SrxLanguage};
use std::fmt::Write;

impl Srx {
    /// The file. Rules that cannot be used are written as they were read.
    pub fn to_xml(&self) -> String {
        let cascade = if self.cascade { "yes" } else { "no" };
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n\
             <header segmentsubflows=\"yes\" cascade=\"{cascade}\">\n\
             <formathandle type=\"start\" include=\"no\"/>\n\
             <formathandle type=\"end\" include=\"yes\"/>\n\
             <formathandle type=\"isolated\" include=\"no\"/>\n\
             </header>\n<body>\n<languagerules>\n"
        );
        for language in &self.languages {
            write_language(language, &mut xml);
        }
        xml.push_str("</languagerules>\n<maprules>\n");
        for map in &self.maps {
            // Writing to a string cannot fail.
            let _ = writeln!(
                xml,
                "<languagemap languagepattern=\"{}\" languagerulename=\"{}\"/>",
                escaped(&map.pattern),
                escaped(&map.language)
            );
        }
        xml.push_str("</maprules>\n</body>\n</srx>\n");
        xml
    }
}

fn write_language(language: &SrxLanguage, xml: &mut String) {
    let _ = writeln!(
        xml,
        "<languagerule languagerulename=\"{}\">",
        escaped(&language.name)
    );
    for rule in &language.rules {
        let _ = writeln!(
            xml,
            "<rule break=\"{}\"><beforebreak>{}</beforebreak><afterbreak>{}</afterbreak></rule>",
            if rule.breaks { "yes" } else { "no" },
            escaped(&rule.before),
            escaped(&rule.after)
        );
    }
    xml.push_str("</languagerule>\n");
}

/// XML's own characters as entities; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => {
                let _ = write!(escaped, "&#{};", c as u32);
            }
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => escaped.push(c),
        }
    }
    escaped
}
