//! What is asked inside a page, as JavaScript functions that are the same for both browsers.

/// The id of the element that holds the whole warning, inside its shadow root.
pub(crate) const WARNING: &str = "warning";

/// Shows all letters at twice their size, and nothing else, as Firefox does for those who want that.
pub(crate) const DOUBLE_LETTERS: &str = "(root) => {
  const all = [...root.querySelectorAll(root.body ? 'body, body *' : '*')];
  const sizes = all.map((each) => parseFloat(getComputedStyle(each).fontSize));
  all.forEach((each, at) => each.style?.setProperty('font-size', `${2 * sizes[at]}px`, 'important'));
}";

/// Listens for the next click on an element; a list that opens when it is pressed hears of no click.
pub(crate) const LISTEN_FOR_CLICK: &str = "(root, id) => {
  const element = root.getElementById(id);
  const until = new AbortController();
  root.isClickHeard = false;
  root.defaultView.addEventListener(element.matches('select') ? 'mousedown' : 'click', ({ target }) => {
    if (element.contains(target)) {
      root.isClickHeard = true;
      until.abort();
    }
  }, { capture: true, signal: until.signal });
}";

/// Whether it has come.
pub(crate) const IS_CLICK_HEARD: &str = "(root) => root.isClickHeard";

/// The id of the line that says that a warning was put away.
pub(crate) const PUT_AWAY: &str = "put-away";

/// The text of an element as a person reads it.
pub(crate) const TEXT: &str = "(root, id) => {
  const element = root.getElementById(id);
  return element === null ? null : (element.innerText ?? element.textContent).trim();
}";

/// Where an element is, `[x, y, width, height]`; null where a person would not see it.
pub(crate) const RECT: &str = "(root, id) => {
  const element = root.getElementById(id);
  const box = element?.getBoundingClientRect();
  if (!box || box.width === 0 || box.height === 0) return null;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
  const view = element.ownerDocument.defaultView;
  if (box.right <= 0 || box.bottom <= 0 || box.left >= view.innerWidth || box.top >= view.innerHeight) return null;
  return [box.x, box.y, box.width, box.height];
}";

/// Whether the topmost element in the middle of an element is that element or inside it.
pub(crate) const REACHABLE: &str = "(root, id) => {
  const element = root.getElementById(id);
  if (!element) return false;
  const box = element.getBoundingClientRect();
  const hit = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return hit !== null && element.contains(hit);
}";

/// The middle of an element, `[x, y]`, scrolled into view; null while it moves or cannot be seen.
pub(crate) const MIDDLE: &str = "async (root, id) => {
  const element = root.getElementById(id);
  if (!element || !element.checkVisibility()) return null;
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const first = element.getBoundingClientRect();
  if (first.width === 0 || first.height === 0) return null;
  const view = element.ownerDocument.defaultView;
  // A page that another one comes in front of paints no more.
  await new Promise((resolve) => {
    view.requestAnimationFrame(resolve);
    view.setTimeout(resolve, 1000);
  });
  const second = element.getBoundingClientRect();
  if (first.x !== second.x || first.y !== second.y || first.width !== second.width) return null;
  return [second.x + second.width / 2, second.y + second.height / 2];
}";
