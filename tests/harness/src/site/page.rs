//! What a host answers, and what arrived.

use std::collections::HashMap;

/// What a host answers for a path.
#[derive(Debug, Clone)]
pub struct Page {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Page {
    /// An HTML page with `body` inside its `<body>`.
    #[must_use]
    pub fn html(body: &str) -> Self {
        let body = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Fixture</title></head>\
             <body>{body}</body></html>"
        );
        Self::file("text/html; charset=utf-8", body)
    }

    /// A file of a media type, which may be a script or a wasm module.
    #[must_use]
    pub fn file(media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type".to_owned(), media_type.to_owned())];
        Self { status: 200, headers, body: body.into() }
    }

    /// Nothing but a status.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new() }
    }

    /// With one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A request that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The host that was asked, with the port if one was named.
    pub host: String,
    /// Path and query.
    pub path: String,
    /// What the browser says it is for: `Sec-Fetch-Dest`, or nothing.
    pub destination: String,
    /// The origin that sent it, where the browser says so.
    pub origin: String,
}

/// What is answered, and what was asked for.
#[derive(Debug, Default)]
pub(super) struct State {
    /// By host and path.
    pub(super) pages: HashMap<(String, String), Page>,
    pub(super) requests: Vec<Request>,
}
