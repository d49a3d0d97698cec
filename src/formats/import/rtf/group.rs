//! What holds within a pair of braces.

/// Where the text of a group goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Destination {
    #[default]
    Text,
    Fonts,
    Stylesheet,
    Title,
    Author,
    /// A bullet or number: none of the text, but it makes the paragraph a list item.
    ListMark,
    /// A text given twice, for old programs and for those that know Unicode.
    Ansi,
    Unicode,
    Note,
    Head,
    Skipped,
}

/// Properties of characters and paragraphs, which end with the group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub destination: Destination,
    pub font: Option<i32>,
    /// The font of East Asian text, and whether text is said to be such, if anything is said.
    pub wide_font: Option<i32>,
    pub is_wide: Option<bool>,
    /// How many characters follow a `\u` for programs that do not know it.
    pub skip: usize,
    pub hidden: bool,
    pub deleted: bool,
    pub style: Option<i32>,
    pub outline: Option<i32>,
    pub in_table: bool,
    pub in_list: bool,
}

impl Default for Group {
    fn default() -> Group {
        Group {
            destination: Destination::Text,
            font: None,
            wide_font: None,
            is_wide: None,
            skip: 1,
            hidden: false,
            deleted: false,
            style: None,
            outline: None,
            in_table: false,
            in_list: false,
        }
    }
}

impl Group {
    /// A group within this one.
    pub(super) fn inner(&self) -> Group {
        let mut inner = *self;
        if self.destination == Destination::Stylesheet {
            (inner.style, inner.outline) = (Some(0), None);
        }
        inner
    }

    pub(super) fn reset_paragraph(&mut self) {
        (self.style, self.outline) = (None, None);
        (self.in_table, self.in_list) = (false, false);
    }
}

/// Where the control word `word` sends the text of its group, if it does. Those marked by `\*` that are not known are
/// skipped, as the specification wants.
pub(super) fn destination(word: &str, starred: bool) -> Option<Destination> {
    Some(match word {
        "fonttbl" => Destination::Fonts,
        "stylesheet" => Destination::Stylesheet,
        "title" => Destination::Title,
        "author" => Destination::Author,
        "listtext" | "pntext" => Destination::ListMark,
        "footnote" | "ftnalt" => Destination::Note,
        "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr"
        | "footerf" => Destination::Head,
        "upr" => Destination::Ansi,
        "ud" => Destination::Unicode,
        // Text within what old readers skip.
        "shppict" | "shpinst" | "shptxt" | "shpgrp" | "do" | "dptxbxtext" | "fldrslt"
        | "result" => Destination::Text,
        "colortbl" | "listtable" | "listoverridetable" | "revtbl" | "rsidtbl" | "generator"
        | "pict" | "objdata" | "fldinst" | "datafield" | "sp" | "shprslt" | "nonshppict"
        | "pntxta" | "pntxtb" | "pnseclvl" | "xe" | "tc" | "rxe" | "bkmkstart" | "bkmkend"
        | "annotation" | "atnid" | "atnauthor" | "atntime" | "atnicn" | "atnref" | "atnparent"
        | "atrfstart" | "atrfend" | "ftnsep" | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc"
        | "aftncn" | "nonesttables" | "themedata" | "colorschememapping" | "latentstyles"
        | "datastore" | "xmlnstbl" | "mmathPr" | "template" | "subject" | "operator"
        | "keywords" | "comment" | "doccomm" | "hlinkbase" | "manager" | "company" | "category"
        | "creatim" | "revtim" | "printim" | "buptim" | "filetbl" | "private" | "falt"
        | "panose" | "objclass" | "objname" | "objalias" | "objsect" => Destination::Skipped,
        "cs" | "ds" | "ts" if starred => return None,
        _ if starred => Destination::Skipped,
        _ => return None,
    })
}
