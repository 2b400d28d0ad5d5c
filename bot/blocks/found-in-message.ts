import type { KnownBlock } from "@slack/types";
import type { Brand } from "../../core/brands/index.js";
import type { Pasted } from "../../core/lookup/index.js";
import type { CreatorRef } from "../creator-ref.js";
import { addButton } from "./add-offer.js";
import { creatorRow, MOST_ROWS_SHOWN } from "./creator-rows.js";
import { button, header, section, small } from "./parts.js";

/** Of those that nobody knows, whom a button takes in. */
const MOST_OFFERED = 10;
/** As TikTok gives them; the rest are links to videos. */
const HANDLE = /^@?[\w.]{2,24}$/;

/**
 * Creators that a message names: who was found, who goes by another handle now, and who is not known.
 *
 * @param mayAdd whether the person may take somebody in by hand
 */
export function foundInMessage({ found, former, notFound }: Pasted, brand: Brand, mayAdd: boolean): KnownBlock[] {
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
    ...(notFound.length > 0 ? [header(`${notFound.length} not known`), ...unknown(notFound, brand, mayAdd)] : []),
    small(`For ${brand.name}.`),
  ];
}

/** The same when somebody was added by the button of a block: in its place is the way to the card. */
export const withAdded = (blocks: readonly KnownBlock[], blockId: string, added: CreatorRef): KnownBlock[] =>
  blocks.map((block) =>
    block.block_id === blockId
      ? section(`${added.who}  ·  added`, button("Open", { id: "open-creator", value: added }))
      : block,
  );

function unknown(names: readonly string[], brand: Brand, mayAdd: boolean): KnownBlock[] {
  const offered = mayAdd ? names.filter((name) => HANDLE.test(name)).slice(0, MOST_OFFERED) : [];
  const others = names.filter((name) => !offered.includes(name));
  return [
    ...offered.map((name) => section(shownName(name), addButton(shownName(name), brand))),
    ...(others.length > 0 ? [section(others.map(shownName).join("  "))] : []),
    ...(mayAdd && others.some((name) => HANDLE.test(name)) ? [small("Add the others with /creator add @handle.")] : []),
  ];
}

const shownName = (name: string): string => (/[/:]/.test(name) || name.startsWith("@") ? name : `@${name}`);
