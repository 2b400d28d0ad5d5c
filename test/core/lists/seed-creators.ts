import type { Connection } from "mongoose";
import { OWNER } from "../../support/as-owner.js";
import { makeListed, NOW } from "../query/seed-lists.js";

type Made = Parameters<typeof makeListed>[0];

/** Stores creators as imports do: each over all brands, and its link to each brand. */
export async function seedCreators(connection: Connection, made: readonly Made[], brandId = "default"): Promise<void> {
  if (made.length === 0) return;
  const creators = made.map((each) => {
    const { brandIds: _, ...listed } = makeListed(each);
    return {
      ...listed,
      _id: each._id,
      brandIds: [brandId],
      keys: [`@${listed.handle}`],
      values: {},
      edited: {},
      rev: 1,
    };
  });
  const links = creators.map(({ keys: _, values: _v, edited: _e, brandIds: _b, status, ...listed }) => ({
    ...listed,
    _id: `${brandId}:${listed._id}`,
    creatorId: listed._id,
    brandId,
    status: Array.isArray(status) ? status[0] : status,
  }));
  await connection.collection<{ _id: string }>("creators").insertMany(creators);
  await connection.collection<{ _id: string }>("brandCreators").insertMany(links);
}

/** A question without anything special. */
export const ASKED = {
  list: "creators",
  query: "",
  brandId: "default",
  actor: OWNER,
  zone: "UTC",
  now: NOW,
  limit: 100,
} as const;
