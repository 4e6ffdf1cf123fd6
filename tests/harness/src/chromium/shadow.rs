//! The closed shadow root of the warning, which no script of the page can reach.

use anyhow::Context;
use serde_json::{Value, json};

use super::Chromium;
use crate::script;

impl Chromium {
    /// A handle on the closed shadow root of the warning: among all of them, the one with the warning inside.
    pub(super) async fn shadow_root(&self, session: &str) -> anyhow::Result<String> {
        let document =
            self.cdp.send(session, "DOM.getDocument", json!({"depth": -1, "pierce": true})).await?;
        let root = closed_roots(&document["root"]).into_iter().find(|root| has_id(root, script::WARNING));
        let node = root.context("there is no warning")?["backendNodeId"].clone();
        let object = self.cdp.send(session, "DOM.resolveNode", json!({"backendNodeId": node})).await?;
        object["object"]["objectId"].as_str().map(str::to_owned).context("the warning is gone")
    }
}

fn closed_roots(node: &Value) -> Vec<&Value> {
    let children = ["children", "shadowRoots"].into_iter().filter_map(|key| node[key].as_array()).flatten();
    let below = children.chain(node.get("contentDocument")).flat_map(closed_roots);
    let own = (node["shadowRootType"] == "closed").then_some(node);
    own.into_iter().chain(below).collect()
}

fn has_id(node: &Value, id: &str) -> bool {
    let attributes = node["attributes"].as_array();
    let named =
        attributes.is_some_and(|pairs| pairs.chunks_exact(2).any(|pair| pair[0] == "id" && pair[1] == id));
    named
        || node["children"].as_array().is_some_and(|children| children.iter().any(|child| has_id(child, id)))
}
