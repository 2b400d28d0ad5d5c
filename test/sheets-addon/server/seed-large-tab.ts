import type { Connection } from "mongoose";
import { indexLists } from "../../../core/lists/index-lists.js";
import { seedCreators } from "../../core/lists/seed-creators.js";

export const COLUMNS =
  "handle email phone firstName lastName address.city address.state address.country badge status tags followers gmvCents gmv30Cents videoGmvCents samples videos itemsSold lastPostedAt profileUrl".split(
    " ",
  );

/** How many are stored at once. */
const BATCH = 5_000;

export const idAt = (at: number): string => `65f0c0ffee${at.toString(16).padStart(14, "0")}`;

const made = (at: number) => ({
  _id: idAt(at),
  handles: [`creator.number${at}`],
  email: `person.${at}@mail.example.com`,
  phone: `+1832555${String(at).padStart(4, "0")}`,
  firstName: "Priya",
  lastName: `Walker${at % 97}`,
  city: "Las Vegas",
  address: { city: "Las Vegas", state: "NV", country: "US" },
  badge: "gold",
  tags: ["summer", "vip"],
  followers: 1_000 + at,
  gmvCents: 100 * at,
  gmv30Cents: 7 * at,
  videoGmvCents: 11 * at,
  samples: at % 5,
  videos: at % 7,
  itemsSold: at % 11,
  lastPostedAt: new Date(Date.UTC(2026, 0, 1 + (at % 50))),
});

/** Stores so many creators who have something in every column. */
export async function seedLargeTab(db: Connection, rows: number): Promise<void> {
  for (let from = 0; from < rows; from += BATCH) {
    const length = Math.min(BATCH, rows - from);
    const batch = Array.from({ length }, (_, at) => made(from + at));
    await seedCreators(db, batch);
  }
  await indexLists(db);
}
