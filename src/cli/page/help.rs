//! The help texts, made from the pages.

use super::flag::Entry;
use super::{Command, Group, Sheet, Spec};
use std::fmt::Write;

/// Columns that a line of help has at most.
const WIDTH: usize = 108;
/// Where the words about an option begin.
const INDENT: usize = 26;
/// Where the words about a command begin.
const CALL: usize = 36;
/// Between the columns of a list.
const GAP: usize = 2;

impl Sheet {
    /// What `jjak NAME --help` says.
    pub(crate) fn help(&self) -> String {
        let mut text = String::new();
        let _ = writeln!(text, "{}\n", self.about);
        for (at, usage) in self.usage.iter().enumerate() {
            let label = if at == 0 { "Usage:" } else { "" };
            let _ = writeln!(text, "{label:6} {}", self.called(usage));
        }
        self.write_options(&mut text);
        text
    }

    /// How it is called: the program, its own name, if it has one, and what follows.
    pub(crate) fn called(&self, call: &str) -> String {
        match self.name {
            "" => format!("jjak {call}"),
            name => format!("jjak {name} {call}"),
        }
    }

    fn write_options(&self, text: &mut String) {
        for group in &self.sections {
            let _ = writeln!(text, "\n{}:", group.title);
            group.write(text);
        }
        if !self.more.is_empty() {
            let _ = writeln!(text, "\n{}", self.more);
        }
        if !self.examples.is_empty() {
            text.push_str("\nExamples:\n");
            for example in self.examples {
                let _ = writeln!(text, "  {example}");
            }
        }
    }
}

impl Group {
    fn write(&self, text: &mut String) {
        let Some(brief) = self.brief else {
            self.options.iter().for_each(|spec| spec.write(text));
            return;
        };
        let names: Vec<String> = self.options.iter().map(Spec::long).collect();
        for line in wrapped(&names.join(", "), WIDTH - 6) {
            let _ = writeln!(text, "      {line}");
        }
        for line in wrapped(brief, WIDTH - INDENT) {
            let _ = writeln!(text, "{:INDENT$}{line}", "");
        }
    }
}

impl Spec {
    /// Its name with its dashes.
    pub(crate) fn long(&self) -> String {
        format!("--{}", self.long)
    }

    /// How it is written: `-o, --output OUT`.
    pub(crate) fn call(&self) -> String {
        let mut call = match self.short {
            Some(short) => format!("-{short}, --{}", self.long),
            None => format!("    --{}", self.long),
        };
        if let Some(value) = self.value {
            call.push(' ');
            call.push_str(value.name);
        }
        call
    }

    fn write(&self, text: &mut String) {
        let call = format!("  {}", self.call());
        let lines = self.help.lines();
        let mut lines = lines.flat_map(|line| wrapped(line, WIDTH - INDENT));
        if call.len() >= INDENT {
            let _ = writeln!(text, "{call}");
        } else {
            let first = lines.next().unwrap_or_default();
            let _ = writeln!(text, "{call:INDENT$}{first}");
        }
        for line in lines {
            let _ = writeln!(text, "{:INDENT$}{line}", "");
        }
        if let Some(list) = self.list {
            write_list(&list(), text);
        }
    }
}

/// Two columns of names and what they are.
fn write_list(list: &[Entry], text: &mut String) {
    let rows = list.len().div_ceil(2);
    let (left, right) = list.split_at(rows);
    let entry = |Entry { name, what }: &Entry| format!("{name:10}{what}");
    let width = left.iter().map(|item| entry(item).chars().count()).max();
    let width = width.unwrap_or_default() + GAP;
    for (at, item) in left.iter().enumerate() {
        let beside = right.get(at).map(entry).unwrap_or_default();
        let line = format!("        {:width$}{beside}", entry(item));
        let _ = writeln!(text, "{}", line.trim_end());
    }
}

/// The help of the program: its own page with a list of its commands.
pub(crate) fn general(own: &Sheet, commands: &[&dyn Command]) -> String {
    let (first, rest) = own.about.split_once("\n\n").unwrap_or((own.about, ""));
    let mut text = format!("{first}\n\nUsage:\n");
    let sheets = commands.iter().map(|command| command.sheet());
    let mut list = |sheet: &Sheet| {
        let call = format!("  {}", sheet.called(sheet.call));
        let _ = writeln!(text, "{call:CALL$}{}", sheet.summary);
    };
    list(own);
    sheets.for_each(|sheet| list(&sheet));
    let _ = writeln!(text, "\n{rest}");
    own.write_options(&mut text);
    text
}

/// Words in lines of at most `width` characters.
fn wrapped(words: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut room = 0;
    for word in words.split(' ') {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if length < room => {
                line.push(' ');
                line.push_str(word);
                room -= length + 1;
            }
            _ => {
                room = width.saturating_sub(length);
                lines.push(word.to_owned());
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_wrapped() {
        assert_eq!(wrapped("a bc def", 4), ["a bc", "def"]);
        assert_eq!(wrapped("whole", 2), ["whole"]);
    }
}
