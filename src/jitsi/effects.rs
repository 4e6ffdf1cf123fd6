//! What a link sets for the worse in the call that it opens, as the table `settings.tsv` has it.
//!
//! It stands in the fragment, and the key of one person, `jwt`, in the query too. Nothing of a fragment is ever stored.

use super::fragment::{is_below, set_by};
use super::settings::{Setting, settings};
use crate::platform::Json;

/// What a link does to the call besides opening it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkEffects {
    /// Keys of sentences, each once, in the order of the table.
    pub sentences: Vec<&'static str>,
    /// The link without the settings that do it.
    pub cleaned: String,
}

impl LinkEffects {
    /// The sentence that says that a link holds a key of one person.
    pub const KEY_OF_ONE_PERSON: &'static str = "link_jwt";

    /// What `link`, an address of the web, sets for the worse; `None` for nothing.
    #[must_use]
    pub fn of(link: &str) -> Option<Self> {
        let (rest, fragment) = link.split_once('#').unwrap_or((link, ""));
        let (page, query) = rest.split_once('?').unwrap_or((rest, ""));
        let keys: Vec<&str> = settings().map(|setting| setting.key).collect();
        let effects = |pair: &str| effects(pair, &keys);
        let in_query = |pair: &str| {
            effects(pair).into_iter().filter(|effect| *effect == Self::KEY_OF_ONE_PERSON).collect()
        };
        let (query, in_query) = without(query, in_query);
        let (fragment, in_fragment) = without(fragment, effects);
        let found: Vec<_> = in_query.into_iter().chain(in_fragment).collect();
        let mut sentences: Vec<&'static str> = Vec::new();
        for setting in settings().filter(|setting| found.contains(&setting.effect)) {
            if !sentences.contains(&setting.effect) {
                sentences.push(setting.effect);
            }
        }
        let part = |sign: &str, text: String| if text.is_empty() { text } else { format!("{sign}{text}") };
        let cleaned = [page.to_owned(), part("?", query), part("#", fragment)].concat();
        (!sentences.is_empty()).then_some(Self { sentences, cleaned })
    }
}

/// `pairs` without those that do something, and what these do.
fn without(pairs: &str, of: impl Fn(&str) -> Vec<&'static str>) -> (String, Vec<&'static str>) {
    let (mut kept, mut found) = (Vec::new(), Vec::new());
    for pair in pairs.split('&') {
        let effects = of(pair);
        if effects.is_empty() {
            kept.push(pair);
        }
        found.extend(effects);
    }
    (kept.join("&"), found)
}

/// What `pair`, a key and a value, sets for the worse, of the settings with these `keys`.
fn effects(pair: &str, keys: &[&str]) -> Vec<&'static str> {
    let set = set_by(pair, keys);
    let does = |setting: &Setting| {
        set.iter().any(|(key, value)| {
            let is_it = key == setting.key && holds(value, setting.value);
            is_it || setting.value == "any" && is_below(key, setting.key)
        })
    };
    settings().filter(does).map(|setting| setting.effect).collect()
}

