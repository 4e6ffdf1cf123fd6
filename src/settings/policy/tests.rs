use super::*;
use crate::jitsi::Address;
use crate::settings::servers::tests::servers;
use crate::wordlist::WordList;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn policy(managed: Value) -> Policy {
    serde_json::from_value(managed).unwrap()
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../extension/managed-schema.json")).unwrap()
}

#[test]
fn what_an_administrator_sets_wins_and_the_rest_is_the_users() {
    let users = Settings { words: Some(6), label: "ours".to_owned(), ..Settings::default() };
    let managed = policy(json!({
        "server": "meet.example.org",
        "label": "acme",
        "linkOptions": { "startMuted": true },
    }));
    let holds = managed.over(users.clone(), "en");
    assert_eq!(holds.server, Server::parse("meet.example.org").unwrap());
    assert_eq!(holds.label, "acme");
    assert!(holds.link_options.start_muted);
    assert_eq!(holds.words, Some(6));
    assert_eq!(Policy::default().over(users.clone(), "en"), users.spoken_in("en"));
}

#[test]
fn a_value_that_no_setting_may_have_neither_holds_nor_locks() {
    let managed = policy(json!({
        "style": "emoji",
        "words": 2,
        "characters": "many",
        "label": "x".repeat(500),
        "server": "http://not-safe.example",
        "servers": [{ "note": "no server" }],
        "linkOptions": { "startMuted": "yes", "noThirdParties": true },
        "recentRooms": 2,
        "knownRooms": ["open-house", 7],
        "welcome": "no",
        "helpAddress": "javascript:alert(1)",
        "holdPage": "yes",
        "warnLess": "no",
        "watchedServers": "meet.example.org",
        "watchedServices": [1],
        "fromALaterVersion": true,
    }));
    let links = LinkPolicy { no_third_parties: Some(true), ..LinkPolicy::default() };
    assert_eq!(managed, Policy { link_options: links, ..Policy::default() });
    assert_eq!(policy(json!({ "linkOptions": [1] })), Policy::default());
}

#[test]
fn a_length_that_the_list_in_use_does_not_have_neither_holds_nor_locks() {
    let short = Style::Words(WordList::EffShort);
    let users = Settings { style: Some(short), words: Some(6), ..Settings::default() };
    let managed = policy(json!({ "words": 4 }));
    assert_eq!((managed.length(Style::default()), managed.length(short)), (Some(4), None));
    assert_eq!(managed.over(users.clone(), "es"), users);
}

#[test]
fn the_style_is_the_policys_or_the_users_before_it_is_the_languages() {
    let style = |managed: Value, users: Settings| policy(managed).over(users, "es").style;
    let [spanish, french] = [WordList::Spanish, WordList::French].map(|list| Some(Style::Words(list)));
    let users = Settings { style: french, ..Settings::default() };
    assert_eq!(style(json!({}), Settings::default()), spanish);
    assert_eq!(style(json!({}), users.clone()), french);
    assert_eq!(style(json!({ "style": "characters" }), users), Some(Style::Characters));
    // A number of words without a list is one of English words.
    for words in [4, 6] {
        let holds = policy(json!({ "words": words })).over(Settings::default(), "es");
        assert_eq!((holds.style(), holds.words), (Style::default(), Some(words)));
    }
    let holds = policy(json!({ "style": "characters", "words": 6 })).over(Settings::default(), "es");
    assert_eq!((holds.style(), holds.words), (Style::Characters, Some(6)));
}

#[test]
fn what_is_watched_is_decided_too() {
    let watched_services = vec!["zoom".to_owned()];
    let unwatched_services = vec!["skype".to_owned()];
    let users = Watched { watched_services, unwatched_services, warn_less: true, ..Watched::default() };
    let rules = json!({
        "holdPage": true, "warnLess": false, "watchedServers": ["meet.example.org"], "unwatchedServices": [],
    });
    let holds = policy(rules).over_watched(users);
    assert!(holds.hold_page && !holds.warn_less);
    assert_eq!(holds.watched_servers, [Server::parse("meet.example.org").unwrap()]);
    assert_eq!(holds.watched_services, ["zoom"]);
    assert_eq!(holds.unwatched_services, [""; 0]);
}

#[test]
fn what_the_registry_of_windows_has_for_yes_and_no_is_understood() {
    let managed = policy(json!({
        "recentRooms": 0,
        "holdPage": 1,
        "welcome": 0,
        "warnOfWeak": 7,
        "linkOptions": { "startMuted": 1, "noThirdParties": -1 },
    }));
    let links = LinkPolicy { start_muted: Some(true), ..LinkPolicy::default() };
    let understood = Policy {
        recent_rooms: Some(false),
        hold_page: Some(true),
        welcome: Some(false),
        link_options: links,
        ..Policy::default()
    };
    assert_eq!(managed, understood);
}

