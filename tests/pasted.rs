//! What people paste, and what is found in it: `tests/pasted`.
//!
//! Each file holds texts of one kind: a line `=== FOUND`, and below it the text. A character that an editor would not
//! show stands there as `{U+200B}`. Found is what `examples/check.rs` prints.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::fs;
use std::path::Path;

use hushroom::check::check;
use hushroom::guess::Verdict;
use hushroom::jitsi::{RoomName, Server};
use hushroom::settings::Watched;
use proptest::prelude::*;

/// What is found in `text` by somebody whose server is meet.jit.si.
fn found(text: &str) -> String {
    check(text, &Server::default(), &Watched::default())
        .map_or_else(|_| "none".to_owned(), |checked| checked.key())
}

/// A text of a file, with the characters that are written by their numbers.
fn read(text: &str) -> String {
    let mut pieces = text.split("{U+");
    let mut read = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once('}').unwrap();
        read.push(char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap());
        read.push_str(rest);
    }
    read
}

#[test]
fn in_each_text_the_right_room_is_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pasted");
    let (mut texts, mut wrong) = (0, Vec::new());
    for entry in fs::read_dir(folder).unwrap() {
        let file = format!("\n{}", fs::read_to_string(entry.unwrap().path()).unwrap());
        for part in file.split("\n=== ").skip(1) {
            let (wanted, text) = part.split_once('\n').unwrap();
            let text = read(text.strip_suffix('\n').unwrap_or(text));
            texts += 1;
            let got = found(&text);
            if got != wanted {
                wrong.push(format!("{text:?}\n  is {wanted} and not {got}"));
            }
        }
    }
    assert!(wrong.is_empty(), "of {texts} texts {} are read wrongly:\n{}", wrong.len(), wrong.join("\n"));
    assert!(texts > 200, "{texts} texts are too few to be all");
}

/// What a link stands in: the text around it, and how it is written there.
const SHAPES: &[(&str, &str, Written)] = &[
    ("", "", plain),
    ("", ".Bis gleich", plain),
    ("", "!See you", plain),
    ("Join: ", " tonight", plain),
    ("(", ").", plain),
    ("会议链接：", "，今晚八点开始", plain),
    ("会議は", "です", plain),
    ("ลิงก์", "เข้าร่วม", plain),
    ("회의는 ", "에서", plain),
    ("Join<", ">", plain),
    ("Join<https://eur03.safelinks.protection.outlook.com/?url=", "&data=05%7C02&reserved=0>", encoded),
    ("https://nam12.safelinks.protection.outlook.com/ap/t-5/?url=", "&data=05", encoded),
    ("https://urldefense.proofpoint.com/v2/url?u=", "&d=DwMFaQ&c=x", proofpoint),
    ("https://urldefense.com/v3/__", "__;!!ABC!xyz$", plain),
    ("https://www.google.com/url?q=", "&sa=D", encoded),
    (
        "https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D",
        "%26h%3D1&sa=D",
        encoded_twice,
    ),
    ("<", "|Join>", plain),
    ("[Join](", ")", plain),
    ("{\"url\":\"", "\",\"pin\":1}", slashed),
    ("<a href=\"", "\">Join</a>", referenced),
    ("| Monday | ", " | 8 |", plain),
    ("|Monday|", "|8|", plain),
    ("DESCRIPTION:Join:\\n", "\\nTopic: weekly", plain),
    ("BEGIN:VEVENT\r\nDESCRIPTION:", "\\nBye\r\nEND:VEVENT", folded),
    ("Join us here: ", " tonight=C3=A9", quoted),
    ("\u{200b}", "\u{2060}", plain),
    ("\u{2068}", "\u{2069}.", plain),
    ("\u{1b}[4m", "\u{1b}[0m", plain),
    ("org.jitsi.meet:", "", plain),
];

type Written = fn(&str) -> String;

fn plain(link: &str) -> String {
    link.to_owned()
}

fn encoded(link: &str) -> String {
    let bytes = link
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") });
    bytes.collect()
}

fn encoded_twice(link: &str) -> String {
    encoded(&encoded(link))
}

fn proofpoint(link: &str) -> String {
    encoded(link).replace("%2F", "_").replace('%', "-")
}

fn slashed(link: &str) -> String {
    link.replace('/', "\\/")
}

fn referenced(link: &str) -> String {
    link.replace('&', "&amp;").replace('/', "&#x2F;")
}

fn folded(link: &str) -> String {
    let (head, tail) = link.split_at(link.len() / 2);
    format!("{head}\r\n {tail}")
}

fn quoted(link: &str) -> String {
    let (head, tail) = link.split_at(link.len() / 2);
    format!("{}=\n{}", head.replace('=', "=3D"), tail.replace('=', "=3D"))
}

