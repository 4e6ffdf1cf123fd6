//! What administrators are told to write is what the extension understands.

#![allow(clippy::unwrap_used, clippy::panic, reason = "an example that cannot be read fails the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hushroom::service::Service;
use serde_json::{Map, Value};

const PAGE: &str = include_str!("../docs/policy.md");

/// The schema by which Chromium checks policies, as JSON Schema.
fn schema() -> Map<String, Value> {
    let schema: Value = serde_json::from_str(include_str!("../extension/managed-schema.json")).unwrap();
    schema["properties"].as_object().unwrap().clone()
}

/// The page's examples in JSON.
fn examples() -> Vec<Value> {
    let blocks = PAGE.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks
        .map(|block| serde_json::from_str(block).unwrap_or_else(|error| panic!("{error}: {block}")))
        .collect()
}

/// The settings that an example has for Hushroom, wherever the browser wants them to stand.
fn settings(example: &Value) -> Vec<&Map<String, Value>> {
    let of_each = [&example["3rdparty"]["extensions"], &example["policies"]["3rdparty"]["Extensions"]];
    let of_each = of_each.into_iter().filter_map(Value::as_object).flat_map(Map::values);
    of_each.chain([&example["data"]]).filter_map(Value::as_object).collect()
}

/// Whether `value` is one that `schema` takes, as far as ours goes.
fn fits(value: &Value, schema: &Value) -> bool {
    let is_of_type = match schema["type"].as_str().unwrap() {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => {
            let within = |number: i64| {
                schema["minimum"].as_i64().is_none_or(|least| number >= least)
                    && schema["maximum"].as_i64().is_none_or(|most| number <= most)
            };
            value.as_i64().is_some_and(within)
        }
        "array" => {
            value.as_array().is_some_and(|items| items.iter().all(|item| fits(item, &schema["items"])))
        }
        "object" => value.as_object().is_some_and(|object| {
            object.iter().all(|(key, value)| schema["properties"].get(key).is_some_and(|of| fits(value, of)))
        }),
        other => panic!("managed-schema.json has the type {other}"),
    };
    is_of_type && schema["enum"].as_array().is_none_or(|values| values.contains(value))
}

#[test]
fn every_example_sets_what_there_is_to_set() {
    let schema = schema();
    let mut found = 0;
    for example in examples() {
        for settings in settings(&example) {
            for (key, value) in settings {
                let known = schema.get(key).unwrap_or_else(|| panic!("there is no setting {key}"));
                assert!(fits(value, known), "{key}: {value}");
                found += 1;
            }
        }
    }
    assert!(found > 5, "only {found} settings in the examples");
}

#[test]
fn the_table_lists_what_there_is_to_set() {
    let table = PAGE.split("| key | value | meaning |").nth(1).unwrap().split("\n\n").next().unwrap();
    let rows = table.lines().filter_map(|row| row.strip_prefix("| `")?.split('`').next());
    let listed: BTreeSet<String> = rows.map(str::to_owned).collect();
    let mut known = BTreeSet::new();
    for (key, of) in schema() {
        match of["properties"].as_object() {
            Some(inner) => known.extend(inner.keys().map(|name| format!("{key}.{name}"))),
            None => {
                known.insert(key);
            }
        }
    }
    assert_eq!(listed, known);
}

#[test]
fn a_value_of_another_kind_does_not_fit() {
    let schema = schema();
    for (key, wrong) in [
        ("server", Value::from(1)),
        ("style", Value::from("runes")),
        ("words", Value::from(3)),
        ("watchedServers", serde_json::json!([1])),
        ("linkOptions", serde_json::json!({ "startLoud": true })),
    ] {
        assert!(!fits(&wrong, &schema[key]), "{key}: {wrong}");
    }
}

/// The services that an administrator may name are those of the table. After `UPDATE=1` both texts say so.
#[test]
fn the_services_that_may_be_watched_are_named() {
    let ids = |always| {
        let of = Service::all().filter(move |service| service.always == always);
        of.map(|service| service.id).collect::<Vec<_>>()
    };
    let quoted = |ids: &[&str]| ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let (chosen, always) = (ids(false), ids(true));
    let unwatched = "Keys of services that are not warned about, although they are from the start: ";
    for (file, before, list, after) in [
        ("docs/policy.md", "| `watchedServices` | list of ", quoted(&chosen), " |"),
        ("docs/policy.md", "| `unwatchedServices` | list of ", quoted(&always), " |"),
        (
            "extension/managed-schema.json",
            "Keys of services that are warned about: ",
            chosen.join(", "),
            ".\"",
        ),
        ("extension/managed-schema.json", unwatched, always.join(", "), ".\""),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = fs::read_to_string(&path).unwrap();
        let (head, rest) = text.split_once(before).unwrap();
        let (named, tail) = rest.split_once(after).unwrap();
        if std::env::var_os("UPDATE").is_some() {
            fs::write(path, [head, before, &list, after, tail].concat()).unwrap();
        } else {
            assert_eq!(named, list, "{file}; UPDATE=1 cargo test --test policy writes it");
        }
    }
}
