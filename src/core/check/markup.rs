//! What a translation carries over as it is: tags, placeholders, addresses and signs of rights.

use super::Finding;

/// What all but addresses begin with.
const SIGNS: [char; 7] = ['<', '{', '$', '%', '™', '®', '©'];

/// What was found at a place, and how many bytes it takes.
type Found = (String, usize);

/// What one side has and the other has not. An address that the Korean adds is no fault, nor is a sign of rights.
pub(super) fn lost(en: &[&str], ko: &[&str]) -> Option<Finding> {
    let (english, mut korean) = (tokens(en), tokens(ko));
    let mut missing = Vec::new();
    for token in english {
        match korean.iter().position(|other| *other == token) {
            Some(at) => drop(korean.swap_remove(at)),
            None => missing.push(token),
        }
    }
    korean.retain(|token| is_code(token));
    let is_any = !missing.is_empty() || !korean.is_empty();
    is_any.then_some(Finding::Markup {
        en: missing,
        ko: korean,
    })
}

fn is_code(token: &str) -> bool {
    token.starts_with(['<', '{', '%', '$'])
}

fn tokens(texts: &[&str]) -> Vec<String> {
    let mut tokens = Vec::new();
    for text in texts {
        let has_address = ["@", "://", "www."].iter().any(|part| text.contains(part));
        if !has_address && !text.contains(SIGNS) {
            continue;
        }
        let mut rest = *text;
        let mut before = ' ';
        while let Some(first) = rest.chars().next() {
            let length = match token(rest, before, has_address) {
                Some((token, length)) => {
                    tokens.push(token);
                    length
                }
                None => first.len_utf8(),
            };
            let (passed, after) = rest.split_at(length);
            before = passed.chars().next_back().unwrap_or(' ');
            rest = after;
        }
    }
    tokens
}

/// What begins `text`, if it is one of these.
fn token(text: &str, before: char, has_address: bool) -> Option<Found> {
    match text.chars().next()? {
        '<' => tag(text),
        '{' => braced(text, 1).map(|length| (text[..length].to_owned(), length)),
        '$' if text.starts_with("${") => {
            braced(text, 2).map(|length| (text[..length].to_owned(), length))
        }
        '%' if !before.is_alphanumeric() => format(text),
        '™' | '®' | '©' => {
            let sign = text.chars().next()?;
            Some((sign.to_string(), sign.len_utf8()))
        }
        _ if has_address && !before.is_ascii_alphanumeric() => address(text),
        _ => None,
    }
}

/// `<b>`, `</b>`, `<br/>`, `<a href="…">`; told by its name alone, since attributes may be translated. `<Parasite>` is
/// the title of a film.
fn tag(text: &str) -> Option<Found> {
    let end = text.find('>')?;
    let inside = text.get(1..end)?;
    let (closing, inside) = match inside.strip_prefix('/') {
        Some(inside) => ("/", inside),
        None => ("", inside),
    };
    let name = inside.find(|letter: char| !letter.is_ascii_alphanumeric());
    let (name, attributes) = inside.split_at(name.unwrap_or(inside.len()));
    let attributes = attributes.trim_end_matches('/').trim();
    let is_name = name.starts_with(|letter: char| letter.is_ascii_lowercase())
        || name.len() <= 2 && name.starts_with(|letter: char| letter.is_ascii_uppercase());
    let is_tag = is_name && (attributes.is_empty() || attributes.contains('='));
    is_tag.then(|| (format!("<{closing}{}>", name.to_ascii_lowercase()), end + 1))
}

/// The length of `{0}` or `{name}`, after `opening` bytes.
fn braced(text: &str, opening: usize) -> Option<usize> {
    let inside = text.get(opening..)?;
    let end = inside.find('}')?;
    let name = &inside[..end];
    let is_name = name.len() <= 40
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "_.-:".contains(letter));
    is_name.then_some(opening + end + 1)
}

/// `%s`, `%1$d`, `%(name)s`, `%@`.
fn format(text: &str) -> Option<Found> {
    let inside = text.get(1..)?;
    let skipped = match inside.strip_prefix('(') {
        Some(named) => named.find(')')? + 2,
        None => {
            let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
            if inside[digits..].starts_with('$') {
                digits + 1
            } else {
                0
            }
        }
    };
    let mut after = inside.get(skipped..)?.chars();
    let kind = after.next().filter(|kind| "sdifu@".contains(*kind))?;
    // `100 % sicher` is none; a Korean particle may follow.
    let ends = after
        .next()
        .is_none_or(|next| !next.is_ascii_alphanumeric());
    let length = 1 + skipped + kind.len_utf8();
    ends.then(|| (text[..length].to_owned(), length))
}

/// A link or an e-mail address.
fn address(text: &str) -> Option<Found> {
    let end =
        text.find(|letter: char| !letter.is_ascii_graphic() || "<>\"'(){}[]|\\".contains(letter));
    let word = &text[..end.unwrap_or(text.len())];
    let word = word.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let is_link = ["http://", "https://", "www."]
        .iter()
        .any(|start| word.len() > start.len() && word.starts_with(start));
    let is_mail = word.split_once('@').is_some_and(|(name, host)| {
        let is_host = |letter: char| letter.is_ascii_alphanumeric() || "-.".contains(letter);
        !name.is_empty() && host.contains('.') && host.chars().all(is_host)
    });
    (is_link || is_mail).then(|| (word.trim_end_matches('/').to_owned(), word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_carried_over_is_compared() {
        for (en, ko) in [
            ("Delete {0} files?", "파일 {0}개를 삭제할까요?"),
            ("Hello, %s!", "%s님, 안녕하세요!"),
            ("Click <b>Save</b>.", "<B>저장</B>을 누르세요."),
            (
                "See https://a.example/x.",
                "https://a.example/x에서 보세요.",
            ),
            ("50% of it", "그중 50%"),
            ("the film <Parasite>", "영화 <기생충>"),
            ("He won.", "그는 이겼다(kim@eunpo.example)."),
        ] {
            assert_eq!(lost(&[en], &[ko]), None, "{en}");
        }
        for (en, ko, missing, added) in [
            ("Delete {0} files?", "파일을 삭제할까요?", "{0}", ""),
            ("Hi %1$s", "안녕 %2$s", "%1$s", "%2$s"),
            ("<i>Sea</i>", "<i>바다", "</i>", ""),
            (
                "Mail to a@b.example.",
                "메일을 보내세요.",
                "a@b.example",
                "",
            ),
            ("Sea™ is here.", "바다가 왔다.", "™", ""),
        ] {
            let words = |word: &str| match word {
                "" => vec![],
                word => vec![word.to_owned()],
            };
            let expected = Finding::Markup {
                en: words(missing),
                ko: words(added),
            };
            assert_eq!(lost(&[en], &[ko]), Some(expected), "{en}");
        }
    }
}
