// What the content scripts share, and what browsers have that TypeScript does not know yet.

import type { Reply, Request, Warning } from "./messages";

declare global {
  /** Asks the background; `null` when this script outlived an update of the extension. */
  type Ask = (request: Request) => Promise<Reply | null>;

  /** A host whose closed shadow root holds `box`. */
  type House = { host: HTMLElement; root: ShadowRoot; box: HTMLElement };

  type Make = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Record<string, string>,
    ...children: (Node | string)[]
  ) => HTMLElementTagNameMap[Tag];

  type Kept = House & {
    /** What the warning is in when it has to be modal. */
    frame: HTMLDialogElement;
    /** Whether it keeps the page from being used meanwhile. */
    hold: boolean;
    /** The user pressed a button that was in sight. */
    press(button: HTMLButtonElement | null | undefined): void;
    /** The user put it away by Escape. */
    leave(): void;
    /** Whether the page hides it now. */
    lose(hidden: boolean): void;
  };

  type Hushroom = {
    /** The document's own member, whatever the page's elements are called. */
    own<Name extends keyof Document>(
      name: Name,
      ...given: Document[Name] extends (...given: infer Given) => unknown ? Given : []
    ): Document[Name] extends (...given: never[]) => infer Answer ? Answer : Document[Name];
    /** Calls `register`, which adds listeners, now and whenever document.open() may have dropped them. */
    lastingly(register: () => void): void;
    /** Keeps a warning in sight until the function is called that it returns. */
    keep(kept: Kept): () => void;
    make: Make;
    house(box: HTMLElement, style: string): House;
    /** Shows a warning until the function is called that it returns. */
    warn(warning: Warning, ask: Ask, left: () => void, lose: (hidden: boolean) => void): () => void;
    /** On a welcome page: advises by asking, or no longer. */
    advise?: (ask: Ask | null) => void;
    visit?: () => void;
  };

  var hushroom: Hushroom;

  namespace chrome {
    /** Firefox's, on the desktop. */
    var sidebarAction: { open(): Promise<void> } | undefined;
  }

  interface Document {
    readonly prerendering: boolean;
  }

  interface Element {
    /** Firefox's, in content scripts. */
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }

  interface IntersectionObserverInit {
    delay?: number;
    trackVisibility?: boolean;
  }

  interface IntersectionObserverEntry {
    /** Chromium's. */
    readonly isVisible?: boolean;
  }
}
