//! The closed shadow root of the warning, which no script of the page can reach.

use anyhow::{Context, bail};
use serde_json::{Value, json};

use super::Chromium;
use crate::script;

/// Down to the elements beside the page's body, where the extension puts its own. A page below may be of any size.
const DEPTH: i32 = 2;
/// Down to the end, for frames may be anywhere.
const WHOLE: i32 = -1;

impl Chromium {
    /// A handle on the closed shadow root of the warning: among those beside the body, the one with the warning inside;
    /// of the page itself, or else of a frame in it.
    pub(super) async fn shadow_root(&self, session: &str) -> anyhow::Result<String> {
        let page = self.document(session, DEPTH).await?;
        if let Some(root) = self.warning_beside_body(session, &page).await? {
            return Ok(root);
        }
        let frames = self.cdp.send(session, "Page.getFrameTree", json!({})).await?;
        if frames["frameTree"]["childFrames"].is_array() {
            let page = self.document(session, WHOLE).await?;
            for document in documents_within(&page) {
                if let Some(root) = self.warning_beside_body(session, document).await? {
                    return Ok(root);
                }
            }
        }
        bail!("there is no warning")
    }

    async fn document(&self, session: &str, depth: i32) -> anyhow::Result<Value> {
        let parameters = json!({ "depth": depth, "pierce": true });
        Ok(self.cdp.send(session, "DOM.getDocument", parameters).await?["root"].take())
    }

    async fn warning_beside_body(&self, session: &str, document: &Value) -> anyhow::Result<Option<String>> {
        let beside_body = children(document).flat_map(children);
        let roots = beside_body.filter_map(|host| host["shadowRoots"].as_array()).flatten();
        for root in roots.filter(|root| root["shadowRootType"] == "closed") {
            let node = json!({ "backendNodeId": root["backendNodeId"] });
            let object = self.cdp.send(session, "DOM.resolveNode", node).await?;
            let object = object["object"]["objectId"].as_str().context("the shadow root is gone")?;
            let has_it =
                format!("this.querySelector('#{}, #{}') !== null", script::WARNING, script::PUT_AWAY);
            if self.cdp.call(session, object, &has_it).await? == json!(true) {
                return Ok(Some(object.to_owned()));
            }
        }
        Ok(None)
    }
}

/// The documents of the frames below `node`, at any depth.
fn documents_within(node: &Value) -> Vec<&Value> {
    let own = node.get("contentDocument").into_iter();
    let below = children(node).chain(own.clone());
    own.chain(below.flat_map(documents_within)).collect()
}

fn children(node: &Value) -> impl Iterator<Item = &Value> {
    node["children"].as_array().into_iter().flatten()
}
