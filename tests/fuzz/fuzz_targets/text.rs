//! Whatever somebody pastes is answered, and the room that is found is found again behind its own link.

#![no_main]
#![forbid(unsafe_code)]

use hushroom::check::check;
use hushroom::jitsi::Server;
use hushroom::settings::Watched;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (home, watched) = (Server::default(), Watched::default());
    let Ok(checked) = check(text, &home, &watched) else { return };
    let Some(room) = checked.room() else { return };
    let link = room.address.link();
    // A dot at the end of a link is taken for that of a sentence.
    if !link.ends_with(|sign: char| sign.is_alphanumeric()) {
        return;
    }
    // Under its folded name a server may have a file.
    if let Ok(again) = check(&link, &home, &watched) {
        assert_eq!(again.room().map(|again| &again.address), Some(&room.address));
    }
});
