// Written by a test of src/background/message.rs.

export type Request = { "kind": "visit" } | { "kind": "leave" } | { "kind": "dismiss", 
/**
 * Whether that is to last: then it is said, too, where it is made to.
 */
lasts: boolean, } | { "kind": "undo" } | { "kind": "hidden" } | { "kind": "copy", 
/**
 * The text.
 */
text: string, } | { "kind": "told" } | { "kind": "move", 
/**
 * The link.
 */
to: string, 
/**
 * Whether a message to the others was copied: else nobody will know where they are.
 */
told: boolean, } | { "kind": "back", 
/**
 * Whether there is no page to go back to: Firefox does nothing then, and says nothing.
 */
alone: boolean, } | { "kind": "judge", 
/**
 * The name.
 */
name: string, };

export type Reply = { "kind": "warning" } & Warning | { "kind": "quiet" } | { "kind": "welcome" } | { "kind": "judged" } & Judged | { "kind": "done" } | { "kind": "refused" } | { "kind": "failed" };

export type Warning = { 
/**
 * What to say.
 */
notice: Spoken, 
/**
 * What it looks like.
 */
shape: Shape, 
/**
 * A link to a room that was just made: the way out.
 */
safeLink: string, 
/**
 * The buttons.
 */
choices: Array<Button>, 
/**
 * Whether it goes by itself, once there was time to read it.
 */
brief: boolean, 
/**
 * What else stands in it.
 */
words: Words, 
/**
 * Its style sheet.
 */
style: string, };

export type Spoken = { 
/**
 * How urgent it is.
 */
tone: Tone, 
/**
 * The matter in one sentence.
 */
title: string, 
/**
 * Why.
 */
reasons: Array<string>, 
/**
 * How many of the reasons matter at first sight.
 */
first: number, 
/**
 * What to do.
 */
advice: string, 
/**
 * Whether that is said at first sight too, where there is room.
 */
advised: boolean, };

export type Tone = "danger" | "caution" | "off" | "calm";

export type Shape = "box" | "strip" | "hold";

export type Button = { 
/**
 * The id of its element.
 */
id: string, 
/**
 * What stands on it.
 */
label: string, 
/**
 * Whether it steps back behind the others.
 */
quiet: boolean, 
/**
 * Whether it is there only once more was asked for.
 */
later: boolean, 
/**
 * The text that it copies.
 */
copies?: string, };

export type Words = { 
/**
 * What the product is called.
 */
product: string, 
/**
 * Which keys lead into the warning and out of it, for those who hear it.
 */
keys: string, 
/**
 * What the button is called that puts the warning away.
 */
close: string, 
/**
 * That something was copied.
 */
copied: string, 
/**
 * That nothing could be copied.
 */
copyFailed: string, 
/**
 * The language of all these words, as a BCP 47 code.
 */
language: string, 
/**
 * The direction that it is written in: `ltr` or `rtl`.
 */
direction: string, };

export type Judged = { 
/**
 * How urgent it is.
 */
tone: Tone, 
/**
 * What is said.
 */
text: string, 
/**
 * The language of the text, as a BCP 47 code.
 */
language: string, 
/**
 * The direction that it is written in: `ltr` or `rtl`.
 */
direction: string, 
/**
 * Its style sheet.
 */
style: string, };