#[test]
fn each_setting_that_is_set_counts() {
    assert_eq!(policy(json!({})).count(), 0);
    assert_eq!(policy(json!({ "words": 2, "label": "acme" })).count(), 1, "what cannot be read is not set");
    let links = json!({ "startMuted": true, "hideAddresses": false });
    assert_eq!(policy(json!({ "linkOptions": links, "knownRooms": [], "welcome": false })).count(), 4);
}

#[test]
fn rooms_that_the_organisation_knows_are_the_policys_alone() {
    let managed = policy(json!({ "knownRooms": ["https://meet.example.org/Open-House", "standup"] }));
    let watched = managed.over_watched(Watched::default());
    let address = |link| Address::parse(link, &Server::default()).unwrap();
    assert!(watched.knows(&address("https://meet.example.org/open-house")));
    assert!(!watched.knows(&address("https://meet.jit.si/standup")), "a name alone is no room");
    assert!(!Policy::default().over_watched(watched).knows(&address("https://meet.example.org/open-house")));
}

#[test]
fn one_corrupt_server_does_not_lift_the_rule_on_the_others() {
    let managed = policy(json!({
        "watchedServers": ["meet.example.org", "http://unsafe.example", 7],
        "watchedServices": ["zoom", null],
    }));
    assert_eq!(managed.watched_servers, Some(vec![Server::parse("meet.example.org").unwrap()]));
    assert_eq!(managed.watched_services, Some(vec!["zoom".to_owned()]));
    assert_eq!(policy(json!({ "watchedServers": [] })).watched_servers, Some(Vec::new()));
}

#[test]
fn the_servers_to_choose_from_are_those_of_the_organisation() {
    let mine = servers(&[("mine.example", "")]);
    let users = Settings { servers: mine.clone(), ..Settings::default() };
    let of = |listed: Value| policy(json!({ "servers": listed })).over(users.clone(), "en").servers;
    let corrupt = json!([{ "server": "http://unsafe.example" }, { "server": "a.example", "note": "A" }, 7]);
    assert_eq!(of(corrupt), servers(&[("a.example", "A")]));
    assert_eq!(of(json!([])), Servers::default());
    assert_eq!(of(json!("a.example")), mine, "what is no list is no rule");
}

#[test]
fn an_administrator_can_switch_off_what_the_user_switched_on() {
    let users = Settings { recent_rooms: true, ..Settings::default() };
    assert!(!policy(json!({ "recentRooms": false })).over(users, "en").recent_rooms);
}

#[test]
fn the_schema_offers_every_field_of_the_policy_and_no_other() {
    fn same(properties: &Value, fields: &Value) {
        let keys = |object: &Value| object.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(keys(properties), keys(fields));
        for (key, property) in properties.as_object().unwrap() {
            if let Some(inner) = property.get("properties") {
                same(inner, &fields[key]);
            }
        }
    }
    same(&schema()["properties"], &serde_json::to_value(Policy::default()).unwrap());
}

#[test]
fn every_setting_can_be_set_by_policy() {
    let keys = |value: Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let mut settings = keys(serde_json::to_value(Settings::default()).unwrap());
    settings.extend(keys(serde_json::to_value(Watched::default()).unwrap()));
    // What only an organisation can want.
    settings.extend(["helpAddress", "knownRooms", "welcome"].map(str::to_owned));
    assert_eq!(settings, keys(serde_json::to_value(Policy::default()).unwrap()));
}

#[test]
fn the_schema_allows_what_the_settings_allow() {
    let properties = &schema()["properties"];
    for style in properties["style"]["enum"].as_array().unwrap() {
        assert!(policy(json!({ "style": style })).style.is_some(), "{style}");
    }
    for (key, style) in [("words", Style::default()), ("characters", Style::Characters)] {
        let (min, max) = style.lengths().into_inner();
        assert_eq!((&properties[key]["minimum"], &properties[key]["maximum"]), (&json!(min), &json!(max)));
    }
}

#[test]
fn the_documented_policies_are_read_in_full() {
    let guide = include_str!("../../../docs/policy.md");
    let mut read = 0;
    for block in guide.split("```json\n").skip(1) {
        let block: Value = serde_json::from_str(block.split("```").next().unwrap()).unwrap();
        // Some install the extension and set nothing.
        let Some(managed) = find(&block) else { continue };
        let understood = serde_json::to_value(policy(managed.clone())).unwrap();
        for (key, value) in managed.as_object().unwrap() {
            let understood = &understood[key];
            match value.as_object() {
                Some(inner) => inner.iter().for_each(|(key, value)| assert_eq!(&understood[key], value)),
                None => assert_eq!(understood, value, "{key}"),
            }
        }
        read += 1;
    }
    assert!(read >= 3, "{read} examples");
}

/// The object that holds the settings, wherever the browser's policy file has it.
fn find(value: &Value) -> Option<&Value> {
    if value.get("server").or(value.get("servers")).is_some() {
        return Some(value);
    }
    value.as_object()?.values().find_map(find)
}
