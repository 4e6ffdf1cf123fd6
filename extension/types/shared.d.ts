// What the content scripts share, and what browsers have that TypeScript does not know yet.

import type { Reply, Request, Warning } from "./messages";

declare global {
  /** Asks the background; `null` when this script outlived an update of the extension. */
  type Ask = (request: Request) => Promise<Reply | null>;

  /** A host whose closed shadow root holds `box`. */
  type House = { host: HTMLElement; root: ShadowRoot; box: HTMLElement };

  /** A rectangle of the window, in CSS pixels. */
  type Area = [left: number, upper: number, right: number, lower: number];

  /** Where the upper left corner of a warning is, and how much it covers there, in square pixels. */
  type Spot = { x: number; y: number; covered: number };

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
    /** Moves it out of the page's way, where it `stays` only from what is new there; whether it moved. */
    arrange(stays: boolean): boolean;
    /** Somebody is at it, by pointer, finger or focus, and may press next. */
    near(): void;
    /** The user pressed a button that was in sight. */
    press(button: HTMLButtonElement | null | undefined): void;
    /** The user put it away by Escape. */
    leave(): void;
    /** Whether the page hides it now. */
    lose(hidden: boolean): void;
    /** Makes another in the place of one that is not as it was made. */
    anew(): void;
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
    /** Calls `act` after `wait` milliseconds, and gives what prevents that, which no page does. */
    delay(act: () => void, wait: number): () => void;
    /**
     * In how long one does again what is done so `often`, on average: no page can tell, and be in nobody's way, or at another
     * address, just then.
     */
    soon(often: number): number;
    /** Whether document.open() has been called, or something like it: since then the page's listeners come first. */
    wasWrittenAnew(): boolean;
    /** Whether the browser tells of covers that let clicks through, which no hit test does: Chromium does. */
    isTold: boolean;
    /** What selects dialogs. */
    DIALOGS: string;
    /** Whether `element` was opened in the top layer, where what came last is in front. */
    isOnTop(element: Element): boolean;
    /** Whether `element` is rendered and visible. */
    isShown(element: Element): boolean;
    /** Whether something of the page is open or typed into, which Escape is meant for; `but` is no part of the page. */
    isTaken(but: Element): boolean;
    /** Whether all but a modal dialog is inert: by one of the page, by what of it fills the screen, or by a style. */
    isInert(but: Element): boolean;
    /** Looks from now on whether anything changes but `but`; what this returns tells, and ends that. */
    changed(but: Element): () => boolean;
    /**
     * What was put on top unheard, in shadow roots but that of `but`, and, unless the rest `isHeard`, there too: what is
     * open, and what is closed and still painted, the lists of selects and the like among it.
     */
    unheard(isHeard: boolean, but: Element): { open: Element[]; lingering: Element[] };
    /** The field with the focus, if it is not filled in as the page wants: the browser may say so, over everything. */
    complains(): HTMLElement | null;
    /** What lies in the window that somebody could press, beneath `host`, and whether a dialog fills it. */
    pressable(host: Element): { areas: Area[]; isFilled: boolean };
    /** The first of `spots` where something of `size` covers the least of `areas`, and how much, in square pixels. */
    freest(size: [width: number, height: number], spots: [x: number, y: number][], areas: Area[]): Spot;
    /**
     * What puts `box` where it is in nobody's way, in the first of `forms` for which there is room, else in the last;
     * if it was looked at, whether it moved, and whether it covers more than at first. All is measured anew when `what` it
     * says has changed; until then, where it `stays`, it moves only from what was not there when it came.
     */
    placer(
      host: Element,
      box: HTMLElement,
    ): (forms: Form[], what: string, stays: boolean) => { isMoved: boolean; isMore: boolean } | null;
    /** What undoes what the page writes on its own element and on `host` to hide them. */
    unhide(host: HTMLElement): {
      /** Takes attributes away that keep `host`, or the whole page, from people. */
      clean(): void;
      /** Whether the page has written them again at once ever since this was asked. */
      isAgain(): boolean;
      /** Shows the page's own element until it is restored. */
      show(): void;
      restore(): void;
    };
    /** For how long `box` has been seen where it stands. */
    seen(box: HTMLElement): {
      /** For how long a warning has to be in sight before a press counts, in milliseconds. */
      SEEN_MS: number;
      /** It is in sight, where it stands now; it counts for less if the page keeps it from people in other ways. */
      notice(isWritten: boolean): void;
      /** It is out of sight, or not seen. */
      unsettle(): void;
      /** It stands elsewhere, or says something else. */
      move(): void;
      /** From now on a press counts only later again: a double press is one, and what stands there then was not seen. */
      startAnew(): void;
      /** Glimpses by `look`, and notices that nobody could for a while, or that it moved. */
      glimpse(look: () => void): void;
      /** Whether it had stood there for long enough when `press` was made, whenever that is heard, and still does. */
      stoodBefore(press: Event): boolean;
      /** Whether it has been in sight for that long, wherever it stood. */
      isSteady(): boolean;
    };
    /** Looks at a warning; between `watch` and `rest`, `told` hears whether something covers it, where the browser tells. */
    sight(
      house: House,
      told: (isCovered: boolean) => void,
    ): {
      isSeen(): boolean;
      isPaintedOver(): boolean;
      covers(): { open: Element[]; isCovered: boolean; isNew: boolean };
      uncover(): { isCovered: boolean; isNew: boolean };
      watch(): void;
      rest(): void;
    };
    /**
     * Whether a warning is as it was made, from `guard` to `release`; `told` hears when its tree is changed by anything but
     * what is written by `write`.
     */
    whole(
      parts: Pick<Kept, "root" | "box" | "frame">,
      told: () => void,
    ): {
      guard(): void;
      isWhole(): boolean;
      write<Result>(act: () => Result): Result;
      release(): void;
    };
    /** What the keys do, and where the focus came from. */
    keys(
      kept: Omit<Kept, "arrange" | "near" | "press" | "lose" | "anew"> & {
        /** Whether the warning has to be modal now. */
        isModal(): boolean;
        /** Takes away what may lie over it; whether there was any. */
        clear(): boolean;
        /** Whether a press counts. */
        counts(press: Event): boolean;
      },
    ): {
      /** Hears a key; whether it was meant for the warning and for nothing else. */
      onKey(event: KeyboardEvent, mine: boolean): boolean;
      /** Follows presses of a key or the pointer, in the page and in the warning. */
      follow(event: Event & Partial<KeyboardEvent>, mine: boolean): void;
      /** What a key presses now. */
      pressed(): Element | null;
      comesFrom(event: Event & Partial<FocusEvent>): boolean;
      giveBack(): void;
    };
    /**
     * Keeps a warning in sight until it ends; `settle` has it arranged, `write` changes it, after `again` no press counts for
     * a while.
     */
    keep(kept: Kept): {
      end(): void;
      settle(must?: boolean): void;
      write<Result>(act: () => Result): Result;
      again(): void;
    };
    make: Make;
    house(box: HTMLElement, style: string): House;
    /** Shows a warning until its `end`; it is `again` about what the page calls itself now. */
    warn(
      warning: Warning,
      ask: Ask,
      left: (answer: Promise<Reply | null> | null) => void,
      lose: (hidden: boolean) => void,
      anew: () => void,
    ): { end(): void; again(): void };
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
