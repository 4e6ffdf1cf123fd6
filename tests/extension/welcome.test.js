import assert from "node:assert/strict";
import { test } from "node:test";

import { later, open, SCRIPTS, settle } from "./page.js";

const WELCOME = "https://meet.jit.si/";

/** A welcome page with a field; `judge` answers for a name. */
async function welcome(judge, visit = () => ({ kind: "welcome" }), more = {}) {
  const answer = ({ kind, name }) => (kind === "visit" ? visit() : judge(name));
  const page = open(WELCOME, answer, { scripts: [...SCRIPTS, "welcome.js"], ...more });
  page.field = page.document.body.appendChild(page.document.createElement("input"));
  page.field.id = "enter_room_field";
  page.type = async (name, by = "person") => {
    await page.cause(page.field, "keydown", { key: "x" }, by);
    page.field.value = name;
    await page.cause(page.field, "input", {}, by);
  };
  page.hosts = () => page.document.querySelectorAll("html > div").length;
  page.advice = () => page.roots.at(-1)?.querySelector("div")?.textContent;
  page.spoken = () => page.roots.at(-1)?.querySelector("p")?.textContent;
  await settle();
  return page;
}

const judged = (name) => ({
  kind: "judged",
  tone: "danger",
  text: `${name} is weak`,
  style: "",
  language: "en",
  direction: "ltr",
});

test("a name is judged while a person types it, and said to the ear after a pause", async () => {
  const page = await welcome(judged);
  await page.type("standup");
  assert.equal(page.advice(), "standup is weak");
  await page.pass(700);
  assert.equal(page.spoken(), "");
  await page.pass(200);
  assert.equal(page.spoken(), "standup is weak");
});

test("what a script of the page types, or fills in and focuses, shows nothing", async () => {
  const page = await welcome(judged);
  await page.type("standup", "script");
  // By a command of the page's, the browser vouches for the event.
  await page.cause(page.field, "input", {});
  await page.cause(page.field, "focusin", {});
  assert.deepEqual([page.hosts(), page.kinds().join()], [0, "visit"]);
});

test("what is typed elsewhere is nobody's business", async () => {
  const page = await welcome(judged);
  await page.type("standup");
  const other = page.document.body.appendChild(page.document.createElement("input"));
  await page.cause(other, "keydown", { key: "x" });
  await page.cause(other, "input");
  assert.deepEqual(page.kinds(), ["visit", "judge"]);
});

test("an answer about what is no longer there is not shown", async () => {
  const first = later();
  const page = await welcome((name) => (name === "standup" ? first.promise : judged(name)));
  await page.type("standup");
  await page.type("standups");
  first.resolve(judged("standup"));
  await settle();
  assert.equal(page.advice(), "standups is weak");
});

test("an answer that comes when the field was left shows nothing", async () => {
  const first = later();
  const page = await welcome(() => first.promise);
  await page.type("standup");
  await page.cause(page.field, "focusout");
  first.resolve(judged("standup"));
  await settle();
  assert.equal(page.hosts(), 0);
});

test("what was typed before the page was answered is judged then", async () => {
  const visit = later();
  const page = await welcome(judged, () => visit.promise);
  await page.type("standup");
  assert.equal(page.hosts(), 0);
  visit.resolve({ kind: "welcome" });
  await settle();
  assert.equal(page.advice(), "standup is weak");
});

test("where nobody types rooms, nothing is asked", async () => {
  const page = await welcome(judged, () => ({ kind: "quiet" }));
  await page.type("standup");
  assert.deepEqual([page.hosts(), page.kinds().join()], [0, "visit"]);
});

test("nobody answers: nothing is said", async () => {
  const page = await welcome(() => null);
  await page.type("standup");
  assert.equal(page.advice(), "");
});

test("no more of a name is sent than is judged", async () => {
  const page = await welcome(judged);
  await page.type("x".repeat(5000));
  assert.equal(page.asked.at(-1).name.length, 1000);
});

test("where it would cover something, or be out of sight, advice is said to the ear alone", async () => {
  for (const [size, seen] of [
    [[1280, 800], "visible"],
    [[1280, 300], "hidden"],
  ]) {
    const page = await welcome(judged, undefined, { size });
    await page.type("standup");
    await page.pass(900);
    assert.equal(page.roots.at(-1).querySelector("div").style.visibility, seen);
    assert.equal(page.spoken(), "standup is weak");
  }
});