#[test]
fn a_link_is_the_same_room_in_every_shape() {
    for (link, wanted) in [
        ("https://meet.jit.si/standup", "meet.jit.si/standup"),
        ("https://meet.jit.si/acme/GardenClub?x=1", "meet.jit.si/acme/gardenclub"),
        (
            "https://meet.jit.si/b06be4f9-6b1c-4874-a6a0-4fd59ad77b16/My-meeting",
            "meet.jit.si/b06be4f9-6b1c-4874-a6a0-4fd59ad77b16/my-meeting",
        ),
        ("https://meet.example.org/a/b/standup", "meet.example.org/a/b/standup"),
        ("https://meet.example.org:8443/standup", "meet.example.org:8443/standup"),
        ("https://meet.jit.si/Team%20Meeting", "meet.jit.si/team meeting"),
        ("https://meet.jit.si/static/dialInInfo.html?room=standup", "meet.jit.si/standup"),
    ] {
        for (before, after, written) in SHAPES {
            let text = format!("{before}{}{after}", written(link));
            assert_eq!(found(&text), wanted, "{text:?}");
        }
    }
}

/// Texts of pieces that are awkward to read.
const AWKWARD: &str = "(\\PC|[\r\n\t\\\\&=%<>()\\[\\]{}|\"',;:?#/]|https://|http%3A%2F%2F|meet.jit.si/|skype:|=\n|&amp;|\
    \\\\u00|\u{1b}\\[|\u{1b}\\]8;;|\u{200b}|https://l\\.facebook\\.com/l\\.php\\?u=|https://urldefense\\.com/v3/__|会|=\\?|\
    \\[\\.\\]|：／／|．|hxxps://|https://https://|mailto:\\?body=|&eacute;|%20|「|\
    Content-Transfer-Encoding: base64\n\n|BEGIN:VEVENT\n|\n ){0,60}";

proptest! {
    #[test]
    fn any_text_has_an_answer(text in AWKWARD) {
        found(&text);
    }

    #[test]
    fn a_link_is_read_the_same_in_every_shape(
        room in "[A-Za-z][A-Za-z0-9_-]{0,30}[A-Za-z0-9]", shape in 0..SHAPES.len(),
    ) {
        // A page that the server keeps for itself is no room.
        let alone = found(&format!("https://meet.jit.si/{room}"));
        let name = RoomName::from_segment(&room).unwrap();
        prop_assume!(alone == format!("meet.jit.si/{name}"));
        let (before, after, written) = SHAPES[shape];
        let text = format!("{before}{}{after}", written(&format!("https://meet.jit.si/{room}")));
        prop_assert_eq!(found(&text), alone, "{}", text);
    }
}

/// What sentences begin with that follow a link.
const SENTENCES: &str =
    "Bis gleich|See you there|Danke!|À demain|Hasta luego|Спасибо|PIN 1234|Let's start|今晚见";

/// The verdict on the room at `link`.
fn verdict(link: &str) -> Verdict {
    let checked = check(link, &Server::default(), &Watched::default());
    checked.unwrap().room().unwrap().assessment.verdict
}

proptest! {
    /// Neither longer nor shorter than it is.
    #[test]
    fn a_drawn_name_ends_where_a_sentence_goes_on(
        room in "[a-z0-9]{16}|[a-z]{4,8}(-[a-z]{4,8}){4}", sign in "[.,;!]|\\.\\.\\.", sentence in SENTENCES,
    ) {
        let alone = found(&format!("https://meet.jit.si/{room}"));
        prop_assume!(alone == format!("meet.jit.si/{room}"));
        let text = format!("Join: https://meet.jit.si/{room}{sign}{sentence}");
        prop_assert_eq!(found(&text), alone, "{}", text);
    }

    #[test]
    fn a_name_with_full_stops_is_read_whole(
        room in "[a-z][a-z0-9]{2,6}([.][a-z][a-z0-9]{2,6}){1,4}|[A-Z][a-z]{2,6}([.][A-Z][a-z]{2,6}){2,4}",
        after in "| um acht| tonight|\nMira",
    ) {
        let stops = ["html", "php", "pdf", "txt", "ics", "json", "png"];
        prop_assume!(!stops.iter().any(|ending| room.ends_with(ending)));
        // A word that sentences are made of is where one begins.
        let is_said = |piece: &str| found(&format!("{piece} standup")) == "none";
        prop_assume!(!room.to_lowercase().split('.').any(is_said));
        let text = format!("https://meet.jit.si/{room}{after}");
        prop_assert_eq!(found(&text), format!("meet.jit.si/{}", room.to_lowercase()));
    }

    /// Whatever stands behind a full stop, the verdict is that of the reading that is easier to guess, if it is uncertain.
    #[test]
    fn of_two_readings_the_one_that_is_easier_to_guess_counts(
        name in "[A-Za-z][a-z0-9]{2,12}", word in "[A-Z][a-z]{2,14}", sign in "[.]|<b>", after in " [a-z]{3,8}",
    ) {
        let text = format!("https://meet.jit.si/{name}{sign}{word}{after}");
        let stop = sign.trim_start_matches("<b>");
        let (short, whole) = (format!("https://meet.jit.si/{name}"), format!("https://meet.jit.si/{name}{stop}{word}"));
        prop_assume!([&short, &whole].iter().all(|link| found(link) != "none"));
        prop_assert!([found(&short), found(&whole)].contains(&found(&text)), "{}", text);
        prop_assert!(verdict(&text) <= verdict(&whole), "{}", text);
    }
}

