//! Whatever somebody pastes is an address or an error, and an address leads to itself.

#![no_main]

use hushroom::jitsi::{Address, Server};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(address) = Address::parse(text, &Server::default()) {
        let again = Address::parse(&address.link(), &Server::default());
        assert_eq!(again.as_ref(), Ok(&address));
    }
});
