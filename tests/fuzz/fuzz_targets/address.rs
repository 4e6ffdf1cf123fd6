//! Whatever somebody pastes is an address or an error, and an address leads to itself.

#![no_main]
#![forbid(unsafe_code)]

use hushroom::jitsi::{Address, AddressError, Server};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(address) = Address::parse(text, &Server::default()) {
        let again = Address::parse(&address.link(), &Server::default());
        // `'config.js` and `Close.HTML` are rooms to Jitsi, but under their folded name a server has a file.
        if again != Err(AddressError::Reserved) {
            assert_eq!(again.as_ref(), Ok(&address));
        }
    }
});
