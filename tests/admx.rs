//! The administrative template for Windows says what the schema of the policies says: after `UPDATE=1` it is written anew.
//!
//! Group policy can write texts, numbers and lists of texts. All three browsers read these alike, so that each of them has
//! the same settings under a key of its own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a schema that cannot be read fails the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use hushroom::settings::Policy;
use roxmltree::{Document, Node};
use serde_json::{Map, Value};

/// How many of the servers to choose from can be set: each is a setting of its own, and nobody scrolls through more.
const SERVERS: usize = 5;

/// Maximum length of a text, in characters. Chosen because no address is longer; group policy takes 1,023 unless told.
const TEXT_MAX: usize = 2_048;

/// A browser: its name in the template, its name for people, and the key below which it looks for what is set.
fn browsers() -> [(&'static str, &'static str, String); 3] {
    let manifest: Value = serde_json::from_str(include_str!("../manifest.json")).unwrap();
    let firefox = manifest["browser_specific_settings"]["gecko"]["id"].as_str().unwrap();
    let chromium =
        |maker: &str, id: &str| format!(r"Software\Policies\{maker}\3rdparty\extensions\{id}\policy");
    [
        ("Chrome", "Google Chrome", chromium(r"Google\Chrome", "EXTENSION_ID")),
        ("Edge", "Microsoft Edge", chromium(r"Microsoft\Edge", "EDGE_EXTENSION_ID")),
        (
            "Firefox",
            "Mozilla Firefox",
            format!(r"Software\Policies\Mozilla\Firefox\3rdparty\Extensions\{firefox}"),
        ),
    ]
}

/// What an administrator can set with one form.
struct Setting {
    /// Its name in the template.
    name: String,
    title: String,
    explained: String,
    /// The key below that of the browser.
    below: String,
    fields: Vec<Field>,
}

/// A value that is set.
struct Field {
    name: String,
    title: String,
    kind: Kind,
    required: bool,
}

