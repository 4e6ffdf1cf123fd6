//! What the packages say about the works of others that are in them.

#[test]
fn the_notice_says_of_the_lexicon_what_the_program_that_makes_it_says() {
    let (notice, sources) = (include_str!("../NOTICE.md"), include_str!("../src/guess/data/SOURCES.md"));
    // There it is a page of its own, here a part of one.
    assert!(notice.ends_with(&format!("\n#{sources}")), "copy src/guess/data/SOURCES.md into NOTICE.md");
}
