// Reads addresses from standard input, a NUL byte after each, as Jitsi Meet's own client does, and prints a line for
// each: what stands between the host and the room, a tab, and the room, both as the client sends them to its server;
// nothing where the client finds no room.
//
// Before the client, the browser reads an address; and it is the server that finds the tenant, once it has decoded and merged
// the slashes. One at the end is a slip of whoever wrote the address: it leads to no room, and no room is meant but the one
// in front of it.

import { readFileSync } from "node:fs";
import { getBackendSafePath, getBackendSafeRoomName, parseURIString } from "jitsi-meet/uri";

const addresses = readFileSync(0, "utf8").split("\0").slice(0, -1);
const lines = addresses.map((address) => {
  const url = new URL(address);
  const folders = url.pathname.split("/").filter((folder) => folder.replace(/%2f/gi, ""));
  const last = folders.pop() ?? "";
  const before = folders.flatMap((folder) => folder.split(/%2f/i)).filter(Boolean);
  url.pathname = `/${[...before, last].join("/")}`;
  const { room, tenant } = parseURIString(url.href);
  return room ? `${getBackendSafePath(tenant) ?? ""}\t${getBackendSafeRoomName(room)}` : "";
});
process.stdout.write(lines.map((line) => `${line}\n`).join(""));
