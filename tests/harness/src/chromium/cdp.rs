//! The Chrome DevTools Protocol, over one connection to the whole browser: WebDriver sees tabs, this sees the
//! extension's service worker, its popup, and closed shadow roots too.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, anyhow, bail};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio_tungstenite::tungstenite::Message;

/// Something that can be spoken to: a tab, a popup, a service worker.
#[derive(Debug, Clone)]
pub(super) struct Target {
    /// The browser's name for it; for a tab the same as WebDriver's window handle.
    pub(super) id: String,
    kind: String,
    /// The address of what it shows or runs.
    pub(super) address: String,
}

impl Target {
    /// Whether it is a `page`, a `service_worker` and so on.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }
}

#[derive(Debug, Default)]
struct Shared {
    waiting: HashMap<u64, oneshot::Sender<anyhow::Result<Value>>>,
    /// Session by target.
    sessions: HashMap<String, String>,
    /// Who asked, and for what.
    requests: Vec<(String, String)>,
}

/// The connection. It closes when it is dropped.
#[derive(Debug)]
pub(super) struct Cdp {
    outgoing: mpsc::UnboundedSender<Message>,
    shared: Arc<Mutex<Shared>>,
    next: AtomicU64,
    tasks: [JoinHandle<()>; 2],
}

impl Cdp {
    /// Connects to the browser that runs in `profile`: it writes there on which port and under which path it
    /// listens.
    pub(super) async fn connect(profile: &Path) -> anyhow::Result<Self> {
        let file = profile.join("DevToolsActivePort");
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let (port, path) = text.split_once('\n').context("no path of the debugger")?;
        let address = format!("ws://127.0.0.1:{port}{}", path.trim());
        let (socket, _) = tokio_tungstenite::connect_async(address).await?;
        let (mut sink, mut stream) = socket.split();
        let (outgoing, mut queue) = mpsc::unbounded_channel::<Message>();
        let shared = Arc::new(Mutex::new(Shared::default()));
        let writer = tokio::spawn(async move {
            while let Some(message) = queue.recv().await {
                if sink.send(message).await.is_err() {
                    break;
                }
            }
        });
        let inbox = Arc::clone(&shared);
        let reader = tokio::spawn(async move {
            while let Some(Ok(message)) = stream.next().await {
                if let Ok(value) = message.to_text().map_err(Into::into).and_then(parsed) {
                    lock(&inbox).receive(&value);
                }
            }
            // Nobody will answer what is still asked.
            lock(&inbox).waiting.clear();
        });
        Ok(Self { outgoing, shared, next: AtomicU64::new(1), tasks: [writer, reader] })
    }

    /// Sends a command to a session, or with an empty one to the browser itself; gives its result.
    pub(super) async fn send(&self, session: &str, method: &str, parameters: Value) -> anyhow::Result<Value> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let mut command = json!({"id": id, "method": method, "params": parameters});
        if !session.is_empty() {
            command["sessionId"] = json!(session);
        }
        let (sender, receiver) = oneshot::channel();
        lock(&self.shared).waiting.insert(id, sender);
        self.outgoing.send(Message::text(command.to_string()))?;
        let answer = tokio::time::timeout(crate::wait::DEADLINE, receiver).await;
        answer.with_context(|| format!("no answer to {method}"))?.context("the browser is gone")?
    }

    /// All that can be spoken to.
    pub(super) async fn targets(&self) -> anyhow::Result<Vec<Target>> {
        let answer = self.send("", "Target.getTargets", json!({})).await?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let targets = answer["targetInfos"].as_array().context("no targets")?;
        let target = |info: &Value| Target {
            id: text(&info["targetId"]),
            kind: text(&info["type"]),
            address: text(&info["url"]),
        };
        Ok(targets.iter().map(target).collect())
    }

    /// The session in which `target` can be spoken to; what it asks of the network is written down from now on.
    pub(super) async fn attach(&self, target: &Target) -> anyhow::Result<String> {
        if let Some(session) = lock(&self.shared).sessions.get(&target.id) {
            return Ok(session.clone());
        }
        let parameters = json!({"targetId": target.id, "flatten": true});
        let answer = self.send("", "Target.attachToTarget", parameters).await?;
        let session = answer["sessionId"].as_str().context("no session")?.to_owned();
        self.send(&session, "Network.enable", json!({})).await?;
        lock(&self.shared).sessions.insert(target.id.clone(), session.clone());
        Ok(session)
    }

    /// Speaks to `target` no longer, if it did. It may be gone by now.
    pub(super) async fn detach(&self, target: &Target) {
        let session = lock(&self.shared).sessions.remove(&target.id);
        if let Some(session) = session {
            self.send("", "Target.detachFromTarget", json!({"sessionId": session})).await.ok();
        }
    }

    /// A handle on what a JavaScript expression names.
    pub(super) async fn evaluate(&self, session: &str, expression: &str) -> anyhow::Result<String> {
        let parameters = json!({"expression": expression});
        let answer = self.send(session, "Runtime.evaluate", parameters).await?;
        thrown(&answer)?;
        answer["result"]["objectId"].as_str().map(str::to_owned).context("not an object")
    }

    /// The value of an expression in which `this` is `object`, as if a person had just clicked.
    pub(super) async fn call(&self, session: &str, object: &str, expression: &str) -> anyhow::Result<Value> {
        let parameters = json!({
            "functionDeclaration": format!("function () {{ return ({expression}); }}"),
            "objectId": object,
            "awaitPromise": true,
            "returnByValue": true,
            "userGesture": true,
        });
        let answer = self.send(session, "Runtime.callFunctionOn", parameters).await?;
        thrown(&answer)?;
        Ok(answer["result"]["value"].clone())
    }

    /// Everything that attached targets asked of the network: who, and for what.
    pub(super) fn requests(&self) -> Vec<(String, String)> {
        lock(&self.shared).requests.clone()
    }

    /// Forgets what was asked of the network so far.
    pub(super) fn forget_requests(&self) {
        lock(&self.shared).requests.clear();
    }
}

impl Drop for Cdp {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

impl Shared {
    fn receive(&mut self, message: &Value) {
        let parameters = &message["params"];
        match message["method"].as_str() {
            Some("Network.requestWillBeSent") => {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                let request = (text(&parameters["documentURL"]), text(&parameters["request"]["url"]));
                self.requests.push(request);
            }
            Some("Target.detachedFromTarget") => {
                self.sessions.retain(|_, session| parameters["sessionId"] != session.as_str());
            }
            Some(_) => {}
            None => {
                let waiting = message["id"].as_u64().and_then(|id| self.waiting.remove(&id));
                let answer = match message.get("error") {
                    Some(error) => Err(anyhow!("{error}")),
                    None => Ok(message["result"].clone()),
                };
                // Whoever asked may have given up since.
                waiting.map(|sender| sender.send(answer));
            }
        }
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn parsed(text: &str) -> anyhow::Result<Value> {
    Ok(serde_json::from_str(text)?)
}

fn thrown(answer: &Value) -> anyhow::Result<()> {
    let Some(details) = answer.get("exceptionDetails") else { return Ok(()) };
    let description = details["exception"]["description"].as_str().or_else(|| details["text"].as_str());
    bail!("{}", description.unwrap_or("an exception without a description"))
}
