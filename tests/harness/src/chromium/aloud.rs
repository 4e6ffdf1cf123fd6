//! Chromium's accessibility tree, as its protocol gives it: a list of nodes that name their children.

use std::collections::HashMap;

use anyhow::Context;
use serde_json::{Value, json};

use super::Chromium;
use crate::seam::Spoken;

/// What Chromium calls roles that ARIA has another name for; empty where nothing is read of the element itself.
const ROLES: [(&str, &str); 25] = [
    ("RootWebArea", "document"),
    ("StaticText", "text"),
    ("LabelText", "label"),
    ("Legend", "label"),
    ("DisclosureTriangle", "summary"),
    ("DisclosureTriangleGrouped", "summary"),
    ("ComboBoxSelect", "combobox"),
    ("DescriptionListTerm", "term"),
    ("DescriptionListDetail", "definition"),
    ("sectionheader", ""),
    ("img", "image"),
    ("DateTime", "date"),
    ("Date", "date"),
    ("InputTime", "date"),
    ("Details", ""),
    ("DescriptionList", ""),
    ("generic", ""),
    ("none", ""),
    ("paragraph", ""),
    ("form", ""),
    ("code", ""),
    ("sectionfooter", ""),
    ("Section", ""),
    ("LineBreak", ""),
    ("SvgRoot", ""),
];

/// What is part of something that is read as a whole.
const LEFT_OUT: [&str; 3] = ["InlineTextBox", "ListMarker", "MenuListPopup"];

impl Chromium {
    /// What a screen reader reads of the document that `session` speaks to.
    pub(super) async fn read(&self, session: &str) -> anyhow::Result<Spoken> {
        let mut answer = self.cdp.send(session, "Accessibility.getFullAXTree", json!({})).await?;
        let list = answer["nodes"].as_array_mut().context("no accessibility tree")?;
        for node in list.iter_mut().filter(|node| node["role"]["value"] == "slider") {
            // The protocol knows the number alone, and not what is said for it.
            let element = json!({ "backendNodeId": node["backendDOMNodeId"] });
            let element = self.cdp.send(session, "DOM.resolveNode", element).await?;
            let element = element["object"]["objectId"].as_str().context("a slider is gone")?;
            let said = self.cdp.call(session, element, "this.getAttribute('aria-valuetext')").await?;
            if said.is_string() {
                node["value"]["value"] = said;
            }
        }
        let nodes: HashMap<&str, &Value> =
            list.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
        Ok(spoken(list.first().context("an empty accessibility tree")?, &nodes))
    }
}

fn spoken(node: &Value, nodes: &HashMap<&str, &Value>) -> Spoken {
    let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
    let called = text(&node["role"]);
    let role = ROLES.iter().find(|(name, _)| *name == called).map_or(called.as_str(), |(_, role)| role);
    // A date is made of fields, whose order is the language's.
    let children = node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let children = children.filter(|_| role != "date").filter_map(|id| nodes.get(id));
    let children = children.filter(|child| {
        child["ignored"] == json!(true)
            || !LEFT_OUT.contains(&child["role"]["value"].as_str().unwrap_or_default())
    });
    let children = children.map(|child| spoken(child, nodes)).collect();
    if node["ignored"] == json!(true) {
        return Spoken { children, ..Spoken::default() };
    }
    let property = |name: &str| {
        let properties = node["properties"].as_array().into_iter().flatten();
        properties.into_iter().find(|each| each["name"] == name).map(|each| &each["value"]["value"])
    };
    let is = |name: &str, wanted: &Value| property(name) == Some(wanted);
    let yes = |name: &str| is(name, &json!(true)) || is(name, &json!("true"));
    let mut states = Vec::new();
    for (holds, state) in [
        (yes("modal"), "modal"),
        (yes("expanded"), "expanded"),
        (is("expanded", &json!(false)), "collapsed"),
        (yes("checked"), "checked"),
        (yes("pressed"), "pressed"),
        (yes("disabled"), "disabled"),
        (yes("required"), "required"),
        (yes("invalid"), "invalid"),
    ] {
        if holds {
            states.push(state.to_owned());
        }
    }
    let number = node["value"]["value"].as_f64().map(|number| number.to_string());
    let written = node["value"]["value"].as_str().map(str::to_owned);
    if let Some(value) = written.or(number).filter(|value| !value.is_empty() && role != "date") {
        states.push(format!("value \"{}\"", value.replace('\n', " ")));
    }
    let role = match property("level") {
        Some(level) if role == "heading" => format!("heading {level}"),
        _ => role.to_owned(),
    };
    Spoken { role, name: text(&node["name"]), description: text(&node["description"]), states, children }
}