/// Whether a JSON value is `wanted`: any, or what JavaScript takes for true or for false.
fn holds(value: &Json, wanted: &str) -> bool {
    let is_false = match value {
        Json::Text(text) => text.is_empty(),
        Json::Other(written) => {
            matches!(written.trim(), "false" | "0" | "0.0" | "-0" | "-0.0" | "null" | "" | "undefined")
        }
    };
    wanted == "any" || is_false == (wanted == "false")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::{Address, LinkOptions, RoomName, Server, Title};

    fn sentences(link: &str) -> Vec<&'static str> {
        LinkEffects::of(link).map(|effects| effects.sentences).unwrap_or_default()
    }

    #[test]
    fn what_weakens_the_call_is_found_and_taken_out() {
        let link = "https://meet.jit.si/a?jwt=x&lang=de#config.e2ee.disabled=true&config.p2p.enabled=false&config.prejoinConfig.enabled=false";
        let effects = LinkEffects::of(link).unwrap();
        assert_eq!(effects.sentences, ["link_e2ee", "link_no_prejoin", "link_jwt"]);
        assert_eq!(effects.cleaned, "https://meet.jit.si/a?lang=de#config.p2p.enabled=false");
        assert_eq!(LinkEffects::of(&effects.cleaned), None);
    }

    #[test]
    fn a_link_is_looked_into_no_deeper_than_settings_are() {
        let nested = |depth: usize| format!("{}1{}", "{%22%22:".repeat(depth), "}".repeat(depth));
        for depth in [1, 3, 100] {
            for key in ["x", "config", "config.prejoinConfig", "config.prejoinConfig.enabled"] {
                assert_eq!(sentences(&format!("https://a/b#{key}={}", nested(depth))), [""; 0], "{key}");
            }
            assert_eq!(sentences(&format!("https://a/b#config.e2ee={}", nested(depth))), ["link_e2ee"]);
        }
        // What is an object is no falsehood.
        assert_eq!(sentences("https://a/b#config.iAmRecorder={}"), ["link_labels"]);
    }

    #[test]
    fn a_setting_is_found_however_it_is_written() {
        for (link, sentence) in [
            ("https://a/b#config.prejoinConfig={%22enabled%22:false}", "link_no_prejoin"),
            ("https://a/b#config.prejoinConfig=%7B%22enabled%22%3A%20false%7D", "link_no_prejoin"),
            ("https://a/b#config.enableInsecureRoomNameWarning=0", "link_name_warning"),
            ("https://a/b#config.watchRTCConfigParams.rtcApiKey=%22x%22", "link_statistics"),
            ("https://a/b#config.analytics={\"watchRTCEnabled\":true}", "link_statistics"),
            (
                "https://a/b#config={\"p2p\":{\"enabled\":true},\"prejoinConfig\":{\"enabled\":false}}",
                "link_no_prejoin",
            ),
            ("https://a/b#config.prejoinPageEnabled=false", "link_no_prejoin"),
            ("https://a/b#config={“prejoinConfig”:{“enabled”:false}}", "link_no_prejoin"),
            ("https://a/b#config.prejoinConfig.enabled=false=", "link_no_prejoin"),
            ("https://a/b#config={%22e2ee%22:{%22disabled%22:true}}=x=y", "link_e2ee"),
            ("https://a/b#jwt=x", "link_jwt"),
            ("https://a/b#userInfo.displayName=%22Mira%22", "link_name"),
        ] {
            assert_eq!(sentences(link), [sentence], "{link}");
        }
    }

    #[test]
    fn all_that_an_object_sets_is_said() {
        let link = "https://a/b#config={\"e2ee\":{\"disabled\":true},\"prejoinConfig\":{\"enabled\":false},\"p2p\":{}}";
        assert_eq!(sentences(link), ["link_e2ee", "link_no_prejoin"]);
        assert_eq!(LinkEffects::of(link).unwrap().cleaned, "https://a/b");
    }

    #[test]
    fn what_does_no_harm_is_left_alone() {
        for link in [
            "https://a/b",
            "https://a/b#config.prejoinConfig.enabled=true",
            "https://a/b#config.prejoinConfig.hideDisplayName=false",
            "https://a/b#config.enableInsecureRoomNameWarning=true&config.hideRecordingLabel=false",
            "https://a/b?config.e2ee.disabled=true",
            "https://a/b#config.e2eePing=1",
            "https://a/b#config={\"p2p\":{\"enabled\":false},\"prejoinConfig\":{\"enabled\":true}}",
            "https://a/b#",
        ] {
            assert_eq!(sentences(link), [] as [&str; 0], "{link}");
        }
    }

    #[test]
    fn our_own_links_do_no_harm() {
        let address = Address::on(&Server::default(), RoomName::from_segment("a").unwrap());
        assert_eq!(LinkEffects::of(&address.link_with(LinkOptions::ALL, &Title::new("Weekly"))), None);
    }
}
