// What the types promise whoever uses the package: checked by `cargo xtask npm`, and never run.
import init, { assess, type Part } from "../../../dist/npm/guessable-npm.js";

await init();
const answer = assess("weekly-standup-2026");

export const bits: number = answer.bits;
export const verdict: "guessable" | "weak" | "strong" = answer.verdict;
export const texts: string[] = answer.parts.map((part) => part.text);

export function language({ kind }: Part): string | undefined {
  // @ts-expect-error There is no such kind.
  if (kind.type === "nonsense") return "";
  return kind.type === "word" ? kind.language : undefined;
}
