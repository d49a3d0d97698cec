//! PO files of gettext: the message and its translation of every entry
//! (<https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html>).

use crate::exchange::pairs::{BilingualError, BilingualFile, BilingualWarning, Row, add_note};
use jjak_core::article::Lang;
use jjak_core::bitext::State;

/// An entry as it is read.
#[derive(Default)]
struct Entry {
    comments: String,
    is_fuzzy: bool,
    context: Option<String>,
    id: Option<String>,
    plural: Option<String>,
    /// Translations by number; the first is that of the singular.
    translations: Vec<String>,
}

/// Which of an entry's texts a quoted line goes on.
#[derive(Clone, Copy)]
enum Field {
    Context,
    Id,
    Plural,
    Translation(usize),
}

/// No language has more plural forms than six.
const MAX_FORMS: usize = 32;

impl Field {
    fn named(keyword: &str) -> Option<Field> {
        Some(match keyword {
            "msgctxt" => Field::Context,
            "msgid" => Field::Id,
            "msgid_plural" => Field::Plural,
            "msgstr" => Field::Translation(0),
            form => {
                let number = form.strip_prefix("msgstr[")?.strip_suffix(']')?;
                let number = number.trim().parse().ok()?;
                (number < MAX_FORMS).then_some(Field::Translation(number))?
            }
        })
    }
}

pub(in crate::exchange) fn read(
    text: &str,
    mut aligned: BilingualFile,
) -> Result<BilingualFile, BilingualError> {
    let (entries, obsolete) = entries(text);
    let (from, to) = match sides(&entries) {
        Ok(sides) => sides,
        Err(error) => return Err(entries.into_iter().find_map(Result::err).unwrap_or(error)),
    };
    for entry in entries {
        match entry {
            Ok(entry) => {
                for row in entry.rows(from, to) {
                    aligned.take_direction(from);
                    aligned.take_row(Ok(row))?;
                }
            }
            Err(fault) => aligned.take_row(Err(fault))?,
        }
    }
    aligned.warn(obsolete, BilingualWarning::Obsolete);
    Ok(aligned)
}

/// The entries in the order of the file, without the header and those that are no longer in use, with the fault of one
/// that cannot be read in its place; and how many are no longer in use.
fn entries(text: &str) -> (Vec<Result<Entry, BilingualError>>, usize) {
    let (mut entries, mut obsolete) = (Vec::new(), 0);
    let mut entry = Entry::default();
    let mut field = None;
    let mut fault = None;
    let mut end = |entry: &mut Entry, fault: &mut Option<BilingualError>| {
        let entry = std::mem::take(entry);
        match fault.take() {
            Some(fault) => entries.push(Err(fault)),
            // The entry without a message is the header.
            None if entry.id.as_deref().is_none_or(str::is_empty) => {}
            None => entries.push(Ok(entry)),
        }
    };
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if let Some(gone) = line.strip_prefix("#~") {
            // `#~|` tells what a message was before.
            obsolete += usize::from(gone.split_whitespace().next() == Some("msgid"));
            continue;
        }
        // Comments and a context come before a message: they begin the next entry. One that cannot be read ends where
        // an empty line does.
        let mut words = line.split(|c: char| c == '"' || c.is_whitespace());
        let begins = matches!(words.next(), Some("msgctxt" | "msgid")) || line.starts_with('#');
        let ends = match fault {
            Some(_) => line.is_empty(),
            None => begins && !entry.translations.is_empty(),
        };
        if ends {
            end(&mut entry, &mut fault);
            field = None;
        }
        if let (None, Err(why)) = (&fault, entry.take(line, &mut field)) {
            fault = Some(BilingualError::NotPo { line: at + 1, why });
        }
    }
    end(&mut entry, &mut fault);
    (entries, obsolete)
}

