// What the content scripts share, and what browsers have that TypeScript does not know yet.

import type { Reply, Request, Warning } from "./messages";

declare global {
  /** Asks the background; `null` when this script outlived an update of the extension. */
  type Ask = (request: Request) => Promise<Reply | null>;

  /** A host whose closed shadow root holds `box`. */
  type House = { host: HTMLElement; root: ShadowRoot; box: HTMLElement };

  /** A rectangle of the window, in CSS pixels. */
  type Area = [left: number, upper: number, right: number, lower: number];

  /** How large a warning is. */
  type Form = "box" | "sheet" | "strip";

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
    /** Moves it out of the page's way; whether it moved. */
    arrange(): boolean;
    /** The user pressed a button that was in sight. */
    press(button: HTMLButtonElement | null | undefined): void;
    /** The user put it away by Escape. */
    leave(): void;
    /** Whether the page hides it now. */
    lose(hidden: boolean): void;
  };

  type Hushroom = {
    /** A member of an element as its kind has it, whatever its fields are called. */
    real<Of extends Element, Name extends keyof Of>(
      element: Of,
      name: Name,
      ...given: Of[Name] extends (...given: infer Given) => unknown ? Given : []
    ): Of[Name] extends (...given: never[]) => infer Result ? Result : Of[Name];
    /** The document's own member, whatever the page's elements are called. */
    own<Name extends keyof Document>(
      name: Name,
      ...given: Document[Name] extends (...given: infer Given) => unknown ? Given : []
    ): Document[Name] extends (...given: never[]) => infer Answer ? Answer : Document[Name];
    /** Calls `register`, which adds listeners, now and whenever document.open() may have dropped them. */
    lastingly(register: () => void): void;
    /** What lies in the window that somebody could press, beneath `host`. */
    pressable(host: Element): Area[];
    /** The first of `spots` where something of `size` covers the least of `areas`, and how much, in square pixels. */
    freest(
      size: [width: number, height: number],
      spots: [x: number, y: number][],
      areas: Area[],
    ): { x: number; y: number; covered: number };
    /**
     * What puts `box` where it is in nobody's way, in the first of `forms` for which there is room, else in the last;
     * whether it moved. Its sizes are measured anew when `what` it says has changed.
     */
    placer(host: Element, box: HTMLElement): (forms: Form[], what: string) => boolean;
    /** Keeps a warning in sight until it ends; `settle` has it arranged. */
    keep(kept: Kept): { end(): void; settle(must?: boolean): void };
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
