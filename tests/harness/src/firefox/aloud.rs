//! Firefox's accessibility tree, which `privileged.js` writes down.

use serde_json::Value;

use crate::seam::{Spoken, strings};

/// What Firefox calls roles that ARIA has another name for; empty where nothing is read of the element itself.
const ROLES: [(&str, &str); 29] = [
    ("text leaf", "text"),
    ("statictext", "text"),
    ("pushbutton", "button"),
    ("entry", "textbox"),
    ("checkbutton", "checkbox"),
    ("radiobutton", "radio"),
    ("spinbutton", "spinbutton"),
    ("graphic", "image"),
    ("grouping", "group"),
    ("statusbar", "status"),
    ("date editor", "date"),
    ("time editor", "date"),
    ("internal frame", ""),
    ("details", ""),
    ("definitionlist", ""),
    ("section", ""),
    ("text container", ""),
    ("text", ""),
    ("paragraph", ""),
    ("form", ""),
    ("code", ""),
    ("non-native document", ""),
    ("landmark", ""),
    ("diagram", ""),
    ("strong", ""),
    ("whitespace", ""),
    ("content", ""),
    ("combobox list", ""),
    ("property page", ""),
];

/// What is part of something that is read as a whole.
const LEFT_OUT: [&str; 3] = ["list item marker", "combobox list", "combobox option"];

/// What is read of an element that was written down.
pub(super) fn spoken(node: &Value) -> Spoken {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (called, aria) = (text(&node["role"]), text(&node["aria"]));
    let role = ROLES.iter().find(|(name, _)| *name == called).map_or(called.as_str(), |(_, role)| role);
    // Only the element itself tells landmarks apart.
    let role =
        if ["landmark", "region", "section", "statusbar"].contains(&called.as_str()) && !aria.is_empty() {
            aria.as_str()
        } else {
            role
        };
    let children = node["children"].as_array().into_iter().flatten().filter(|_| role != "date");
    let children = children.filter(|child| !LEFT_OUT.contains(&child["role"].as_str().unwrap_or_default()));
    let mut states = strings(&node["states"]);
    if let Some(value) = node["value"].as_str().filter(|value| !value.is_empty() && role != "date") {
        states.push(format!("value \"{}\"", value.replace('\n', " ")));
    }
    let role = match node["level"].as_str().filter(|level| !level.is_empty()) {
        Some(level) if role == "heading" => format!("heading {level}"),
        _ => role.to_owned(),
    };
    Spoken {
        role,
        // Firefox makes names of all that is in an item.
        name: if called == "listitem" { String::new() } else { text(&node["name"]) },
        description: text(&node["description"]),
        states,
        children: children.map(spoken).collect(),
    }
}
