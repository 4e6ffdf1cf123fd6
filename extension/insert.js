// What the context menu does in the page: it types a link where the menu was opened, and looks whether it stands there.

/**
 * Types `link` where the cursor is. Where it does not stand there in full afterwards, what was typed of it is taken
 * back, the link is copied, and `said` says so in the page. The browser takes this function to the page by its source,
 * so it uses nothing from around it.
 * @param {string} link
 * @param {{ copied: string, language: string, direction: string }} said
 * @returns {Promise<"typed" | "copied" | "nowhere">}
 */
export async function insert(link, said) {
  // In milliseconds, how long an editor may take to show what was typed, or to throw it out again. Chosen because
  // editors draw anew within a few frames; the user has looked at the menu until now, and waits for nothing else.
  const ENOUGH = 200;

  /** The element with the focus, within whatever shadow roots. */
  function focused() {
    const { dom } = chrome;
    let element = /** @type {HTMLElement | null} */ (document.activeElement);
    for (let inner = element; inner; ) {
      element = inner;
      const root = inner.shadowRoot ?? inner.openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(inner);
      inner = /** @type {HTMLElement | null} */ (root?.activeElement ?? null);
    }
    return element;
  }

  const field = focused();
  if (!field) {
    return "nowhere";
  }
  let editor = field;
  while (editor.parentElement?.isContentEditable) {
    editor = editor.parentElement;
  }
  const text = () =>
    String("value" in field ? field.value : editor.textContent).replaceAll(/[\u200b\u2060\ufeff]/g, "");
  const before = text();

  // Editors keep a model of what they hold, into which a paste leads and other ways do not; the undo of a plain field
  // knows what was typed.
  function paste() {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", link);
    // Firefox has names of its own for what is pasted.
    const inFirefox = { data: link, dataType: "text/plain" };
    const given = { bubbles: true, cancelable: true, clipboardData, composed: true, ...inFirefox };
    return !field?.dispatchEvent(new ClipboardEvent("paste", given));
  }
  if ("value" in field || !paste()) {
    document.execCommand("insertText", false, link);
  }
  await new Promise((done) => setTimeout(done, ENOUGH));
  if (text().includes(link)) {
    return "typed";
  }
  // Half a link leads somewhere else.
  if (text() !== before) {
    document.execCommand("undo");
  }

  let isCopied = false;
  const onCopy = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData("text/plain", link);
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopied = true;
  };
  try {
    await navigator.clipboard.writeText(link);
    isCopied = true;
  } catch {
    addEventListener("copy", onCopy, true);
    document.execCommand("copy");
    removeEventListener("copy", onCopy, true);
  }
  if (!isCopied) {
    return "nowhere";
  }

  const note = document.createElement("div");
  const line = document.createElement("p");
  const sheet = document.createElement("style");
  sheet.textContent = `
    :host { all: initial !important; position: fixed !important; inset: auto 0 24px !important;
      margin: auto !important; width: fit-content !important; max-width: calc(100% - 32px) !important; }
    p { margin: 0; padding: 12px 16px; border: 1px solid; border-radius: 8px; font: 15px/1.4 system-ui, sans-serif;
      background: Canvas; color: CanvasText; }`;
  Object.assign(line, { textContent: said.copied, lang: said.language, dir: said.direction });
  line.setAttribute("role", "status");
  note.id = "hushroom-note";
  note.popover = "manual";
  const root = note.attachShadow({ mode: "closed" });
  root.append(sheet);
  document.documentElement.append(note);
  note.showPopover();
  // A screen reader says what appears in a region that was there.
  root.append(line);
  for (const kind of ["keydown", "pointerdown"]) {
    addEventListener(kind, () => note.remove(), { capture: true, once: true });
  }
  return "copied";
}
