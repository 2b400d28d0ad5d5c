import { beforeAll, describe, expect, it } from "vitest";
import { addBrand } from "../../../core/brands/index.js";
import type { AskableField, CompleteAnswer, FieldsAnswer } from "../../../core/contract/index.js";
import { addCreator, tagCreator } from "../../../core/edits/index.js";
import { saveSegment } from "../../../core/segments/index.js";
import { testDatabase } from "../../support/database.js";
import { OWNER, startApi } from "./start-api.js";

const db = testDatabase();
const { call, tokenOf } = startApi(db);
const tokens: Record<string, string> = {};

beforeAll(async () => {
  tokens.ann = await tokenOf("ann", "editor");
  tokens.vic = await tokenOf("vic", "viewer", "default");
  await addBrand(db, { slug: "glow" }, OWNER);
  await addCreator(db, "mia.glow", { email: "mia@example.com", state: "CA", country: "US" }, OWNER);
  await addCreator(db, "mike", { state: "CO", country: "US" }, OWNER);
  await tagCreator(db, "mia.glow", { add: ["vip", "very long"] }, OWNER);
  await tagCreator(db, "mike", { add: ["vip"] }, OWNER);
  await saveSegment(db, { name: "Best of all", query: "tag:vip" }, OWNER);
});

async function complete(query: string, about: object = {}, token = tokens.ann): Promise<CompleteAnswer> {
  const at = query.indexOf("|");
  const text = query.replace("|", "");
  const body = { list: "creators", brand: "default", query: text, cursor: at < 0 ? text.length : at, ...about };
  const answer = await call("/complete", { token, body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}
const offers = async (query: string, about: object = {}, token = tokens.ann) =>
  (await complete(query, about, token)).offers.map(({ text }) => text);

describe("POST /complete", () => {
  it("offers names of fields, then values that the registry knows", async () => {
    expect(await complete("gmv:>5k ba|")).toMatchObject({ from: 8, to: 10 });
    expect(await offers("gmv:>5k ba|")).toContain("badge:");
    expect(await offers("status:bl|")).toEqual(["blocked"]);
  });

  it("offers stored values, those of the most records first", async () => {
    expect(await offers("tag:v|")).toEqual(["vip", '"very long"']);
    expect(await offers("state:c|")).toEqual(["CA", "CO"]);
    expect(await offers("handle:mi|")).toEqual(["mia.glow", "mike"]);
    expect(await offers("handle:@MIK|")).toEqual(["mike"]);
    expect(await offers("by:(tag:vi|", { list: "samples" })).toEqual(["vip"]);
    expect(await offers("tag:v|", { brand: "all" })).toEqual(["vip", '"very long"']);
    expect(await offers("tag:v|", { brand: "glow" })).toEqual([]);
  });

  it("offers segments and brands that the person may see", async () => {
    expect(await offers("segment:be|")).toEqual(['"Best of all"']);
    expect(await offers("brand:|")).toEqual(["default", "glow"]);
    expect(await offers("brand:|", {}, tokens.vic)).toEqual(["default"]);
  });

  it("offers no contacts", async () => {
    expect(await offers("email:mi|")).toEqual([]);
    expect(await offers("phone:1|")).toEqual([]);
  });

  it("takes letters that mean something in a pattern as they are", async () => {
    expect(await offers('tag:"v.*|')).toEqual([]);
    expect(await offers("handle:(m|")).toEqual(expect.any(Array));
  });

  it("says what is wrong with the query as it stands, and where", async () => {
    expect((await complete("gmv:>5k")).mistake).toBeUndefined();
    expect((await complete("gvm:>5k")).mistake).toMatchObject({ position: 0, length: 4, suggestion: "gmv:" });
    expect((await complete("gmv:>5k segment:bset")).mistake).toMatchObject({ position: 16 });
    expect((await complete("brand:glw")).mistake).toMatchObject({ position: 6, suggestion: "glow" });
    const masked = await complete("email:mia", {}, tokens.vic);
    expect(masked.mistake?.reason).toContain("contacts masked");
  });

  it("is refused for a brand that the person may not look at", async () => {
    const body = { list: "creators", brand: "glow", query: "", cursor: 0 };
    expect((await call("/complete", { token: tokens.vic, body })).status).toBe(403);
  });
});

describe("GET /fields", () => {
  it.each(["creators", "samples", "videos"])("describes what can be asked of %s as the contract says", async (list) => {
    const { body } = await call(`/fields?list=${list}&brand=default`, { token: tokens.ann });
    const { fields, columns, sorts } = body as FieldsAnswer;
    const kinds = new Set(fields.map(({ kind }) => kind));
    for (const kind of kinds) expect(["text", "set", "number", "time", "fact", "by"]).toContain(kind);
    for (const field of fields) {
      const { values, ...rest } = field;
      expect(Object.keys(rest).sort()).toEqual(["aliases", "examples", "help", "kind", "label", "name"]);
      if (values) expect(values.length).toBeGreaterThan(0);
    }
    expect([columns.length, sorts.length]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(fields.map(({ name }) => name)).not.toContain("sort");
  });

  it("names the values that the registry knows", async () => {
    const { body } = await call("/fields?list=creators&brand=default", { token: tokens.ann });
    const named = new Map((body.fields as AskableField[]).map((field) => [field.name, field]));
    expect(named.get("status")?.values).toEqual(["active", "inactive", "blocked"]);
    expect(named.get("has")?.values).toContain("email");
    expect(named.get("tag")).not.toHaveProperty("values");
  });
});
