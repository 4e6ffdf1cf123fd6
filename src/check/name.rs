//! What stands in a text without links: a name, or none.

use super::moment::is_moment;
use super::named::named;
use super::sentence::{calls_a_secret, is_exclaimed, is_sentence, names_a_meeting};
use super::signs::AROUND;
use crate::guess::{Kind, assess};

/// Maximum number of words of a name that is typed with spaces. Chosen because a sentence has more, mostly.
const WORDS_MAX: usize = 4;

/// Maximum number of words of a passphrase that is typed with spaces: the longest that are made for keys have as many.
const MADE_MAX: usize = 24;

/// Maximum number of characters of a name that is typed with spaces. Chosen because what is longer is a sentence, also in
/// a script that has no spaces between words.
const SPACED_MAX: usize = 40;

/// Maximum number of names that are offered. Chosen because a popup has no room for more.
const OFFERED_MAX: usize = 3;

/// Maximum number of lines that are looked at. Chosen because no invitation has more.
const LINES_MAX: usize = 500;

/// The only name that `text` is; `None` for sentences, numbers, dates, and several lines. A slash says that what follows is
/// a name, whatever it looks like.
pub(super) fn single(text: &str) -> Option<&str> {
    let is_exclaimed = is_exclaimed(text.trim());
    let text = within(text);
    let is_said = text.starts_with('/');
    let is_single = !text.contains(['\n', '\r']) && could_be(text.trim_start_matches('/'));
    let gives_one = || text.contains(char::is_whitespace) && named(text, could_be).is_some();
    (is_single && (is_said || !is_exclaimed && names_a_meeting(text) && !gives_one())).then_some(text)
}

/// Names that `text` gives, or that stand on a line of their own in it, the likeliest first, with a slash before what is
/// hardly one. What `is_link` says of, a number, what stands below the word PIN, and among other lines a greeting are none.
pub(super) fn on_lines(text: &str, is_link: impl Fn(&str) -> bool) -> Vec<String> {
    let (mut names, mut others): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut was_secret = false;
    let lines: Vec<&str> =
        text.lines().take(LINES_MAX).map(str::trim).filter(|line| !line.is_empty()).collect();
    for whole in &lines {
        if names.len() == OFFERED_MAX {
            break;
        }
        let given = named(whole, could_be);
        let line = given.unwrap_or_else(|| within(whole));
        // It says what the next one is.
        let is_heading = whole.ends_with([':', '：']);
        let names_secret = calls_a_secret(line);
        let is_secret = names_secret || was_secret && given.is_none();
        was_secret = names_secret;
        if is_secret || is_heading || line.chars().all(char::is_numeric) || !could_be(line) || is_link(line) {
            continue;
        }
        if !is_exclaimed(whole) && names_a_meeting(line) {
            if !names.iter().any(|name| name == line) {
                names.push(line.to_owned());
            }
        } else if others.len() < OFFERED_MAX && (line.contains(char::is_whitespace) || lines.len() == 1) {
            others.push(format!("/{line}"));
        }
    }
    names.extend(others);
    names.truncate(OFFERED_MAX);
    names
}

/// Maximum number of things around a name that are taken off. Chosen because nobody puts more around one.
const LAYERS_MAX: usize = 8;

/// `text` without what is put around a name, before it in a list, and behind it at the end of a sentence.
fn within(text: &str) -> &str {
    let ends =
        |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…') || is_stop(c);
    let mut text = text.trim();
    for _ in 0..LAYERS_MAX {
        let around = AROUND.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
        // Letters alone are emphasised: in what was drawn there are digits, and it may begin and end so.
        let is_written = |name: &&str| {
            name.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, '_' | '-'))
        };
        let emphasised = || text.strip_prefix('_')?.strip_suffix('_').filter(is_written);
        let listed = || {
            let (mark, name) = text.split_once(char::is_whitespace)?;
            let is_mark =
                mark.trim_end_matches(['.', ')']).chars().all(char::is_numeric) && mark.ends_with(['.', ')']);
            (is_mark || !mark.contains(char::is_alphanumeric)).then_some(name).or_else(|| {
                let (name, mark) = text.rsplit_once(char::is_whitespace)?;
                (!mark.contains(char::is_alphanumeric)).then_some(name)
            })
        };
        let channel = || text.strip_prefix('#').filter(|name| name.starts_with(char::is_alphanumeric));
        // A text of several words with a sign at its end is a sentence.
        let ended = || Some(text.trim_end_matches(ends)).filter(|name| !name.contains(char::is_whitespace));
        match around.or_else(emphasised).or_else(listed).or_else(channel).or_else(ended).map(str::trim) {
            Some(inner) if inner.len() < text.len() && !inner.is_empty() => text = inner,
            _ => break,
        }
    }
    text
}