impl Entry {
    /// Takes a line; a quoted one goes on with `field`.
    ///
    /// # Errors
    /// What is wrong with it.
    fn take(&mut self, line: &str, field: &mut Option<Field>) -> Result<(), &'static str> {
        match line.chars().next() {
            None => {}
            Some('#') => self.take_comment(&line[1..]),
            Some('"') => {
                let field = field.ok_or("a quoted line belongs to no message")?;
                let more = unquoted(line).ok_or("a quotation mark is missing")?;
                self.field(field).push_str(&more);
            }
            Some(_) => {
                let (keyword, rest) = line.split_at(line.find('"').unwrap_or(line.len()));
                let named = Field::named(keyword.trim());
                let named = named.ok_or("this is neither msgid nor msgstr nor a comment")?;
                // The text may begin on the next line.
                let text = match rest {
                    "" => Some(String::new()),
                    rest => unquoted(rest),
                };
                *self.field(named) = text.ok_or("a quotation mark is missing")?;
                *field = Some(named);
            }
        }
        Ok(())
    }

    fn field(&mut self, field: Field) -> &mut String {
        match field {
            Field::Context => self.context.get_or_insert_default(),
            Field::Id => self.id.get_or_insert_default(),
            Field::Plural => self.plural.get_or_insert_default(),
            Field::Translation(number) => {
                if self.translations.len() <= number {
                    self.translations.resize(number + 1, String::new());
                }
                &mut self.translations[number]
            }
        }
    }

    /// `# translator's`, `#. developer's`, `#, flags`; where a message stands and what it was say nothing here.
    fn take_comment(&mut self, comment: &str) {
        match comment.chars().next() {
            Some(',') => {
                self.is_fuzzy |= comment[1..].split(',').any(|flag| flag.trim() == "fuzzy")
            }
            Some(':' | '|') | None => {}
            Some('.') => add_note(&mut self.comments, &comment[1..]),
            Some(_) => add_note(&mut self.comments, comment),
        }
    }

    /// The pairs of the entry. A plural goes with the second form, or with the only one: Korean has one for both.
    fn rows(self, from: Lang, to: Lang) -> Vec<Row> {
        let mut note = String::new();
        if let Some(context) = &self.context {
            add_note(&mut note, &format!("msgctxt: {context}"));
        }
        add_note(&mut note, &self.comments);
        let translation = |number: usize| self.translations.get(number).cloned();
        let row = |id: &str, translation: Option<String>| {
            let translation = translation.unwrap_or_default();
            let is_flagged = self.is_fuzzy && !translation.is_empty();
            let mut row = Row {
                note: note.clone(),
                ..Row::default()
            };
            if is_flagged {
                row.state = State::Flagged;
            }
            row.cell(from).text = id.to_owned();
            row.cell(to).text = translation;
            row
        };
        let id = self.id.as_deref().unwrap_or_default();
        let mut rows = vec![row(id, translation(0))];
        if let Some(plural) = &self.plural {
            let last = self.translations.len().saturating_sub(1);
            rows.push(row(plural, translation(last)));
        }
        rows
    }
}

/// The text of a line of PO: its escapes are C's.
fn unquoted(line: &str) -> Option<String> {
    let inner = line.trim().strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return None,
            '\\' => match chars.next()? {
                'n' | 'r' | 't' | 'v' | 'f' | 'a' | 'b' => text.push(' '),
                c => text.push(c),
            },
            c => text.push(c),
        }
    }
    Some(text)
}

/// The language of the messages and that of their translations, by script.
fn sides(entries: &[Result<Entry, BilingualError>]) -> Result<(Lang, Lang), BilingualError> {
    let sound = || entries.iter().filter_map(|entry| entry.as_ref().ok());
    let from = Lang::of_most(sound().filter_map(|entry| entry.id.as_deref()));
    let translations = sound().flat_map(|entry| &entry.translations);
    match (from, Lang::of_most(translations.map(String::as_str))) {
        (Some(from), Some(to)) if from == to => Err(BilingualError::OtherLanguages),
        (Some(from), _) => Ok((from, from.other())),
        (None, Some(to)) => Ok((to.other(), to)),
        (None, None) => Err(BilingualError::Empty),
    }
}
