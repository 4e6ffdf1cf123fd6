// Rich editors as pages have them, one below the other, each in an element with its name for an id. `models` says what
// each believes that it holds, which is what would be sent.

import { ClassicEditor } from "@ckeditor/ckeditor5-editor-classic";
import { Essentials } from "@ckeditor/ckeditor5-essentials";
import { Paragraph } from "@ckeditor/ckeditor5-paragraph";
import { registerRichText } from "@lexical/rich-text";
import { Editor, EditorState } from "draft-js";
import { $getRoot, createEditor } from "lexical";
import { schema } from "prosemirror-schema-basic";
import { EditorState as ProseState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import Quill from "quill";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { createEditor as createSlate, Node } from "slate";
import { Editable, Slate, withReact } from "slate-react";

const models = {};
globalThis.models = models;

function place(name) {
  const holder = document.createElement("section");
  const field = document.createElement("div");
  field.id = name;
  holder.append(field);
  document.body.append(holder);
  return field;
}

const slate = withReact(createSlate());
createRoot(place("slate-holder")).render(
  createElement(
    Slate,
    { editor: slate, initialValue: [{ type: "paragraph", children: [{ text: "" }] }] },
    createElement(Editable, { id: "slate" }),
  ),
);
models.slate = () => Node.string(slate);

function Draft() {
  const [state, setState] = useState(() => EditorState.createEmpty());
  models.draft = () => state.getCurrentContent().getPlainText();
  return createElement(Editor, { editorState: state, onChange: setState });
}
createRoot(place("draft")).render(createElement(Draft));

const lexical = createEditor({ namespace: "lexical", onError: console.error });
const lexicalField = place("lexical");
lexicalField.contentEditable = "true";
lexical.setRootElement(lexicalField);
registerRichText(lexical);
models.lexical = () => lexical.getEditorState().read(() => $getRoot().getTextContent());

const prose = new EditorView(place("prosemirror"), { state: ProseState.create({ schema }) });
models.prosemirror = () => prose.state.doc.textContent;

const quill = new Quill(place("quill"));
models.quill = () => quill.getText();

const ckeditor = await ClassicEditor.create(place("ckeditor"), {
  licenseKey: "GPL",
  plugins: [Essentials, Paragraph],
});
ckeditor.editing.view.change((writer) => {
  writer.setAttribute("id", "ckeditor-field", ckeditor.editing.view.document.getRoot());
});
models.ckeditor = () => ckeditor.getData();

document.title = "ready";