/// Whether `c` ends a sentence, in scripts other than Latin.
const fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '，' | '、' | '؟' | '،' | '۔' | '।')
}

/// A name without the settings that stand behind it as in a link, which may hold another address.
fn name_of(text: &str) -> &str {
    text.split(['#', '?']).next().unwrap_or_default()
}

/// Maximum number of bytes of a name. Chosen because browsers take no longer addresses, and the judge's time grows faster
/// than the name.
pub(super) const NAME_MAX: usize = 2000;

/// Whether `text` could be a name, and is none of the things that are none.
fn could_be(text: &str) -> bool {
    if text.len() > NAME_MAX {
        return false;
    }
    let words = text.split_whitespace().take(MADE_MAX + 1).count();
    if (2..=MADE_MAX).contains(&words) && is_made(text) {
        return true;
    }
    let is_one = words == 1 || words <= WORDS_MAX && text.chars().take(SPACED_MAX + 1).count() <= SPACED_MAX;
    let has_address = if text.contains(char::is_whitespace) { text } else { name_of(text) }.contains("://");
    let is_site = text.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www."));
    let is_other = has_address || is_site || is_mail_address(text) || text.contains("</");
    is_one
        && text.contains(char::is_alphanumeric)
        && !is_other
        && !is_number(text)
        && !is_sentence(text)
        && !is_moment(text)
}

/// Whether all of `text` is what a public generator makes: a passphrase that is written with spaces.
fn is_made(text: &str) -> bool {
    matches!(&assess(text).parts[..], [only] if matches!(only.kind, Kind::Generator { .. }))
}

/// Whether `text` holds the address of somebody's mail.
fn is_mail_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(_, host)| host.contains('.'))
}

/// Minimum number of digits of a number to be dialled, with signs between them. Chosen because numbers of towns and
/// villages have as many.
const DIALLED: usize = 6;

/// Minimum number of digits of a PIN or of a number to be dialled that a word says what it is. Chosen because PINs have as
/// many.
const NAMED: usize = 4;

