//! The closed shadow root of the warning, which no script of the page can reach.

use anyhow::{Context, bail};
use serde_json::{Value, json};

use super::Chromium;
use crate::script;

/// Down to the elements beside the page's body, where the extension puts its own. A page below may be of any size.
const DEPTH: u32 = 2;

impl Chromium {
    /// A handle on the closed shadow root of the warning: among those beside the body, the one with the warning inside.
    pub(super) async fn shadow_root(&self, session: &str) -> anyhow::Result<String> {
        let parameters = json!({ "depth": DEPTH, "pierce": true });
        let document = self.cdp.send(session, "DOM.getDocument", parameters).await?;
        let beside_body = children(&document["root"]).flat_map(children);
        let roots = beside_body.filter_map(|host| host["shadowRoots"].as_array()).flatten();
        for root in roots.filter(|root| root["shadowRootType"] == "closed") {
            let node = json!({ "backendNodeId": root["backendNodeId"] });
            let object = self.cdp.send(session, "DOM.resolveNode", node).await?;
            let object = object["object"]["objectId"].as_str().context("the shadow root is gone")?;
            let has_it = format!("this.getElementById('{}') !== null", script::WARNING);
            if self.cdp.call(session, object, &has_it).await? == json!(true) {
                return Ok(object.to_owned());
            }
        }
        bail!("there is no warning")
    }
}

fn children(node: &Value) -> impl Iterator<Item = &Value> {
    node["children"].as_array().into_iter().flatten()
}
