//! Whether the quotation marks of a tab-separated table are its spelling or its text.

/// Looks at a table line by line. A spreadsheet doubles every mark and leaves none in a cell without quotes; it quotes a
/// cell only for a tab, a line break, a mark or, Excel, a comma. Others quote every cell. Corpus tools quote nothing:
/// their marks are text.
#[derive(Default)]
pub(in crate::exchange) struct QuotedTsv {
    /// What the quoted cell that is open has held so far.
    open: Option<Quoted>,
    has_crlf: bool,
    /// Cells quoted because they must be, for a comma, and for no reason.
    needed: usize,
    for_comma: usize,
    needless: usize,
    /// Whether there are texts without quotes, and one of them with a comma.
    bare: bool,
    bare_comma: bool,
}

#[derive(Default)]
struct Quoted {
    must: bool,
    comma: bool,
}

impl QuotedTsv {
    /// Takes the next line, its break included; `false` if no quoted table can have it.
    pub(super) fn may_go_on(&mut self, line: &str) -> bool {
        self.has_crlf |= line.ends_with("\r\n");
        if self.bare && self.bare_comma && self.open.is_none() && !line.contains('"') {
            return true;
        }
        let mut rest = line;
        while !rest.is_empty() {
            let end = match self.open.take() {
                Some(quoted) => match self.close(quoted, rest) {
                    Some(end) => end,
                    None => return true,
                },
                None if rest.starts_with('"') => {
                    self.open = Some(Quoted::default());
                    rest = &rest[1..];
                    continue;
                }
                None => {
                    let end = rest.find(['\t', '\n']).unwrap_or(rest.len());
                    let cell = rest[..end].trim();
                    if cell.contains('"') {
                        return false;
                    }
                    self.bare |= !cell.is_empty() && cell.parse::<f64>().is_err();
                    self.bare_comma |= cell.contains(',');
                    end
                }
            };
            rest = rest[end..].trim_start_matches('\r');
            match rest.chars().next() {
                None => {}
                Some('\t' | '\n') => rest = &rest[1..],
                // Something follows the mark that should end the cell.
                Some(_) => return false,
            }
        }
        true
    }

    /// Finds the mark that ends the open cell, and says what follows it begins at; `None` if the cell goes on in the next line.
    fn close(&mut self, mut cell: Quoted, rest: &str) -> Option<usize> {
        let bytes = rest.as_bytes();
        let mut at = 0;
        loop {
            let mark = rest[at..].find('"').map(|mark| at + mark);
            let text = &rest[at..mark.unwrap_or(rest.len())];
            cell.must |= text.contains(['\t', '\n']);
            cell.comma |= text.contains(',');
            match mark {
                None => {
                    self.open = Some(cell);
                    return None;
                }
                Some(mark) if bytes.get(mark + 1) == Some(&b'"') => {
                    cell.must = true;
                    at = mark + 2;
                }
                Some(mark) => {
                    match cell {
                        Quoted { must: true, .. } => self.needed += 1,
                        Quoted { comma: true, .. } => self.for_comma += 1,
                        _ => self.needless += 1,
                    }
                    return Some(mark + 1);
                }
            }
        }
    }

    /// Whether the lines so far are a quoted table.
    pub(super) fn is_so(&self) -> bool {
        self.open.is_none()
            && match self.needless {
                0 if self.for_comma > 0 => self.has_crlf && !self.bare_comma,
                0 => self.needed > 0,
                _ => !self.bare,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_in_a_corpus_are_text() {
        for (text, is_quoted) in [
            ("a\t\"Yes,\" she said.\n", false),
            ("\"Yes.\"\t\"네.\"\nNo.\t아니요.\n", false),
            ("\"Yes, I do.\"\t네, 그래요.\n", false),
            ("\"Yes, I do.\"\t네\r\nNo.\t아니요.\r\n", true),
            ("\"\"\"Yes,\"\" she said.\"\t네\n", true),
            ("\"two\nlines\"\t두 줄\n", true),
            ("\"two\n\nlines, and \"\"marks\"\"\n\"\t두 줄", true),
            (
                "No, thanks.\t아니요, 됐어요.\n\"two\nlines\"\t두 줄\n",
                true,
            ),
            ("\"Yes.\"\t\"네.\"\n\"No.\"\t\"아니요.\"\n", true),
            ("\"never closed\t네\n", false),
            ("a\tb\n", false),
        ] {
            let mut scan = QuotedTsv::default();
            let goes_on = text.split_inclusive('\n').all(|line| scan.may_go_on(line));
            assert_eq!(goes_on && scan.is_so(), is_quoted, "{text:?}");
        }
    }
}
