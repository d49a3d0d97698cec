//! Office documents: zip files of XML. One reader a format, on a common walk through packages and markup.

mod choices;
mod docx;
mod docx_properties;
mod docx_styles;
mod drawing;
mod epub;
mod epub_book;
mod flow;
mod hangul;
mod hwpml;
mod hwpx;
mod hwpx_head;
mod markup;
mod odf_styles;
mod odp;
mod ods;
mod odt;
mod opc;
mod package;
mod pptx;
pub mod sheet;
mod sheet_formats;
pub(crate) mod word_table;
mod workbook;
mod xlsx;

use super::{Fault, Imported};
use jjak_core::article::Provenance;
use package::Package;

pub use epub::Chapter;
pub(super) use hwpml::article as hwpml;

/// The formats, told by what is in the package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Docx,
    Pptx,
    Xlsx,
    Odt,
    Odp,
    Ods,
    Hwpx,
    Epub,
}

/// An article of a zipped document, whatever its file is called; of a book, of the whole or the chapter asked for.
///
/// # Errors
/// [`Fault`].
pub(super) fn article(
    bytes: &[u8],
    chapter: Option<&str>,
    provenance: Provenance,
) -> Result<Imported, Fault> {
    let mut package = Package::open(bytes)?;
    let (format, main) = format(&mut package)?;
    match format {
        Format::Docx => docx::article(package, &main, provenance),
        Format::Pptx => pptx::article(package, &main, provenance),
        Format::Xlsx => xlsx::article(package, &main, provenance),
        Format::Odt => odt::article(package, provenance),
        Format::Odp => odp::article(package, provenance),
        Format::Ods => xlsx::open_document(package, provenance),
        Format::Hwpx => hwpx::article(package, provenance),
        Format::Epub => epub::article(package, chapter, provenance),
    }
}

/// The chapters of a book; other formats have none.
///
/// # Errors
/// [`Fault`].
pub(super) fn chapters(bytes: &[u8]) -> Result<Vec<Chapter>, Fault> {
    let mut package = Package::open(bytes)?;
    match format(&mut package)? {
        (Format::Epub, _) => epub::chapters(package),
        _ => Ok(Vec::new()),
    }
}

/// The format, and its main part where a package can call it what it likes.
fn format(package: &mut Package) -> Result<(Format, String), Fault> {
    let named = package.find("mimetype")?.unwrap_or_default();
    let named = named.trim();
    let format = if package.has("[Content_Types].xml") {
        return opc::main(package);
    } else if named == "application/hwp+zip" || package.has("Contents/content.hpf") {
        Format::Hwpx
    } else if named == "application/epub+zip" {
        Format::Epub
    } else if named.starts_with("application/vnd.oasis.opendocument.text")
        || (named.is_empty() && package.has("content.xml"))
    {
        Format::Odt
    } else if named.starts_with("application/vnd.oasis.opendocument.presentation") {
        Format::Odp
    } else if named.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        Format::Ods
    } else if named.starts_with("application/vnd.oasis.opendocument") {
        return Err(Fault::Unread {
            what: "an OpenDocument drawing or formula",
            advice: "copy its text",
        });
    } else if package.has("META-INF/container.xml") {
        Format::Epub
    } else {
        return Err(Fault::Unread {
            what: "a zip archive",
            advice: "unpack it and use the file inside",
        });
    };
    Ok((format, String::new()))
}

/// Whether the list of a package's parts, as OpenDocument and HWPX have it, says that some are encrypted.
fn is_encrypted(package: &mut Package) -> Result<bool, Fault> {
    let manifest = package.find("META-INF/manifest.xml")?;
    Ok(manifest.is_some_and(|manifest| manifest.contains("encryption-data")))
}
