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
    // Under its folded name a server may have a file.
    if let Ok(again) = check(&room.address.link(), &home, &watched) {
        assert_eq!(again.room().map(|again| &again.address), Some(&room.address));
    }
});
