export type Request =
  | { kind: "visit" }
  | { kind: "leave" }
  | { kind: "dismiss" }
  | { kind: "silence" }
  | { kind: "undo" }
  | { kind: "hidden" }
  | { kind: "move"; to: string }
  | { kind: "back"; alone: boolean }
  | { kind: "judge"; name: string };
export type Tone = "calm" | "caution" | "danger";
export type Shape = "banner" | "slim" | "hold";
export type Spoken = { tone: Tone; title: string; reasons: string[]; advice: string };
export type Button = { id: string; label: string; quiet: boolean; copies?: string };
export type Words = {
  product: string;
  close: string;
  copied: string;
  copyFailed: string;
  silenced: string;
  language: string;
  direction: string;
};
export type Warning = {
  notice: Spoken;
  shape: Shape;
  safeLink: string;
  choices: Button[];
  silenced: Button[];
  words: Words;
  style: string;
};
export type Judged = { tone: Tone; text: string; language: string; direction: string; style: string };
export type Reply =
  | ({ kind: "warning" } & Warning)
  | { kind: "quiet" }
  | { kind: "welcome" }
  | ({ kind: "judged" } & Judged)
  | { kind: "done" }
  | { kind: "refused" }
  | { kind: "failed" };
