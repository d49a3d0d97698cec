//! What the columns of a table are.

/// A column with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The file of the English text; of the Korean one.
    En,
    Ko,
    /// The text itself.
    EnText,
    KoText,
    /// The source of a page.
    EnHtml,
    KoHtml,
    /// Where a text came from.
    EnUrl,
    KoUrl,
    Id,
    Score,
    Margin,
    How,
    Why,
    State,
    Of,
    Glossary,
    Pins,
    Domain,
    Reviewer,
    Licence,
}

impl Column {
    const ALL: [(Column, &'static str, &'static [&'static str]); 20] = [
        (
            Column::En,
            "en",
            &["en_path", "en_file", "english", "영어", "영문"],
        ),
        (
            Column::Ko,
            "ko",
            &["ko_path", "ko_file", "korean", "한국어", "국문"],
        ),
        (Column::EnText, "en_text", &[]),
        (Column::KoText, "ko_text", &[]),
        (Column::EnHtml, "en_html", &[]),
        (Column::KoHtml, "ko_html", &[]),
        (Column::EnUrl, "en_url", &[]),
        (Column::KoUrl, "ko_url", &[]),
        (Column::Id, "id", &[]),
        (Column::Score, "score", &[]),
        (Column::Margin, "margin", &[]),
        (Column::How, "how", &[]),
        (Column::Why, "why", &[]),
        (Column::State, "state", &[]),
        (Column::Of, "of", &[]),
        (Column::Glossary, "glossary", &[]),
        (Column::Pins, "pins", &[]),
        (Column::Domain, "domain", &[]),
        (Column::Reviewer, "reviewer", &[]),
        (Column::Licence, "licence", &["license", "rights"]),
    ];

    /// The column that a heading names, in any letter case.
    pub fn named(name: &str) -> Option<Column> {
        let name = name.trim().to_lowercase().replace([' ', '-'], "_");
        let found = Column::ALL
            .into_iter()
            .find(|(_, own, others)| *own == name || others.contains(&name.as_str()));
        found.map(|(column, ..)| column)
    }

    pub fn as_str(self) -> &'static str {
        let found = Column::ALL.into_iter().find(|(column, ..)| *column == self);
        found.map_or("", |(_, name, _)| name)
    }
}
