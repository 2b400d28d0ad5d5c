import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";

const ROOMS = ["core", "bot", "jobs", "sheets-addon"];
const isSource = (path: string) => /\.tsx?$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path);
const files = [
  "main.ts",
  ...ROOMS.flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).map((path) => `${room}/${path}`)),
].filter(isSource);
const texts = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));

const NAMED = [
  /(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from\s+"([^"]+)"/g,
  /const\s+\{([^}]*)\}\s*=\s*await import\(\s*"([^"]+)"/g,
];
const namesIn = (list: string) => list.split(",").flatMap((name) => /^(?:type\s+)?(\w+)/.exec(name.trim())?.[1] ?? []);

/** What is imported through each door: its path and the name. */
const imported = new Set<string>();
for (const [file, text] of texts) {
  for (const [, list = "", from = ""] of NAMED.flatMap((named) => [...text.matchAll(named)])) {
    const door = posix.join(posix.dirname(file), from).replace(/\.js$/, ".ts");
    for (const name of namesIn(list)) imported.add(`${door} ${name}`);
  }
}

describe("the door of a room has only what others take from it", () => {
  it.each(files.filter((file) => /^core\/[^/]+\/index\.ts$/.test(file)))("%s", (door) => {
    const shown = [...(texts.get(door) ?? "").matchAll(/export\s+(?:type\s+)?\{([^}]*)\}/g)];
    const names = shown.flatMap(([, list = ""]) => namesIn(list));
    expect(names).not.toHaveLength(0);
    expect(names.filter((name) => !imported.has(`${door} ${name}`))).toEqual([]);
  });
});
