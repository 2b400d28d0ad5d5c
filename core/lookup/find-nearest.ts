import levenshtein from "fast-levenshtein";
import type { Connection } from "mongoose";
import type { Creator } from "../creators/creator.js";
import { creatorModel } from "../creators/creator-model.js";
import { ALL_BRANDS, type CreatorRow } from "../lists/index.js";
import { countFitting } from "../mongo/count-fitting.js";
import { collectionOf } from "../mongo/model-of.js";
import { escapePattern } from "../text/escape-pattern.js";
import { suffixesOf } from "../text/suffixes.js";
import { type LookupScope, readById } from "./read-creators.js";
import type { Who } from "./read-who.js";

/** Creators that are compared letter by letter: a few milliseconds' worth. */
const MOST_COMPARED = 1_200;
/** Letters in a row that one who is compared has in common with the words. */
const PART = 3;
const INDEX = { "search.suffixes": 1 } as const;
/** Letters that are compared: no handle or name needs more. */
const MOST_LETTERS = 60;
const SHOWN = 5;
/** The share of letters that may be wrong, and still be a slip. */
const SLIP = 0.4;

type Compared = Pick<Creator, "_id" | "handles" | "search" | "gmvCents">;

/** Who is spelt most like the words, nearest first: out of those that share the rarest parts of words with them. */
export async function findNearest(db: Connection, { words }: Who, scope: LookupScope): Promise<CreatorRow[]> {
  const wanted = words.slice(0, MOST_LETTERS);
  const compared = await readNeighbours(db, wanted, scope);
  const allowed = Math.max(2, Math.floor(wanted.length * SLIP));
  const near = compared
    .map((creator) => ({ id: creator._id, gmv: creator.gmvCents ?? 0, errors: errorsIn(wanted, creator) }))
    .filter(({ errors }) => errors <= allowed)
    .sort((a, b) => a.errors - b.errors || b.gmv - a.gmv);
  const ids = [...new Set(near.map(({ id }) => id))].slice(0, SHOWN);
  return readById(db, ids, scope);
}

function errorsIn(wanted: string, { handles, search: { name } }: Compared): number {
  const texts = [...handles, ...(name === undefined ? [] : [name])];
  return Math.min(...texts.map((text) => levenshtein.get(wanted, text.slice(0, MOST_LETTERS))));
}

async function readNeighbours(db: Connection, wanted: string, { brandId }: LookupScope): Promise<Compared[]> {
  const creators = collectionOf(creatorModel(db));
  const linked = brandId === ALL_BRANDS ? {} : { brandIds: brandId };
  const projection = { handles: 1, "search.name": 1, gmvCents: 1 } as const;
  // One condition: of two bounds, an index of lists keeps but one.
  const begins = `^${escapePattern(wanted.slice(0, 2))}`;
  const parts = await rareParts(db, wanted);
  const [sharing, beginning] = await Promise.all([
    parts.length === 0
      ? []
      : creators
          .find({ "search.suffixes": { $in: parts }, ...linked }, { hint: INDEX, projection })
          .limit(MOST_COMPARED)
          .toArray(),
    creators
      .find({ handles: { $regex: begins }, ...linked }, { hint: { handles: 1 }, projection })
      .limit(MOST_COMPARED / 2)
      .toArray(),
  ]);
  return [...sharing, ...beginning];
}

/** The rarest three letters in a row that together lead to no more creators than are compared. */
async function rareParts(db: Connection, wanted: string): Promise<RegExp[]> {
  const creators = collectionOf(creatorModel(db));
  const parts = new Set(suffixesOf(wanted).map((suffix) => suffix.slice(0, PART)));
  const counted = await Promise.all(
    [...parts].map(async (letters) => {
      const part = new RegExp(`^${escapePattern(letters)}`);
      const options = { hint: INDEX, limit: MOST_COMPARED } as const;
      return { part, size: await countFitting(creators, { "search.suffixes": part }, options) };
    }),
  );
  let room = MOST_COMPARED;
  return counted
    .sort((a, b) => a.size - b.size)
    .filter(({ size }) => {
      room -= size;
      return size > 0 && room >= 0;
    })
    .map(({ part }) => part);
}