/// How long this thread has worked, in nanoseconds. Other programs on the same processor do not count, where the
/// system says so.
fn worked() -> u128 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let told = told.and_then(|told| told.split(' ').next()?.parse().ok());
    told.unwrap_or_else(|| std::time::UNIX_EPOCH.elapsed().unwrap().as_nanos())
}

#[test]
fn a_longer_text_takes_longer_in_proportion() {
    /// An eighth of the longest text tried, in bytes.
    const SHORT: usize = 12_500;
    /// How many short texts are judged for one long one. Two say what eight would cost.
    const PIECES: u128 = 2;
    /// How long to measure them at least, in nanoseconds. Chosen because the system counts in steps of some milliseconds.
    const ENOUGH: u128 = 20_000_000;
    let repeated = [
        "https://meet.jit.si/a ",
        "https://meet.jit.si/",
        "https://example.org/?url=https%3A%2F%2Fa.example%2F ",
        "https://www.google.com/url?q=",
        "https://a.example/?x=https://",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D",
        "<https://a.example/\n",
        "https%3A%2F%2F",
        "skype:",
        "a.example/b",
        "a.",
        "(",
        "https://meet.jit.si/(",
        "https://meet.jit.si/a'",
        "https://meet.jit.si/a.Bis ",
        "https://meet.jit.si/a.Bitte",
        "A.",
        "Aa.B ",
        "/今",
        "<b>",
        "a<b>",
        "</b>",
        ",",
        "https://meet.jit.si/a,b",
        "#x=\"",
        "=\n",
        "=?UTF-8?Q?",
        "=?=?",
        "\\",
        "&amp;",
        "&",
        "\u{1b}]8;;",
        "\u{1b}[",
        "\u{200b}",
        "会",
        "会：",
        " ",
        "\n",
        "\n\n",
        "DESCRIPTION:x\n ",
        "aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gd29ybGQg",
        "tel:+1 ",
        "https://https://",
        "hxxps://",
        "http//",
        "mailto:?body=https://",
        "sms:;body=",
        "&eacute;",
        "\\ud83d",
        "[.]",
        "．",
        "ａ．",
        "：／",
        "%20",
        "https://meet.jit.si/%20",
        "「",
        "会议\n",
        "a b\n",
        "- ",
        "«",
    ];
    // One link or one name, and what makes it long.
    let grown = [
        ("https://meet.jit.si/a", "."),
        ("https://meet.jit.si/", "a"),
        ("https://meet.jit.si/a", "A."),
        ("https://meet.jit.si/a", ".Aa"),
        ("https://meet.jit.si/a", "/20時から"),
        ("https://meet.jit.si/a", "<b>a"),
        ("https://meet.jit.si/standup", "%2E"),
        ("https://meet.jit.si/standup#config=", "{\"a\":"),
        ("b ", "a"),
        ("", "a"),
    ];
    for (head, piece) in repeated.map(|piece| ("", piece)).into_iter().chain(grown) {
        let text = |length: usize| head.to_owned() + &piece.repeat(length / piece.len());
        let (short, long) = (text(SHORT), text(8 * SHORT));
        let (mut in_pieces, mut whole) = (0, 0);
        while in_pieces < ENOUGH {
            let start = worked();
            (0..PIECES).for_each(|_| drop(found(&short)));
            let between = worked();
            found(&long);
            (in_pieces, whole) = (in_pieces + between - start, whole + worked() - between);
        }
        // In proportion they take as long, and with the square the whole takes 8 times as long.
        let in_pieces = in_pieces * 8 / PIECES;
        assert!(
            whole < 4 * in_pieces,
            "{head:?} {piece:?}: {in_pieces} ns in pieces, and {whole} as a whole"
        );
    }
}