/// Whether `text` is a telephone number or a PIN, as people write them, with a word that says so or without. Digits alone
/// can be a name, and so can a word and a year.
fn is_number(text: &str) -> bool {
    let is_part = |c: char| {
        c.is_numeric()
            || matches!(c, ' ' | '+' | '-' | '.' | '(' | ')' | '/' | '#' | '*' | ',' | ';' | '\u{a0}')
    };
    let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).count();
    if text.chars().all(is_part) {
        let is_spaced = text.contains([' ', '+', '(', '#', ',', ';', '\u{a0}']);
        return is_spaced || digits(text) >= DIALLED && !text.chars().all(char::is_numeric);
    }
    let is_year = |word: &str| word.len() == NAMED && (word.starts_with("19") || word.starts_with("20"));
    let numbers: Vec<&str> = text.split_whitespace().filter(|word| word.chars().all(is_part)).collect();
    numbers.iter().filter(|word| !is_year(word)).map(|word| digits(word)).sum::<usize>() >= NAMED
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(text: &str) -> Vec<String> {
        on_lines(text, |_| false)
    }

    #[test]
    fn a_name_is_told_from_a_sentence_and_a_number() {
        for name in [
            "crumpet obsessed vagrancy tidings flyer",
            "standup",
            "weekly standup",
            " acme/standup ",
            "Team Sync 2026",
            "12345",
            "会议室",
            "pol.is",
            "Mira und Tom",
            "Tag der offenen Tür",
            "Reunión de equipo",
            "重点项目会",
            "팀 회의",
            "ประชุมทีม",
            "50%",
            "12-34",
            "Retro 19 2026",
            "a@b",
        ] {
            assert_eq!(single(name), Some(name.trim()), "{name}");
        }
        for text in [
            "今晚八点在Jitsi开会，会议室叫standup",
            "We meet tonight at eight",
            "See you at eight, Mira",
            "Kommst du heute?",
            "+1.512.647.1431,,1234#",
            "1234 567 890#",
            "PIN: 4711",
            "Conference PIN 4711",
            "Einwahl 089 38038719",
            "☎ 089 38038719",
            "ID 812 3456 7890",
            "089-38038719",
            "٠١٢٣ ٤٥٦ ٧٨٩",
            "ana@example.org",
            "Ana Example <ana@example.org>",
            "<p>Hallo</p>",
            "ประชุมพรุ่งนี้เวลา 10 โมงเช้า ห้องเดิมนะครับทุกคน",
            "今晚八点开会",
            "会議は明日です",
            "내일 회의해요",
            "พรุ่งนี้เจอกันนะ",
            "See you tomorrow",
            "Bis gleich",
            "Увидимся завтра",
            "سنبدأ بعد قليل",
            "Der Raum heißt standup",
            "Sala chamada \"standup\"",
            "room = standup",
            "18:30",
            "15. Juli 2026",
            "7月15日（三）20:00",
            "Standup 9:30",
            "오후 8시",
            "8 pm",
            "a\nb",
            "…",
            "",
        ] {
            assert_eq!(single(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_put_around_a_name_is_none_of_it() {
        for text in [
            "„standup“",
            "<standup>",
            "standup.",
            " \"standup\". ",
            "_standup_",
            "1. standup",
            "📹 standup",
            "#standup",
            "「standup」",
            "- standup",
            "«\u{a0}standup »",
        ] {
            assert_eq!(single(text), Some("standup"), "{text}");
        }
        assert_eq!(single("_x1_"), Some("_x1_"), "which is a name that can be drawn");
    }

    #[test]
    fn what_is_hardly_a_name_is_offered_and_judged_when_it_is_said_to_be_one() {
        assert_eq!((single("Neslyším tě"), offered("Neslyším tě")), (None, vec!["/Neslyším tě".to_owned()]));
        assert_eq!(single("/Neslyším tě"), Some("/Neslyším tě"));
        assert_eq!(single("/See you tomorrow"), None);
        assert_eq!(single("amber trumpet lagoon visor"), Some("amber trumpet lagoon visor"));
    }

    #[test]
    fn a_greeting_is_no_name_and_is_judged_when_it_is_said_to_be_one() {
        for text in
            ["Danke!", "Hallo", "Merci.", "ok", "Спасибо!", "Super!", "Perfekt!", "谢谢", "Gracias 😊"]
        {
            assert_eq!(single(text), None, "{text}");
        }
        for name in ["standup!", "Vorstand!", "garden-club!", "Jour fixe", "Kick off"] {
            assert!(single(name).is_some(), "{name}");
        }
        assert_eq!((offered("Danke!"), single("/Danke")), (vec!["/Danke".to_owned()], Some("/Danke")));
        assert_eq!(offered("Hallo,\n\nwir treffen uns in\nvorstand\n\nDanke!\nMira"), ["vorstand", "Mira"]);
    }

    #[test]
    fn what_stands_on_a_line_alone_is_offered() {
        let text = "Let us meet on Jitsi tonight. The room is\n\n  weekly-standup \nweekly-standup\n\nPIN: 123\n+49 30 123456\nMira";
        assert_eq!(offered(text), ["weekly-standup", "Mira"]);
    }

    #[test]
    fn what_is_said_to_be_a_room_is_offered() {
        for text in
            ["Raumname: Plenum\nPasswort: k7mq2x", "PIN\nRoom: Plenum\nk7mq2x see", "Raum „Plenum“ um acht"]
        {
            assert_eq!(offered(text), ["Plenum"], "{text}");
        }
    }

    #[test]
    fn no_secret_and_no_number_is_offered() {
        for text in [
            "Einwahl: +49 89 38038719\nPIN\n3415629817",
            "Kenncode:\naB3cD4",
            "Dein Passwort:\naB3cD4",
            "Your passcode is:\nPIN:\naB3cD4",
            "Meeting-ID\n812345678\nPasscode\n\nk7mq2x",
            "Mot de passe\nk7mq2x",
            "密码\nk7mq2x",
            "Raumpasswort: k7mq2x",
            "Room key: k7mq2x",
        ] {
            assert_eq!(offered(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn no_secret_no_time_and_no_address_is_the_name_of_a_room() {
        for line in [
            "Raum-Passwort: k7mq2xPw",
            "Raumpasswort: k7mq2xPw",
            "Schlüssel zum Raum: k7mq2xPw",
            "Mot de passe de la salle \"k7mq2xPw\"",
            "The password of the meeting is called k7mq2xPw",
            "会议密码：k7mq2x",
            "Meeting-ID: 83920174",
            "Call: +49 89 1234567",
            "Meeting at 10:30 Garden",
            "Room: https://meet.jit.si",
            "Join: see the calendar",
            "Wie heißt der Raum?",
            "Lunch: soup",
        ] {
            assert_eq!(named(line, could_be), None, "{line}");
        }
    }
}
