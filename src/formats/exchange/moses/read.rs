//! A Moses pair: two files of one sentence a line, of as many lines.

use crate::exchange::pairs::source::{Fault, Source, next_line, unbroken};
use crate::exchange::pairs::{BilingualError, BilingualFile, Row};
use jjak_core::article::Lang;

/// Reads the two files; the lines pair in their order.
///
/// # Errors
/// [`BilingualError`]; `UnevenLines` when one has more lines than the other.
pub fn read_pair(en: &[u8], ko: &[u8]) -> Result<BilingualFile, BilingualError> {
    read(&Source::Memory(en), &Source::Memory(ko)).map_err(Fault::of_memory)
}

/// [`read_pair`], from wherever they are.
pub(in crate::exchange) fn read(en: &Source, ko: &Source) -> Result<BilingualFile, Fault> {
    let mut aligned = match lines(en, ko) {
        Err(Fault::NotUtf8) => {
            let [en, ko] = [en.text()?, ko.text()?];
            let [en, ko] = [&en, &ko].map(|text| Source::Memory(text.as_bytes()));
            lines(&en, &ko)?
        }
        aligned => aligned?,
    };
    aligned.settle()?;
    Ok(aligned)
}

fn lines(en: &Source, ko: &Source) -> Result<BilingualFile, Fault> {
    let (mut en, mut ko) = (en.stream()?, ko.stream()?);
    let (mut en_line, mut ko_line) = (String::new(), String::new());
    let (mut en_lines, mut ko_lines) = (0, 0);
    let mut aligned = BilingualFile::default();
    loop {
        let at_row = |fault: Fault| fault.at_row(aligned.rows.next());
        let has_en = next_line(&mut en, &mut en_line).map_err(at_row)?;
        let has_ko = next_line(&mut ko, &mut ko_line).map_err(at_row)?;
        en_lines += usize::from(has_en);
        ko_lines += usize::from(has_ko);
        if !has_en && !has_ko {
            break;
        }
        // Where one has ended, only the lines of the other are still counted.
        if en_lines == ko_lines {
            let mut row = Row::default();
            row.cell(Lang::En).text = unbroken(&en_line).to_owned();
            row.cell(Lang::Ko).text = unbroken(&ko_line).to_owned();
            aligned.take_row(Ok(row))?;
        }
    }
    if en_lines == ko_lines {
        Ok(aligned)
    } else {
        Err(BilingualError::UnevenLines {
            en: en_lines,
            ko: ko_lines,
        }
        .into())
    }
}
