//! Jitsi Meet's own parser reads 20,000 addresses, and finds the same rooms.

#![allow(clippy::unwrap_used, reason = "what cannot be asked fails the test")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use hushroom::jitsi::{Address, AddressError, Server};
use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

/// The script that `cargo xtask test` makes of Jitsi's sources and of `tests/jitsi/parser.js`.
const SCRIPT: &str = "HUSHROOM_JITSI_PARSER";

/// How many are compared at least, and how many are asked about: some of them have no answer that can be compared.
const COUNT: usize = 20_000;
const ASKED: usize = 21_500;

/// What names are made of: what Jitsi keeps, changes, strips or decodes, and what a browser does.
const PIECES: [&str; 46] = [
    "standup",
    "Weekly",
    "-",
    "_",
    ".",
    "~",
    "%20",
    "+",
    "%2B",
    "%2F",
    "%2f",
    "Ä",
    "%C3%84",
    "ß",
    "İ",
    "ǅ",
    "ﬁ",
    "％",
    "①",
    "²",
    "é",
    "e\u{301}",
    "日本",
    "%E6%97%A5",
    "😀",
    "\u{200d}",
    "%00",
    "%7F",
    "%E2",
    "%ZZ",
    "%",
    "&",
    "=",
    "!",
    "$",
    "'",
    "(",
    ")",
    "*",
    ",",
    ";",
    ":",
    "@",
    "|",
    "\"",
    "a",
];

/// What stands between names.
const SLASHES: [&str; 7] = ["/", "/", "/", "//", "/%2F/", "/./", "/../"];

/// What may follow.
const ENDS: [&str; 9] = ["", "", "", "?jwt=a/b", "#config.p2p.enabled=false", "?a#b?c", "/", "?", "#/other"];

fn address(rng: &mut ChaCha12Rng) -> String {
    let mut address = "https://meet.example.org".to_owned();
    for _ in 0..rng.random_range(1..=2) {
        address += SLASHES.choose(rng).unwrap();
        for _ in 0..rng.random_range(1..=4) {
            address += PIECES.choose(rng).unwrap();
        }
    }
    address + ENDS.choose(rng).unwrap()
}

/// What Jitsi's client makes of `addresses`.
fn asked(script: &str, addresses: &[String]) -> Vec<String> {
    let mut node =
        Command::new("node").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = node.stdin.take().unwrap();
    let text: String = addresses.iter().flat_map(|address| [address, "\0"]).collect();
    // It reads all before it writes.
    input.write_all(text.as_bytes()).unwrap();
    drop(input);
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// The same of ours.
fn ours(address: &str) -> Result<String, AddressError> {
    let Address { tenant, room, .. } = Address::parse(address, &Server::default())?;
    let tenant = tenant.map(|tenant| tenant.encoded()).unwrap_or_default();
    Ok(format!("{tenant}\t{}", room.encoded()).to_lowercase())
}

/// Whether a link leads to `name`, a tenant or a room, as Jitsi reads it. Once it has taken the signs away that it does not
/// keep, it may be one of dots, which mean a folder in a link, or have a folder without a name.
fn has_link(name: &str) -> bool {
    let mut folders = name.split('/');
    name.is_empty() || folders.all(|folder| !matches!(folder, "" | "." | ".."))
}

#[test]
#[ignore = "cargo xtask test runs it, with Jitsi's parser"]
fn jitsis_own_parser_finds_the_same_rooms() {
    let script = std::env::var(SCRIPT).unwrap();
    let mut rng = ChaCha12Rng::seed_from_u64(20_261_128);
    let addresses: Vec<String> = (0..ASKED).map(|_| address(&mut rng)).collect();
    let theirs = asked(&script, &addresses);
    assert_eq!(theirs.len(), ASKED);
    let mut compared = 0;
    let mut others = Vec::new();
    // What stands in for the browser's reading of addresses here takes `a:` for a drive, which no `..` leads out of.
    let is_drive = |address: &str| address.contains(":/../");
    let pairs = addresses.iter().zip(&theirs).filter(|(address, _)| !is_drive(address));
    let readable = pairs.filter(|(_, theirs)| theirs.split('\t').all(has_link));
    for (address, theirs) in readable {
        compared += 1;
        let ours = ours(address).unwrap_or_default();
        if ours != *theirs {
            others.push(format!("{address}\n  Jitsi: {theirs:?}\n  ours:  {ours:?}"));
        }
    }
    assert!(
        others.is_empty(),
        "{} of {compared} are read differently:\n{}",
        others.len(),
        others[..others.len().min(20)].join("\n")
    );
    assert!(compared >= COUNT, "only {compared} were compared");
}
