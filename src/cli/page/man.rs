//! The manual page, in the language of man(7).

use super::flag::Entry;
use super::{Command, Sheet, Spec};
use std::fmt::Write;

/// One page for the program, whose own sheet is `own`, and all its commands.
pub(crate) fn manual(version: &str, own: &Sheet, commands: &[&dyn Command]) -> String {
    let mut page = format!(".TH JJAK 1 \"\" \"jjak {version}\" \"User Commands\"\n.SH NAME\n");
    page.push_str("jjak \\- pairs the sentences of an English text and its Korean translation\n");
    page.push_str(".SH SYNOPSIS\n");
    let sheets: Vec<Sheet> = commands.iter().map(|command| command.sheet()).collect();
    for sheet in [own].into_iter().chain(&sheets) {
        sheet.write_call(sheet.call, &mut page);
    }
    page.push_str(".SH DESCRIPTION\n");
    own.write(&mut page);
    for sheet in &sheets {
        let _ = writeln!(page, ".SH JJAK {}", sheet.name.to_uppercase());
        for usage in sheet.usage {
            sheet.write_call(usage, &mut page);
        }
        page.push_str(".PP\n");
        sheet.write(&mut page);
    }
    page
}

impl Sheet {
    fn write_call(&self, call: &str, page: &mut String) {
        let called = self.called("");
        let _ = writeln!(
            page,
            ".B {}\n{}\n.br",
            escaped(called.trim_end()),
            escaped(call)
        );
    }

    fn write(&self, page: &mut String) {
        write_text(self.about, page);
        for group in &self.sections {
            let _ = writeln!(page, ".SS {}", escaped(group.title));
            group
                .options
                .iter()
                .for_each(|spec| write_option(spec, page));
        }
        if !self.more.is_empty() {
            page.push_str(".PP\n");
            write_text(self.more, page);
        }
        if !self.examples.is_empty() {
            page.push_str(".SS Examples\n.nf\n");
            for example in self.examples {
                let _ = writeln!(page, "{}", escaped(example));
            }
            page.push_str(".fi\n");
        }
    }
}

fn write_option(spec: &Spec, page: &mut String) {
    let mut call = match spec.short {
        Some(short) => format!("\\fB\\-{short}\\fR, \\fB\\-\\-{}\\fR", escaped(spec.long)),
        None => format!("\\fB\\-\\-{}\\fR", escaped(spec.long)),
    };
    if let Some(value) = spec.value {
        let _ = write!(call, " \\fI{}\\fR", escaped(value.name));
    }
    let _ = writeln!(page, ".TP\n{call}");
    for (at, line) in spec.help.lines().enumerate() {
        let _ = writeln!(
            page,
            "{}{}",
            if at > 0 { ".br\n" } else { "" },
            escaped(line)
        );
    }
    for Entry { name, what } in spec.list.map(|list| list()).unwrap_or_default() {
        let _ = writeln!(page, ".br\n\\fB{}\\fR  {}", escaped(&name), escaped(what));
    }
}

/// Paragraphs are filled; lines with space before them stay as they are.
fn write_text(text: &str, page: &mut String) {
    let mut is_kept = false;
    for line in text.lines() {
        let keeps = line.starts_with(' ');
        if keeps != is_kept {
            page.push_str(if keeps { ".nf\n" } else { ".fi\n" });
            is_kept = keeps;
        }
        if line.is_empty() {
            page.push_str(".PP\n")
        } else {
            page.push_str(&escaped(line));
            page.push('\n');
        }
    }
    if is_kept {
        page.push_str(".fi\n");
    }
}

/// So that nothing of it is taken for an order to the typesetter.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) {
        format!("\\&{text}")
    } else {
        text
    }
}
