//! A disguise taken off each run of letters and digits by itself.

/// The text with every run of letters and digits that `undo` can undo undone, if there is one.
pub(super) fn each_chunk(text: &str, undo: impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut undone = None::<String>;
    let mut copied = 0;
    for chunk in text.split(|c: char| !c.is_alphanumeric()).filter(|chunk| !chunk.is_empty()) {
        if let Some(before) = undo(chunk) {
            let start = chunk.as_ptr() as usize - text.as_ptr() as usize;
            let undone = undone.get_or_insert_default();
            undone.push_str(text.get(copied..start).unwrap_or_default());
            undone.push_str(&before);
            copied = start + chunk.len();
        }
    }
    undone.map(|undone| undone + text.get(copied..).unwrap_or_default())
}

/// The same as [`each_chunk`], for texts of ASCII alone.
pub(super) fn each_plain_chunk(text: &str, undo: impl Fn(&str) -> Option<String>) -> Option<String> {
    if text.is_ascii() { each_chunk(text, undo) } else { None }
}
