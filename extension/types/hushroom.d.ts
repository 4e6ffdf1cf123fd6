// What wasm-bindgen makes of the crate: the functions of src/browser with `#[wasm_bindgen]`.

import type { Reply } from "./messages";

export default function start(options: { module_or_path: string | BufferSource }): Promise<unknown>;

export function answer(message: unknown, sender: chrome.runtime.MessageSender): Promise<Reply>;
export function apply_choices(): Promise<void>;
export function forget(tab: number): Promise<void>;

export function welcomes(): Promise<boolean>;
export function fresh_link(): Promise<string>;
export function remember(link: string, isPrivate: boolean): Promise<void>;
export function suggest(typed: string): Promise<[{ description: string }, ...chrome.omnibox.SuggestResult[]]>;
export function enter(typed: string): Promise<string>;

export function demo(): void;
export function guide(): Promise<void>;
export function options(): Promise<void>;
export function panel(): void;
export function slips(): Promise<void>;
export function popup(): Promise<void>;
