import { beforeAll, describe, expect, it } from "vitest";
import { readPasted } from "../../../core/lookup/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { seedCreators } from "../lists/seed-creators.js";

const connection = testDatabase();

beforeAll(async () => {
  await ensureIndexes(connection);
  await seedCreators(connection, [
    { _id: "mia", handles: ["mia.glow", "mia_old"] },
    { _id: "ana", handles: ["ana"] },
    { _id: "zoe", handles: ["zoe"] },
  ]);
});

async function read(text: string, brandId = "default") {
  const { found, former, notFound } = await readPasted(connection, text, { brandId, actor: OWNER });
  return [found.map(({ id }) => id), former.map(({ handle, creator }) => `${handle} → ${creator.handle}`), notFound];
}

describe("readPasted", () => {
  it.each([
    "mia.glow ana zoe",
    "@mia.glow,@ana;@zoe",
    "mia.glow\r\nana\r\n\r\nzoe",
    "1 | mia.glow\n2 | ana\n3 | zoe".replaceAll(/\d \| /g, ""),
    'https://www.tiktok.com/@mia.glow "ana", (zoe)',
    "• MIA.glow • @Ana • tiktok.com/@zoe/video/7310045632098765432",
    "mia.glow\tana\tzoe, mia.glow ana",
  ])("finds the creators of %j, each once and in order", async (text) => {
    expect(await read(text)).toEqual([["mia", "ana", "zoe"], [], []]);
  });

  it("tells who has another handle now, and who is not known", async () => {
    expect(await read("mia_old ana nobody.here Señora")).toEqual([
      ["ana"],
      ["mia_old → mia.glow"],
      ["nobody.here", "Señora"],
    ]);
  });

  it("finds nobody of another brand", async () => {
    expect(await read("ana", "other")).toEqual([[], [], ["ana"]]);
    expect(await read("ana", "all")).toEqual([["ana"], [], []]);
  });

  it("refuses a list that is no list", async () => {
    const text = Array.from({ length: 10_001 }, (_, at) => `user${at}`).join(" ");
    await expect(read(text)).rejects.toMatchObject({ code: "wrong-input" });
  });
});
