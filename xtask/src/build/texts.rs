//! What the extension says, as it is packed.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

/// Takes from the `messages.json` of every language in `locales` what only translators read, and has each message be a
/// line: the ten files are a sixth of the package.
///
/// # Errors
///
/// When a file cannot be read or written, or holds no messages.
pub(super) fn shorten(locales: &Path) -> anyhow::Result<()> {
    for language in fs::read_dir(locales)? {
        let file = language?.path().join("messages.json");
        let short = shortened(&fs::read_to_string(&file)?)?;
        fs::write(file, short)?;
    }
    Ok(())
}

fn shortened(messages: &str) -> serde_json::Result<String> {
    let mut messages: Map<String, Value> = serde_json::from_str(messages)?;
    for message in messages.values_mut().filter_map(Value::as_object_mut) {
        message.shift_remove("description");
    }
    let lines = messages.iter().map(|(key, message)| format!("{}:{message}", Value::from(key.as_str())));
    Ok(format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_message_is_a_line_in_the_order_of_the_source() {
        let source = r#"{
          "title": { "message": "A \"room\" → $1", "description": "$1 is a name." },
          "description": { "message": "Two\nlines" }
        }"#;
        let short = shortened(source).unwrap();
        assert_eq!(
            short,
            "{\n\"title\":{\"message\":\"A \\\"room\\\" → $1\"},\n\"description\":{\"message\":\"Two\\nlines\"}\n}\n"
        );
        let messages: Value = serde_json::from_str(&short).unwrap();
        assert_eq!(messages["description"]["message"], "Two\nlines");
    }
}
