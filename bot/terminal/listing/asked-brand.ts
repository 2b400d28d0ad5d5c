import type { Actor } from "../../../core/access/index.js";
import type { Brand } from "../../../core/brands/index.js";
import { terminalActor } from "../changing/acting.js";
import type { TerminalContext } from "../command.js";

/** Which brand a list is of, who asks, and how its amounts and times are shown. */
export interface AskedBrand {
  /** A brand's id, or `all`. */
  brandId: string;
  actor: Actor;
  zone: string;
  /** Absent where brands of several currencies come together. */
  currency?: string;
}

/** @param slug a brand's short name or `all`; left out, the default brand */
export async function askedBrand(context: TerminalContext, slug: string | undefined): Promise<AskedBrand> {
  const { connection: db } = await context.database();
  const { allBrands, findBrand } = await import("../../../core/brands/index.js");
  const { ALL_BRANDS } = await import("../../../core/lists/index.js");
  const actor = await terminalActor();
  if (slug !== ALL_BRANDS) {
    const { _id: brandId, zone, currency } = await findBrand(db, slug);
    return { brandId, actor, zone, currency };
  }
  const brands = [...(await allBrands(db)).values()];
  const zone = (brands[0] as Brand).zone;
  const currencies = [...new Set(brands.map(({ currency }) => currency))];
  return { brandId: ALL_BRANDS, actor, zone, ...(currencies.length === 1 ? { currency: currencies[0] } : {}) };
}
