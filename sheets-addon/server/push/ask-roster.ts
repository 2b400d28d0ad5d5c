import type { Connection } from "mongoose";
import { type Actor, ALL_BRANDS, knownActor } from "../../../core/access/index.js";
import { allBrands } from "../../../core/brands/index.js";
import { CrmError } from "../../../core/errors/index.js";
import type { StoredTab } from "../../../core/sheets/index.js";
import type { OpenQuestion } from "../rows-now.js";
import { readTab } from "../sheet-request.js";

/**
 * What a bound tab asks, with the rights that whoever saved it last has now.
 *
 * @throws CrmError in words for the person: rights, a brand, a column or a query that are none any more
 */
export async function questionOfTab(
  { db, now }: { db: Connection; now: () => Date },
  tab: StoredTab,
): Promise<OpenQuestion> {
  const { list, query, columns, by } = tab;
  const actor = await savedBy(db, by, now());
  const brand = await slugOf(db, tab.brandId);
  return inWordsOfTab(by, () => readTab({ db, now, caller: { actor } }, { list, query, brand, columns }));
}

/** Somebody who was removed has no rights; a schedule makes nobody known. */
async function savedBy(db: Connection, by: string, now: Date): Promise<Actor> {
  const actor = await knownActor(db, { id: by, via: "sheets" }, now);
  if (actor.rights.length > 0) return actor;
  throw mayNot(by, `${by} has no rights any more`);
}

async function slugOf(db: Connection, brandId: string): Promise<string> {
  if (brandId === ALL_BRANDS) return ALL_BRANDS;
  const brand = (await allBrands(db)).get(brandId);
  if (brand) return brand.slug;
  const say = "The brand that this tab shows is gone. Choose another in Roster's sidebar, or unbind the tab.";
  throw new CrmError("not-found", `no brand ${brandId}`, { say });
}

/** What core says to whoever asks, said to whoever finds the tab as it was; `by` saved it. */
export async function inWordsOfTab<T>(by: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    if (error.code === "forbidden") throw mayNot(by, error.message);
    if (error.code !== "wrong-input") throw error;
    const say = `What this tab asks can be asked no more: ${error.sayOn("sheets")} Change it in Roster's sidebar.`;
    throw new CrmError("wrong-input", error.message, { say, cause: error });
  }
}

const mayNot = (by: string, why: string): CrmError =>
  new CrmError("forbidden", why, {
    say: `This tab is refreshed with the rights of ${by}, who saved it last and may not look at what it shows any more. Somebody who may can save the tab anew in Roster's sidebar, or an admin gives the right back: roster people change ${by} --role viewer`,
  });
