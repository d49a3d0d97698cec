//! What paragraphs and runs of a Word document say of themselves.

use super::Fault;
use super::markup::{Markup, Tag};

/// What a paragraph says of itself.
#[derive(Default)]
pub(super) struct Properties {
    pub style: Option<String>,
    pub is_heading: bool,
    pub numbered: Option<bool>,
    /// Its end was deleted while changes were tracked, or it is a large first letter.
    pub goes_on: bool,
    /// The running heads of the section that ends with it.
    pub running: Vec<(String, bool)>,
}

impl Properties {
    /// Reads the `pPr` that was opened last.
    pub(super) fn read(markup: &mut Markup) -> Result<Properties, Fault> {
        let mut found = Properties::default();
        markup.inside(|markup, tag| {
            match tag.name.as_str() {
                "pStyle" => found.style = tag.get("val"),
                "outlineLvl" => found.is_heading = is_outline(tag),
                "numId" => found.numbered = Some(!tag.is("val", "0")),
                "del" | "moveFrom" => found.goes_on = true,
                "framePr" => {
                    let drop_cap = tag.get("dropCap");
                    found.goes_on = drop_cap.is_some_and(|kind| kind != "none");
                }
                "sectPr" => found.running = running_heads(markup)?,
                // How it was before a change.
                "pPrChange" | "rPrChange" => markup.skip()?,
                _ => {}
            }
            Ok(())
        })?;
        Ok(found)
    }
}

/// The headers (true) and footers, by their relation, of the `sectPr` that was opened last.
pub(super) fn running_heads(markup: &mut Markup) -> Result<Vec<(String, bool)>, Fault> {
    let mut running = Vec::new();
    markup.inside(|_, tag| {
        let is_head = tag.name == "headerReference";
        if is_head || tag.name == "footerReference" {
            running.push((tag.prefixed("id").unwrap_or_default(), is_head));
        }
        Ok(())
    })?;
    Ok(running)
}

/// What a run of characters says of itself.
#[derive(Default)]
pub(super) struct RunProperties {
    pub style: Option<String>,
    pub hidden: Option<bool>,
}

impl RunProperties {
    /// Reads the `rPr` that was opened last.
    pub(super) fn read(markup: &mut Markup) -> Result<RunProperties, Fault> {
        let mut found = RunProperties::default();
        markup.inside(|markup, tag| {
            match tag.name.as_str() {
                "rStyle" => found.style = tag.get("val"),
                "vanish" | "specVanish" => found.hidden = Some(is_on(tag)),
                "rPrChange" => markup.skip()?,
                _ => {}
            }
            Ok(())
        })?;
        Ok(found)
    }
}

/// Whether a property that is there holds.
pub(super) fn is_on(tag: &Tag) -> bool {
    !matches!(
        tag.get("val").as_deref(),
        Some("0" | "false" | "off" | "none")
    )
}

/// Whether an outline level is that of a heading; 9 is body text.
pub(super) fn is_outline(tag: &Tag) -> bool {
    let level = tag.get("val").and_then(|level| level.parse::<u8>().ok());
    level.is_some_and(|level| level < 9)
}
