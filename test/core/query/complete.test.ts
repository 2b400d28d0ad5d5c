import { describe, expect, it } from "vitest";
import { complete, type Field, type ListName, readQuery } from "../../../core/query/index.js";

const STORED: Record<string, string[]> = {
  tag: ["vip", "top seller", "cold"],
  segment: ["Not now"],
  handle: ["mia.glow"],
};

async function stored({ name }: Field, prefix: string): Promise<string[]> {
  return (STORED[name] ?? []).filter((value) => value.toLowerCase().startsWith(prefix.toLowerCase()));
}

/** The text with each offer put in at the cursor, which is written `|`. */
async function offersAt(marked: string, list: ListName = "creators"): Promise<string[]> {
  const cursor = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { from, to, offers } = await complete(text, cursor, list, stored);
  return offers.map((offer) => text.slice(0, from) + offer.text + text.slice(to));
}

describe("complete", () => {
  it.each<[string, string[]]>([
    ["bad|", ["badge:"]],
    ["a gm|", ["a gmv:", "a gmv30:"]],
    ["-st|", ["-status:", "-state:"]],
    ["(a OR fol|", ["(a OR followers:"]],
    ["mail|", ["email:"]],
    ["badge:g|", ["badge:gold"]],
    ["badge:>=p|", ["badge:>=platinum"]],
    ["status:active,b|", ["status:active,blocked"]],
    ["status:active, b|", ["status:active, blocked"]],
    ["-status:bl| gmv:>5k", ["-status:blocked gmv:>5k"]],
    ["tag:v|", ["tag:vip"]],
    ["tag:to|", ['tag:"top seller"']],
    ['tag:"top s|', ['tag:"top seller"']],
    ['tag:"top seller",v|', ['tag:"top seller",vip']],
    ["segment:|", ['segment:"Not now"']],
    ["has:ver|", ["has:verified-phone"]],
    ["sort:foll|", ["sort:followers", "sort:followers-asc"]],
    ["sort:handle-|", ["sort:handle-desc"]],
    ["gmv:>|", ["gmv:>5k"]],
    ["sampled:n|", ["sampled:never"]],
    ['"ba|', []],
    ["nonsense:x|", []],
    ["phone:83|", []],
  ])("%s", async (marked, expected) => {
    expect(await offersAt(marked)).toEqual(expected);
  });

  it("offers fields of creators inside of by:(…), of samples after it", async () => {
    expect(await offersAt("by:(foll|", "samples")).toEqual(["by:(followers:"]);
    expect(await offersAt("by:((a) OR foll|", "samples")).toEqual(["by:((a) OR followers:"]);
    expect(await offersAt("by:(a) deliv|", "samples")).toEqual(["by:(a) delivered:"]);
    expect(await offersAt("foll|", "samples")).toEqual([]);
  });

  it("offers every field where nothing is typed", async () => {
    expect((await offersAt("|")).slice(0, 3)).toEqual(["handle:", "name:", "email:"]);
  });

  it("offers values that can be read", async () => {
    for (const field of ["gmv:|", "sampled:|", "is:|", "badge:|", "sort:|", "tag:|"]) {
      for (const query of await offersAt(field)) expect(() => readQuery(query, "creators")).not.toThrow();
    }
  });
});
