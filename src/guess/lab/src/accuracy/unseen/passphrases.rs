//! Words of lists that were made for passphrases.

use anyhow::Result;

use crate::accuracy::draw::{camel, times};
use crate::accuracy::kind::Kind;
use crate::accuracy::lists::Lists;
use guessable::List;

pub(super) fn kinds(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = Vec::new();
    let mut add = |name: &str, draw| kinds.push(Kind::new("passphrases", name, draw));
    let xkcd = |file: &str| lists.file("xkcdpass", &format!("xkcdpass/static/{file}"));
    let bip39 = |language: &str| lists.file("mnemonic", &format!("mnemonic/wordlist/{language}.txt"));

    let german = xkcd("ger-long")?;
    add("German diceware x3", times(3, "-", &german));
    add("German diceware x5, capitals", camel([(); 5].map(|()| german.clone())));
    add("German, short list x4", times(4, "-", &xkcd("ger-short")?));
    add("Italian, Wikipedia's commonest x3", times(3, "-", &xkcd("ita-wiki")?));
    add("Brazilian, Android's commonest x2", times(2, "_", &xkcd("ptbr-aosp-10k")?));
    add("Finnish dictionary x2", times(2, "-", &xkcd("fin-kotus")?));
    add("Norwegian dictionary x3", times(3, "-", &xkcd("nor-nb")?));
    add("Swedish dictionary x4", times(4, "-", &xkcd("swe-short")?));
    add("Spanish diceware x3", times(3, "-", &lists.any("diceware es")?));
    add("Spanish diceware x4, nothing between", times(4, "", &lists.any("diceware es")?));
    add("Swedish diceware x4", times(4, "-", &lists.any("diceware sv")?));
    add("niceware x2", times(2, "-", &lists.any("niceware")?));
    add("niceware x4", times(4, "-", &lists.any("niceware")?));
    add("EFF's short list x3", times(3, "-", &lists.part(List::EffShort)?));
    add("EFF's short list x5, full stops", times(5, ".", &lists.part(List::EffShort)?));
    add("EFF's second short list x4, underscores", times(4, "_", &lists.part(List::EffSpecial)?));
    add("EFF x1", lists.part(List::EffLarge)?);
    add("BIP39 French x3", times(3, "-", &bip39("french")?));
    let italian = bip39("italian")?;
    add("BIP39 Italian x4, capitals", camel([(); 4].map(|()| italian.clone())));
    add("BIP39 Portuguese x4", times(4, "-", &bip39("portuguese")?));
    add("BIP39 Czech x5", times(5, "-", &bip39("czech")?));
    add("BIP39 Turkish x4", times(4, "-", &bip39("turkish")?));
    add("BIP39 Russian x4", times(4, "-", &bip39("russian")?));
    Ok(kinds)
}
