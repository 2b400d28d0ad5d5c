import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, it } from "vitest";

const files = readdirSync("core", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const roomOf = (path: string) => path.split("/")[0] ?? "";

const imported = new Set<string>();
for (const file of files.filter((path) => path.includes("/"))) {
  for (const [, from = ""] of readFileSync(`core/${file}`, "utf8").matchAll(/(?:from |import\()"(\.[^"]+)"/g)) {
    const target = posix.join(posix.dirname(file), from);
    if (!target.startsWith("..")) imported.add(`${roomOf(file)} ${roomOf(target)}`);
  }
}

/** Nouns that are told in terms of each other: a creator is computed from sightings and edits, a person has brands. */
const PAIRS = ["access brands", "creators edits", "creators sightings", "edits segments", "sightings snapshots"];

it("no two rooms of core import each other, but for these", () => {
  const pairs = [...imported].filter((pair) => {
    const [one = "", other = ""] = pair.split(" ");
    return one < other && imported.has(`${other} ${one}`);
  });
  expect(pairs.sort()).toEqual(PAIRS);
});
