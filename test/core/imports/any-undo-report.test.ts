import fc from "fast-check";
import type { Connection } from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import type { Creator } from "../../../core/creators/creator.js";
import { creatorModel } from "../../../core/creators/creator-model.js";
import type { Edit } from "../../../core/edits/edit.js";
import { previewUndo, undoImport } from "../../../core/imports/index.js";
import { collectionOf } from "../../../core/mongo/model-of.js";
import type { CreatorKey } from "../../../core/sightings/sighting.js";
import { sightingModel } from "../../../core/sightings/sighting-model.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { account, edits } from "../../support/make-account.js";
import {
  importMade,
  type MadeImport,
  makeBrands,
  makeEdits,
  NOW,
  now,
  numberFrom,
  startWith,
} from "../../support/make-imports.js";
import { check, PROPERTY_TIMEOUT } from "../../support/properties.js";

const db = testDatabase();
const DAY_MS = 86_400_000;

beforeAll(async () => {
  await makeBrands(db);
});

const creatorsOn = (on: Connection): Promise<Creator[]> => collectionOf(creatorModel(on)).find().toArray();

const keysOn = async (on: Connection) => new Set((await creatorsOn(on)).flatMap(({ keys }) => keys));

const since = (made: readonly Edit[]): Edit[] =>
  made.map((edit, place) => ({ ...edit, _id: `s${place}`, at: new Date(NOW.getTime() + (place + 1) * DAY_MS) }));

const someEdits = edits({ minLength: 0, maxLength: 2 });

describe("the report of an undo", () => {
  it(
    "is the same before and after, and counts as kept who came with the import and stays",
    async () => {
      await check(
        fc.asyncProperty(
          account({ minLength: 1, maxLength: 3 }),
          someEdits,
          someEdits,
          async (imports, before, later) => {
            const last = imports.at(-1) as MadeImport;
            await startWith(db, imports.slice(0, -1), before);
            const there = await keysOn(db);
            await numberFrom(db, last.seq);
            const { _id, seq } = await importMade(db, last);
            await makeEdits(db, since(later));

            const sighted = new Set<CreatorKey>(await collectionOf(sightingModel(db)).distinct("key", { seq }));
            const came = (await creatorsOn(db)).filter(
              ({ keys }) => keys.some((key) => sighted.has(key)) && !keys.some((key) => there.has(key)),
            );
            const undoing = { actor: OWNER, now };
            const { report } = await previewUndo(db, _id, undoing);
            expect(await undoImport(db, _id, undoing)).toEqual(report);

            const stay = await keysOn(db);
            const kept = came.filter(({ keys }) => keys.some((key) => stay.has(key)));
            expect(report.kept).toBe(kept.length);
          },
        ),
      );
    },
    PROPERTY_TIMEOUT,
  );
});
