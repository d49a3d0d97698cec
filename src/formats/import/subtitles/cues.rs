//! What is shown at one time, without its tags.

use jjak_core::article::Lang;

/// A text that stands on the screen from `start` to `end` (milliseconds).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub start: u64,
    /// `None` where the file does not say.
    pub end: Option<u64>,
    pub text: String,
    /// What the file says of its language.
    pub lang: Option<Lang>,
}

/// `text` without tags (`<i>`, `<v Ann>`, `<00:01.000>`), without `{\an8}`, its entities resolved and its lines trimmed.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '{', '&']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = tag(rest).or_else(|| override_code(rest)).or_else(|| {
            entity(rest).map(|(c, taken)| {
                plain.extend(c);
                taken
            })
        });
        match taken {
            Some(taken) => rest = &rest[taken..],
            None => {
                plain.push_str(&rest[..1]);
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    let lines = plain.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Bytes of the tag that `text` begins with. `<` before a space or at the end is a sign of its own.
fn tag(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    if !inner.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '!' | '?')) {
        return None;
    }
    let end = inner.find(['>', '<'])?;
    inner[end..].starts_with('>').then_some(end + 2)
}

/// Bytes of a `{\an8}` or `{y:i}` that `text` begins with.
fn override_code(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('{')?;
    let is_code = inner.starts_with('\\') || inner.as_bytes().get(1) == Some(&b':');
    let end = inner.find(['}', '\n'])?;
    (is_code && inner[end..].starts_with('}')).then_some(end + 2)
}

/// The character of the entity that `text` begins with (none for marks of direction), and its bytes.
fn entity(text: &str) -> Option<(Option<char>, usize)> {
    /// Longest name of an entity that is looked for.
    const LONGEST: usize = 10;
    let inner = text.strip_prefix('&')?;
    let end = inner
        .bytes()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    let name = &inner[..end];
    let semicolon = usize::from(inner[end..].starts_with(';'));
    let number = |digits: &str, radix| {
        u32::from_str_radix(digits, radix)
            .ok()
            .and_then(char::from_u32)
    };
    let c = match name.to_ascii_lowercase().as_str() {
        "nbsp" => Some(' '),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "lrm" | "rlm" => None,
        name => {
            let digits = name.strip_prefix('#')?;
            Some(match digits.strip_prefix('x') {
                Some(hex) => number(hex, 16)?,
                None => number(digits, 10)?,
            })
        }
    };
    Some((c, 1 + end + semicolon))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_signs_stay() {
        assert_eq!(
            plain("<i>It</i> rains &amp; <b>pours</b>."),
            "It rains & pours."
        );
        assert_eq!(plain("{\\an8}위에 뜬 자막"), "위에 뜬 자막");
        assert_eq!(plain("1 < 2 & 3 <3 {sic}"), "1 < 2 & 3 <3 {sic}");
        assert_eq!(
            plain("<v Rhee>금리를&nbsp;\n&nbsp;\n동결했다.</v>"),
            "금리를\n동결했다."
        );
        assert_eq!(plain("&#xAC00;&#44;&bogus"), "가,&bogus");
    }
}
