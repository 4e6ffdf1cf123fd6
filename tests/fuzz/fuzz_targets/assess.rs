//! Any string gets an answer, and answers keep their promises.

#![no_main]
#![forbid(unsafe_code)]

use hushroom::guess::{Verdict, assess};
use libfuzzer_sys::fuzz_target;

/// Eight characters drawn from a-z0-9.
const TAIL: &str = "q7x2mzk9";

fuzz_target!(|name: &str| {
    let answer = assess(name);
    let bits = answer.bits.get();
    assert!(bits.is_finite() && bits >= 0.0, "{bits} bits");
    assert_eq!(answer.verdict, Verdict::of(answer.bits));
    let parts: f64 = answer.parts.iter().map(|part| part.bits.get()).sum();
    assert!(parts <= bits + 0.01, "the parts are worth {parts} bits and the whole {bits}");
    // Jitsi takes both spellings for the same room. Only ASCII: elsewhere not every capital has one small
    // letter.
    if name.is_ascii() {
        assert_eq!(assess(&name.to_ascii_lowercase()).bits, answer.bits);
    }
    // Nobody guesses what was drawn, whatever stands in front of it; but for what only says it again.
    if !TAIL.as_bytes().windows(3).any(|part| name.as_bytes().windows(3).any(|other| other == part)) {
        let longer = assess(&format!("{name}-{TAIL}"));
        assert_ne!(
            longer.verdict,
            Verdict::Guessable,
            "{bits} bits, and {} with a token more",
            longer.bits.get()
        );
    }
});
