import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { addCreator, editCreator } from "../../../../core/edits/index.js";
import { readMemory } from "../../../../sheets-addon/addon/memory.js";
import { testDatabase } from "../../../support/database.js";
import type { Trouble } from "../../../support/sheets-v4.js";
import { Workbook } from "../../../support/workbook.js";
import { OWNER } from "../start-api.js";
import { BOOK, startPush } from "./start-push.js";

const db = testDatabase();
const { google, bind, run, book, sheet, type } = startPush(db);
const HANDLES = ["ava", "kai", "leo", "mia", "noa", "zoe"];

beforeEach(async () => {
  for (const name of ["creators", "brandCreators", "edits", "sightings"]) await db.collection(name).deleteMany({});
  for (const handle of HANDLES) await addCreator(db, handle, { email: `${handle}@example.com` }, OWNER);
});

/** What a run leaves: the tab by rows, in their order, and what is remembered of them. */
function left() {
  const remembered = readMemory(book().sheet("Roster memory 0").texts()).synced;
  const colours = sheet()
    .texts()
    .map((_, row) => sheet().cell(row, 1).background);
  return { texts: sheet().texts(), colours, remembered: Object.fromEntries([...remembered].sort()) };
}

/** A process that dies with a call: nothing is heard of it, nor of any after it. */
const deadFrom =
  (call: number, trouble: Trouble) =>
  (_call: unknown, count: number): Trouble =>
    count < call ? undefined : count === call ? trouble : "unheard";

async function runsDying(deaths: readonly (readonly [call: number, trouble: Trouble])[]): Promise<void> {
  for (const [call, trouble] of deaths) {
    google().trouble = deadFrom(call, trouble);
    await run();
  }
  google().trouble = () => undefined;
  expect((await run()).run.reason).toBeUndefined();
}

const DEATHS = fc.array(fc.tuple(fc.integer({ min: 1, max: 22 }), fc.constantFrom<Trouble>("unheard", "unanswered")), {
  minLength: 1,
  maxLength: 3,
});

describe("a refresh that is killed", () => {
  it("at any call of the first filling, is finished by the next as if nothing had been", {
    timeout: 60_000,
  }, async () => {
    await bind();
    await run();
    const clean = left();
    const holds = fc.asyncProperty(DEATHS, async (deaths) => {
      google().books.set(BOOK, new Workbook(BOOK));
      await runsDying(deaths);
      expect(left()).toEqual(clean);
    });
    await fc.assert(holds, { numRuns: 10 });
  });

  it("at any call of a later refresh, loses nothing of Roster's or people's", { timeout: 60_000 }, async () => {
    await bind({ query: "-status:blocked" });
    await run();
    type("kai", "Notes", "call him");
    sheet().type(3, 8, "mine");
    type("zoe", "E-mail", "typed@example.com");
    const filled = book().copy(BOOK);
    await editCreator(db, "ava", { email: "new@example.com" }, OWNER);
    for (const handle of ["kai", "leo", "mia"]) await editCreator(db, handle, { status: "blocked" }, OWNER);
    await addCreator(db, "yui", {}, OWNER);
    const from = () => google().books.set(BOOK, filled.copy(BOOK));
    from();
    await run();
    const clean = left();
    expect(clean.texts.map((cells) => cells[1])).toEqual(expect.arrayContaining(["kai", "yui"]));
    const holds = fc.asyncProperty(DEATHS, async (deaths) => {
      from();
      await runsDying(deaths);
      expect(left()).toEqual(clean);
    });
    await fc.assert(holds, { numRuns: 10 });
  });
});
