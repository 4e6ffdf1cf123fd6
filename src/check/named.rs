//! What a text without links calls a room: `Raum: standup`, `the room is called standup`, `in room “standup”`.
//!
//! A word for a room, something that says that its name follows, and the name. Nothing of it is judged before somebody says
//! that it is meant: what follows may be the topic of a meeting, too.

use super::sentence::{announces_a_room, holds_a_secret, is_word_of_sentences, naming_word};
use super::signs::{AROUND, is_unspaced};

/// Maximum number of bytes of a line that is read. Chosen because nobody says in a longer one what a room is called, and the
/// time grows faster than the line.
const LINE_MAX: usize = 400;

/// The name of a room that `line` gives, if what it gives `could_be` one.
pub(super) fn named(line: &str, could_be: fn(&str) -> bool) -> Option<&str> {
    if line.len() > LINE_MAX {
        return None;
    }
    line.char_indices().find_map(|(at, _)| {
        let (before, rest) = line.split_at(at);
        let name = following(before, rest)?;
        (announces_a_room(before) && !holds_a_secret(before) && could_be(name)).then_some(name)
    })
}

/// What stands in `rest` behind a sign or a word that says that a name follows; `None` where it begins with neither.
fn following<'a>(before: &str, rest: &'a str) -> Option<&'a str> {
    if let Some(quoted) = quoted(rest).filter(|_| before.ends_with(is_apart)) {
        return Some(quoted);
    }
    if let Some(name) = rest.strip_prefix(is_colon) {
        // That of an address and of a time says nothing.
        let is_inside = name.starts_with("//") || before.ends_with(char::is_numeric);
        return (!is_inside).then(|| phrase(name));
    }
    let name =
        rest[naming_word(rest)?.len()..].trim_start_matches(|c: char| c.is_whitespace() || is_colon(c));
    quoted(name).or_else(|| phrase(name).split_whitespace().find(|word| !is_word_of_sentences(word)))
}

const fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '=')
}

/// Whether no word goes on behind `c`.
fn is_apart(c: char) -> bool {
    !c.is_alphanumeric() || is_unspaced(c)
}

/// What stands in quotation marks or emphasised at the beginning of `text`.
fn quoted(text: &str) -> Option<&str> {
    AROUND.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open).filter(|_| !matches!(open, '(' | '[' | '{' | '<' | '（'))?;
        inner.split_once(*close).map(|(name, _)| name.trim()).filter(|name| !name.is_empty())
    })
}

/// `text` up to where its sentence goes on.
fn phrase(text: &str) -> &str {
    let text = text.trim();
    let ends = |(at, c): (usize, char)| {
        let next = text[at + c.len_utf8()..].chars().next();
        let is_stop = matches!(c, ',' | ';' | '.' | '!' | '?') && next.is_none_or(char::is_whitespace);
        (is_stop || matches!(c, '(' | '（' | '，' | '、' | '。' | '；' | '،' | '؛')).then_some(at)
    };
    let end = text.char_indices().find_map(ends).unwrap_or(text.len());
    let phrase = text[..end].trim();
    quoted(phrase).unwrap_or(phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_is_named_behind_a_colon_or_a_word_or_in_quotation_marks() {
        for (line, name) in [
            ("Raum: standup", "standup"),
            ("Unser Jitsi-Raum: standup (Passwort: 1234)", "standup"),
            ("Videokonferenz via Jitsi, Raumname standup, Passwort 1234", "standup"),
            ("The meeting is in the Jitsi room \"weekly standup\".", "weekly standup"),
            ("the room is called standup", "standup"),
            ("The room name is standup", "standup"),
            ("Der Raum heißt Standup", "Standup"),
            ("Nom de la salle : « standup »", "standup"),
            ("Комната называется «планёрка»", "планёрка"),
            ("今晚八点在Jitsi开会，会议室叫standup", "standup"),
            ("会议室名称：产品例会，密码：8823", "产品例会"),
            ("ルーム名は「朝会」です", "朝会"),
            ("غرفة: اجتماع-الفريق", "اجتماع-الفريق"),
            ("room = standup", "standup"),
        ] {
            assert_eq!(named(line, |_| true), Some(name), "{line}");
        }
    }
}
