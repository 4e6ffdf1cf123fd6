//! Reads the string lists that packages write as JavaScript, TypeScript or Python.

use anyhow::{Context, Result};

/// The quoted strings of the bracketed list that follows `marker` in `source`.
pub(super) fn list_after(source: &str, marker: &str) -> Result<Vec<String>> {
    let start = source.find(marker).with_context(|| format!("no {marker:?}"))? + marker.len();
    Ok(strings(&source[start..]))
}

/// The quoted strings up to where the bracket that is opened first, or was open, is closed.
fn strings(source: &str) -> Vec<String> {
    let (mut found, mut depth) = (Vec::new(), 0_i32);
    let mut chars = source.chars();
    while let Some(c) = chars.next() {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => {
                depth -= 1;
                if depth <= 0 {
                    break;
                }
            }
            '#' => while chars.next().is_some_and(|c| c != '\n') {},
            '"' | '\'' => {
                let mut text = String::new();
                while let Some(inner) = chars.next() {
                    match inner {
                        '\\' => text.extend(chars.next()),
                        inner if inner == c => break,
                        inner => text.push(inner),
                    }
                }
                found.push(text);
            }
            _ => {}
        }
    }
    found
}

/// The words of entries such as `{ word: "air", ... }`, between two markers.
pub(super) fn words_between(source: &str, from: &str, to: &str) -> Result<Vec<String>> {
    let start = source.find(from).with_context(|| format!("no {from:?}"))?;
    let end = source[start..].find(to).map_or(source.len(), |end| start + end);
    Ok(source[start..end]
        .split("word: \"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"').map(|(word, _)| word.to_owned()))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_where_its_bracket_does() {
        let source = r#"var a = ["x", 'y\'z' /* */]; const b = ["no"]"#;
        assert_eq!(list_after(source, "var a =").unwrap(), ["x", "y'z"]);
    }
}
