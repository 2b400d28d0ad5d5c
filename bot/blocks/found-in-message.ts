import type { KnownBlock } from "@slack/types";
import type { Brand } from "../../core/brands/index.js";
import type { Pasted } from "../../core/lookup/index.js";
import { creatorRow, MOST_ROWS_SHOWN } from "./creator-rows.js";
import { header, section, small } from "./parts.js";

/** Creators that a message names: who was found, who goes by another handle now, and who is not known. */
export function foundInMessage({ found, former, notFound }: Pasted, brand: Brand): KnownBlock[] {
  const of = { brandId: brand._id, currency: brand.currency };
  const all = [
    ...found.map((row) => ({ row, said: undefined })),
    ...former.map(({ handle, creator }) => ({ row: creator, said: `@${handle} until lately` })),
  ];
  if (all.length + notFound.length === 0) {
    return [section("No handles and no TikTok links in this message. A handle begins with @, such as @mia.glow.")];
  }
  const shown = all.slice(0, MOST_ROWS_SHOWN);
  const left = all.length - shown.length;
  return [
    header(`${all.length} found`),
    ...shown.map(({ row, said }) => creatorRow(row, of, said)),
    ...(left > 0 ? [small(`And ${left} more.`)] : []),
    ...(notFound.length > 0
      ? [header(`${notFound.length} not known`), section(notFound.map(shownName).join("  "))]
      : []),
    small(`For ${brand.name}.`),
  ];
}

const shownName = (name: string): string => (/[/:]/.test(name) || name.startsWith("@") ? name : `@${name}`);
