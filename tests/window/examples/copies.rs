//! Puts a page on the clipboard as a browser does, as HTML and as plain text, until another program copies something.
//!
//! `cargo run -p jjak-window-tests --example copies -- PAGE.html "its text"`

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let (Some(page), Some(text)) = (words.next(), words.next()) else {
        return Err("give a file of HTML and its plain text".into());
    };
    let html = std::fs::read_to_string(page)?;
    let mut clipboard = arboard::Clipboard::new()?;
    let set = clipboard.set();
    #[cfg(target_os = "linux")]
    let set = arboard::SetExtLinux::wait(set);
    Ok(set.html(html, Some(text))?)
}