enum Kind {
    Flag,
    Text,
    Number(u64, u64),
    Choice(Vec<String>),
    List,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// What is in an object, sorted by its names, whatever order it is read in.
fn members(object: &Value) -> BTreeMap<&String, &Value> {
    object.as_object().unwrap().iter().collect()
}

/// The settings of the schema; of objects each member, of servers the first few.
fn settings() -> Vec<Setting> {
    let schema: Value = serde_json::from_str(include_str!("../extension/managed-schema.json")).unwrap();
    let mut settings = Vec::new();
    for (name, of) in members(&schema["properties"]) {
        let item = &of["items"]["properties"];
        if item.is_object() {
            settings.extend((1..=SERVERS).map(|number| {
                Setting {
                    name: format!("{name}_{number}"),
                    title: format!("{}: {number}", text(&of["title"])),
                    explained: text(&of["description"]),
                    below: format!(r"\{name}\{number}"),
                    // The server itself before what is said of it.
                    fields: members(item)
                        .into_iter()
                        .rev()
                        .map(|(key, of)| field(key, of, key == name.trim_end_matches('s')))
                        .collect(),
                }
            }));
        } else if of["type"] == "object" {
            settings.extend(members(&of["properties"]).into_iter().map(|(key, each)| {
                setting(
                    format!("{name}_{key}"),
                    format!(r"\{name}"),
                    key,
                    each,
                    &format!("{}: ", text(&of["title"])),
                )
            }));
        } else {
            settings.push(setting(name.clone(), String::new(), name, of, ""));
        }
    }
    settings
}

fn setting(name: String, below: String, key: &str, of: &Value, before: &str) -> Setting {
    let title = format!("{before}{}", text(&of["title"]));
    Setting { name, title, explained: text(&of["description"]), below, fields: vec![field(key, of, true)] }
}

fn field(name: &str, of: &Value, required: bool) -> Field {
    let number = |key: &str| of[key].as_u64().unwrap();
    let kind = match (&*text(&of["type"]), of["enum"].as_array()) {
        ("string", Some(values)) => Kind::Choice(values.iter().map(text).collect()),
        ("string", None) => Kind::Text,
        ("boolean", _) => Kind::Flag,
        ("integer", _) => Kind::Number(number("minimum"), number("maximum")),
        ("array", _) if of["items"]["type"] == "string" => Kind::List,
        (other, _) => panic!("{name}: group policy cannot write {other}"),
    };
    Field { name: name.to_owned(), title: text(&of["title"]), kind, required }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The element of a field in `hushroom.admx`; none for a flag, which the form itself is.
fn element(setting: &Setting, field: &Field, key: &str) -> Option<String> {
    let Field { name, kind, required, .. } = field;
    let value = format!("id=\"{name}\" valueName=\"{name}\"");
    Some(match kind {
        Kind::Flag => return None,
        Kind::Text => format!("<text {value} required=\"{required}\" maxLength=\"{TEXT_MAX}\" />"),
        Kind::Number(least, most) => {
            format!("<decimal {value} required=\"{required}\" minValue=\"{least}\" maxValue=\"{most}\" />")
        }
        Kind::List => {
            format!("<list id=\"{name}\" key=\"{key}{}\\{name}\" valuePrefix=\"\" />", setting.below)
        }
        Kind::Choice(choices) => {
            let items = choices.iter().map(|choice| {
                format!(
                    "<item displayName=\"$(string.{name}_{choice})\"><value><string>{choice}</string></value></item>"
                )
            });
            format!("<enum {value} required=\"{required}\">{}</enum>", items.collect::<String>())
        }
    })
}

/// The control of a field in `hushroom.adml`.
fn control(field: &Field) -> Option<String> {
    let Field { name, title, kind, .. } = field;
    let title = escaped(title);
    Some(match kind {
        Kind::Flag => return None,
        Kind::Text => format!("<textBox refId=\"{name}\"><label>{title}</label></textBox>"),
        Kind::Number(least, _) => {
            format!("<decimalTextBox refId=\"{name}\" defaultValue=\"{least}\">{title}</decimalTextBox>")
        }
        Kind::List => format!("<listBox refId=\"{name}\">{title}</listBox>"),
        Kind::Choice(_) => {
            format!("<dropdownList refId=\"{name}\" noSort=\"true\" defaultItem=\"0\">{title}</dropdownList>")
        }
    })
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
    <!-- Written by a test, tests/admx.rs, from extension/managed-schema.json. -->\n";

const NAMESPACE: &str = "xmlns=\"http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions\" revision=\"1.0\" schemaVersion=\"1.0\"";

/// `hushroom.admx`: what can be set, and where it is written.
fn definitions() -> String {
    let mut policies = Vec::new();
    for (browser, _, key) in browsers() {
        for setting in settings() {
            let Setting { name, below, fields, .. } = &setting;
            let elements: Vec<String> =
                fields.iter().filter_map(|field| element(&setting, field, &key)).collect();
            let (value, inside) = if elements.is_empty() {
                let is = |name: &str, value: u8| format!("<{name}><decimal value=\"{value}\" /></{name}>");
                (
                    format!("valueName=\"{}\"", fields[0].name),
                    format!("{}\n      {}", is("enabledValue", 1), is("disabledValue", 0)),
                )
            } else {
                (
                    format!("presentation=\"$(presentation.{browser}_{name})\""),
                    format!("<elements>\n        {}\n      </elements>", elements.join("\n        ")),
                )
            };
            policies.push(format!(
                "    <policy name=\"{browser}_{name}\" class=\"Both\" displayName=\"$(string.{name})\" \
                 explainText=\"$(string.{name}_explained)\" key=\"{key}{below}\" {value}>\n      \
                 <parentCategory ref=\"{browser}\" />\n      <supportedOn ref=\"any\" />\n      {inside}\n    </policy>\n"
            ));
        }
    }
    let categories: Vec<String> = browsers()
        .iter()
        .map(|(browser, ..)| {
            format!(
                "    <category name=\"{browser}\" displayName=\"$(string.{browser})\"><parentCategory ref=\"Hushroom\" /></category>\n"
            )
        })
        .collect();
    let (categories, policies) = (categories.concat(), policies.concat());
    format!(
        "{HEAD}<policyDefinitions {NAMESPACE}>\n  <policyNamespaces>\n    \
         <target prefix=\"hushroom\" namespace=\"Hushroom.Policies\" />\n  </policyNamespaces>\n  \
         <resources minRequiredRevision=\"1.0\" />\n  <supportedOn>\n    <definitions>\n      \
         <definition name=\"any\" displayName=\"$(string.any)\" />\n    </definitions>\n  </supportedOn>\n  <categories>\n    \
         <category name=\"Hushroom\" displayName=\"$(string.Hushroom)\" />\n{categories}  </categories>\n  <policies>\n\
         {policies}  </policies>\n</policyDefinitions>\n"
    )
}

/// `en-US/hushroom.adml`: what it is called.
fn resources() -> String {
    let mut strings: Vec<(String, String)> = vec![
        ("any".to_owned(), "Every version of Hushroom".to_owned()),
        ("Hushroom".to_owned(), "Hushroom".to_owned()),
    ];
    strings.extend(browsers().map(|(browser, name, _)| (browser.to_owned(), format!("Hushroom in {name}"))));
    let mut presentations = Vec::new();
    for setting in settings() {
        let Setting { name, title, explained, fields, .. } = &setting;
        let controls: Vec<String> = fields.iter().filter_map(control).collect();
        let meant = if controls.is_empty() { "\n\nEnabled: yes. Disabled: no. " } else { "\n\n" };
        strings.push((name.clone(), title.clone()));
        strings.push((
            format!("{name}_explained"),
            format!("{explained}{meant}Not configured: as without a policy."),
        ));
        for field in fields {
            if let Kind::Choice(choices) = &field.kind {
                strings.extend(
                    choices.iter().map(|choice| (format!("{}_{choice}", field.name), choice.clone())),
                );
            }
        }
        for (browser, ..) in browsers().iter().filter(|_| !controls.is_empty()) {
            presentations.push(format!(
                "      <presentation id=\"{browser}_{name}\">{}</presentation>\n",
                controls.concat()
            ));
        }
    }
    let strings: Vec<String> = strings
        .iter()
        .map(|(id, said)| format!("      <string id=\"{id}\">{}</string>\n", escaped(said)))
        .collect();
    let (strings, presentations) = (strings.concat(), presentations.concat());
    format!(
        "{HEAD}<policyDefinitionResources {NAMESPACE}>\n  <displayName>Hushroom</displayName>\n  \
         <description>Settings of the browser extension Hushroom</description>\n  <resources>\n    <stringTable>\n{strings}    \
         </stringTable>\n    <presentationTable>\n{presentations}    </presentationTable>\n  </resources>\n\
         </policyDefinitionResources>\n"
    )
}

fn written() -> [(PathBuf, String); 2] {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/admx");
    [(folder.join("hushroom.admx"), definitions()), (folder.join("en-US/hushroom.adml"), resources())]
}

#[test]
fn the_template_is_that_of_the_schema() {
    for (file, right) in written() {
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, right).unwrap();
        } else {
            let found = fs::read_to_string(&file).unwrap_or_default();
            assert!(found == right, "{}: UPDATE=1 cargo test --test admx writes it", file.display());
        }
    }
}

/// A value of the kind that the setting `name` takes.
fn sample(name: &str) -> Value {
    match name {
        "server" | "watchedServers" => "meet.example.org",
        "knownRooms" => "https://meet.example.org/open-house",
        "helpAddress" => "it@example.org",
        "watchedServices" => "zoom",
        _ => "acme",
    }
    .into()
}

/// What an extension in Firefox is given when all forms of the template are filled in: of the registry's keys objects, of those
/// with numbers for names lists, and of its numbers numbers.
fn filled_in(template: &Document) -> Value {
    let (_, _, base) = &browsers()[2];
    let mut given = Value::Object(Map::new());
    let mut put = |key: &str, name: &str, value: Value| {
        let mut place = &mut given;
        for step in key.strip_prefix(base.as_str()).unwrap().split('\\').filter(|step| !step.is_empty()) {
            place = if let Ok(number) = step.parse::<usize>() {
                let list = place.as_array_mut().unwrap();
                list.resize(list.len().max(number), Value::Object(Map::new()));
                &mut list[number - 1]
            } else {
                let is_list = step == "servers";
                let empty = || if is_list { Value::Array(Vec::new()) } else { Value::Object(Map::new()) };
                place.as_object_mut().unwrap().entry(step).or_insert_with(empty)
            };
        }
        place.as_object_mut().unwrap().insert(name.to_owned(), value);
    };
    let of_firefox = |node: &Node| node.attribute("key").is_some_and(|key| key.starts_with(base.as_str()));
    for policy in template.descendants().filter(|node| node.has_tag_name("policy")).filter(of_firefox) {
        let key = policy.attribute("key").unwrap();
        if let Some(name) = policy.attribute("valueName") {
            put(key, name, 1.into());
        }
        for element in policy.descendants().filter(|node| node.attribute("id").is_some()) {
            let name = element.attribute("id").unwrap();
            match element.tag_name().name() {
                "decimal" => {
                    put(key, name, element.attribute("minValue").unwrap().parse::<u64>().unwrap().into());
                }
                "enum" => put(
                    key,
                    name,
                    element
                        .descendants()
                        .find_map(|node| node.text().filter(|text| !text.trim().is_empty()))
                        .unwrap()
                        .into(),
                ),
                "list" => put(
                    element.attribute("key").unwrap().rsplit_once('\\').unwrap().0,
                    name,
                    vec![sample(name)].into(),
                ),
                _ => put(key, name, sample(name)),
            }
        }
    }
    given
}

#[test]
fn what_the_template_writes_is_understood_in_full() {
    let text = definitions();
    let given = filled_in(&Document::parse(&text).unwrap());
    let policy: Policy = serde_json::from_value(given.clone()).unwrap();
    let understood = serde_json::to_value(&policy).unwrap();
    for (key, value) in members(&understood) {
        assert!(!value.is_null(), "{key} of {given}");
        for (key, value) in value.as_object().into_iter().flatten() {
            assert!(!value.is_null(), "{key} of {given}");
        }
    }
    assert_eq!(understood["servers"].as_array().unwrap().len(), 1, "of five that are the same: {given}");
}

#[test]
fn whatever_the_template_refers_to_is_there() {
    let [(_, template), (_, words)] = written();
    let [template, words] = [&template, &words].map(|text| Document::parse(text).unwrap());
    let ids = |document: &Document, attribute: &str| -> BTreeSet<String> {
        document.descendants().filter_map(|node| node.attribute(attribute)).map(str::to_owned).collect()
    };
    let known = ids(&words, "id");
    let mut referred = BTreeSet::new();
    for value in template.descendants().flat_map(|node| node.attributes()).map(|attribute| attribute.value())
    {
        let id = value.strip_prefix("$(string.").or_else(|| value.strip_prefix("$(presentation."));
        referred.extend(id.map(|id| id.trim_end_matches(')').to_owned()));
    }
    assert_eq!(referred, known);
    let elements =
        template.descendants().filter(|node| node.ancestors().any(|above| above.has_tag_name("elements")));
    let elements: BTreeSet<String> =
        elements.filter_map(|node| node.attribute("id")).map(str::to_owned).collect();
    assert_eq!(ids(&words, "refId"), elements);
    assert!(ids(&template, "ref").is_subset(&ids(&template, "name")));
}
