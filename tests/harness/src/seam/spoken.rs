//! What a screen reader reads of a document, in its order: the browser's accessibility tree without what says nothing.

use std::fmt::Write as _;

/// Roles that are read as a whole, by their name: what is inside is shown alone.
const WHOLE: [&str; 7] = ["button", "checkbox", "combobox", "radio", "slider", "spinbutton", "textbox"];

/// Roles whose name is what stands in them, even where the browser gives them none.
const NAMED_BY_TEXT: [&str; 3] = ["listitem", "term", "definition"];

/// An element of the accessibility tree, with its role by the name that ARIA has for it.
///
/// The role is empty where the element says nothing by itself, `text` for words, and `label` for what only names another
/// element, with which its words are read already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spoken {
    /// What it is.
    pub role: String,
    /// What it is called.
    pub name: String,
    /// What is read after that, in addition.
    pub description: String,
    /// How it is at the moment, in the order in which it is to be written.
    pub states: Vec<String>,
    /// What is inside, in reading order.
    pub children: Vec<Self>,
}

impl Spoken {
    /// What is read, a line for each element, indented by how deep it is inside of others: `role "name" (description)
    /// [state, state]`.
    #[must_use]
    pub fn lines(self) -> String {
        let mut lines = String::new();
        for spoken in self.simple(false) {
            spoken.write(0, &mut lines);
        }
        lines
    }

    /// The same without elements that say nothing, and without words that are the name of what they stand in.
    fn simple(self, in_label: bool) -> Vec<Self> {
        let in_label = in_label || self.role == "label";
        let name = words(&self.name);
        if self.role == "text" {
            let is_silent = in_label || name.is_empty();
            return if is_silent { Vec::new() } else { vec![Self { name, ..self }] };
        }
        let children: Vec<Self> =
            self.children.into_iter().flat_map(|child| child.simple(in_label)).collect();
        // A group without a name is one to the eye alone.
        let is_silent = self.role == "group" && name.is_empty();
        if self.role.is_empty() || self.role == "label" || is_silent {
            return children;
        }
        let children = if WHOLE.contains(&self.role.as_str()) { Vec::new() } else { children };
        let is_text = children.iter().all(|child| child.role == "text");
        let text = children.iter().map(|child| child.name.as_str()).collect::<Vec<_>>().join(" ");
        let names_itself = name.is_empty() && NAMED_BY_TEXT.contains(&self.role.as_str());
        let (name, children) = if is_text && (names_itself || bare(&text) == bare(&name)) {
            (if names_itself { text } else { name }, Vec::new())
        } else {
            (name, children)
        };
        vec![Self { name, description: words(&self.description), children, ..self }]
    }

    fn write(&self, depth: usize, lines: &mut String) {
        let Self { role, name, description, states, children } = self;
        write!(lines, "{:indent$}{role}", "", indent = 2 * depth).ok();
        if !name.is_empty() {
            write!(lines, " \"{name}\"").ok();
        }
        if !description.is_empty() {
            write!(lines, " ({description})").ok();
        }
        if !states.is_empty() {
            write!(lines, " [{}]", states.join(", ")).ok();
        }
        lines.push('\n');
        for child in children {
            child.write(depth + 1, lines);
        }
    }
}

/// A text with one space between two words, and without the marks that keep two directions apart, which are not heard.
fn words(text: &str) -> String {
    let heard = text.replace(['\u{2068}', '\u{2069}'], "");
    heard.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without spaces, of which browsers put more or fewer between the parts of a name.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(role: &str, name: &str, children: Vec<Spoken>) -> Spoken {
        Spoken { role: role.to_owned(), name: name.to_owned(), children, ..Spoken::default() }
    }

    fn text(text: &str) -> Spoken {
        spoken("text", text, Vec::new())
    }

    #[test]
    fn what_names_an_element_is_read_once() {
        let button = spoken("button", "Copy link", vec![spoken("", "", vec![text("Copy"), text(" link ")])]);
        let label = spoken("label", "", vec![text("Mute"), spoken("checkbox", "Mute", Vec::new())]);
        let item = spoken("listitem", "", vec![text("One"), text(" \n")]);
        let page = spoken("document", "Page", vec![button, label, item]);
        assert_eq!(
            page.lines(),
            "document \"Page\"\n  button \"Copy link\"\n  checkbox \"Mute\"\n  listitem \"One\"\n"
        );
    }

    #[test]
    fn what_is_in_an_element_beside_its_name_is_read() {
        let heading = spoken("heading 2", "", vec![text("No name")]);
        let group = spoken("group", "More", vec![text("Some words"), heading]);
        assert_eq!(
            group.lines(),
            "group \"More\"\n  text \"Some words\"\n  heading 2\n    text \"No name\"\n"
        );
    }

    #[test]
    fn a_line_says_how_the_element_is() {
        let field = Spoken {
            description: "Leave it  empty".to_owned(),
            states: vec!["invalid".to_owned(), "value \"x\"".to_owned()],
            ..spoken("textbox", "", Vec::new())
        };
        assert_eq!(field.lines(), "textbox (Leave it empty) [invalid, value \"x\"]\n");
    }
}
