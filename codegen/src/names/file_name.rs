//! Names that are those of files too: a module's must be one on every system.

use unicode_normalization::UnicodeNormalization;

/// Names that Windows keeps for devices, whatever the extension.
const DEVICES: [&str; 6] = ["aux", "con", "nul", "prn", "com", "lpt"];

/// The longest name: with an ending it stays below what every file system takes.
const LONGEST: usize = 80;

/// The name in ASCII, since a module's file is not found by any other, and not too long for a file's.
///
/// Letters lose their marks (`größe` is `grosse`); one that is none without it becomes its number.
pub(super) fn plain(name: &str) -> String {
    let name = if name.is_ascii() { name.to_owned() } else { name.chars().map(ascii).collect() };
    if name.len() <= LONGEST {
        return name;
    }
    // The end of a long name tells it from others, so that it is not lost without a trace.
    let start = name[..LONGEST - 9].trim_end_matches('_');
    format!("{start}_{:08x}", checksum(&name))
}

/// The name, unless a system or cargo keeps it for itself.
pub(super) fn free(name: String) -> String {
    let device = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_device = DEVICES.contains(&device) && name.len() <= device.len() + 1;
    if is_device || name == "lib" { format!("{name}_") } else { name }
}

fn ascii(letter: char) -> String {
    let is_ascii = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '_';
    let bare: String = letter.nfkd().filter(is_ascii).collect();
    if !bare.is_empty() {
        return bare.to_lowercase();
    }
    // `ß` is two letters where it stands in a name in capitals.
    let capital: String = letter.to_uppercase().filter(is_ascii).collect();
    if capital.is_empty() { format!("u{:x}", u32::from(letter)) } else { capital.to_lowercase() }
}

/// FNV-1a: the same on every machine.
fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_outside_ascii_lose_their_marks_or_become_numbers() {
        let names = ["id", "gr\u{F6}\u{DF}e", "\u{E9}t\u{E9}", "\u{5E74}_id", "\u{FB01}ne"];
        assert_eq!(names.map(plain), ["id", "grosse", "ete", "u5e74_id", "fine"]);
    }

    #[test]
    fn a_long_name_is_cut_and_stays_itself() {
        let long = "a".repeat(300);
        let cut = plain(&long);
        assert_eq!((cut.len(), &cut[..71]), (LONGEST, &long[..71]));
        assert_ne!(cut, plain(&format!("{long}b")));
        assert_eq!(plain(&"b".repeat(LONGEST)), "b".repeat(LONGEST));
    }
}
