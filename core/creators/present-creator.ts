import type { Brand } from "../brands/brand.js";
import { fold } from "../text/fold.js";
import { suffixesOf } from "../text/suffixes.js";
import { type BrandCreator, brandCreatorId } from "./brand-creator.js";
import { type Address, BADGES, CREATOR_FIELDS, type Creator, type FieldValues, type Name } from "./creator.js";
import { type CreatorState, emptyLink, type LinkState } from "./creator-state.js";
import { present } from "./present.js";
import { NO_TOTALS, type Totals } from "./totals.js";
import { countAlternatives, currentValue } from "./values.js";

/** The documents of one creator, without the bookkeeping of its writer. */
export interface PresentedCreator {
  creator: Omit<Creator, "rev">;
  links: Omit<BrandCreator, "rev">[];
}

/**
 * The stored form of a state: flat fields that lists show, filter and sort by, for each brand and over all of them.
 *
 * @param totals for each brand id what was counted from samples and videos
 */
export function presentCreator(
  creatorId: string,
  state: CreatorState,
  totals: ReadonlyMap<string, Totals>,
  brands: ReadonlyMap<string, Brand>,
  now: Date,
): PresentedCreator {
  const common = commonPart(state, now);
  const links = brandsOf(state, totals).map((brandId) =>
    presentLink(creatorId, state.links.get(brandId) ?? emptyLink(brandId), totals.get(brandId) ?? NO_TOTALS, common),
  );
  return { creator: presentWhole(creatorId, state, links, common, brands), links };
}

/** A brand that has samples or videos of a creator is linked to it, also where the rows named it by another's name. */
function brandsOf({ links }: CreatorState, totals: ReadonlyMap<string, Totals>): string[] {
  const counted = [...totals].filter(([, { samples, videos }]) => samples + videos > 0).map(([brandId]) => brandId);
  return [...new Set([...links.keys(), ...counted])].sort();
}

type CommonPart = ReturnType<typeof commonPart>;

/** What belongs to the creator as a whole and is copied to each link. */
function commonPart(state: CreatorState, now: Date) {
  const current = currentFields(state);
  const { name = {}, address } = current;
  const badge = state.editedBadge ? (state.editedBadge.value ?? undefined) : state.figures.badge?.value;
  return {
    ...present({
      handle: state.handles[0],
      tiktokUserId: state.tiktokUserId,
      email: current.email,
      phone: current.phone,
      phoneVerified: current.phone === undefined ? undefined : !current.phone.includes("*"),
      firstName: name.first,
      lastName: name.last,
      address,
      city: address?.city,
      state: address?.state,
      zip: address?.zip,
      country: address?.country,
      badge,
      badgeRank: badge && BADGES.indexOf(badge),
      followers: state.figures.followers?.value,
      duplicates: state.duplicates,
    }),
    handles: state.handles,
    optedOut: { email: false, sms: false },
    alternatives: countAlternatives(state.values, state.edited),
    updatedAt: now,
    search: searchCopies(state.handles, current.email, name, address),
  };
}

function currentFields(state: CreatorState): Partial<FieldValues> {
  const current: Record<string, unknown> = {};
  for (const field of CREATOR_FIELDS) current[field] = currentValue<unknown>(state.values[field], state.edited[field]);
  return current as Partial<FieldValues>;
}

function searchCopies(
  handles: string[],
  email: string | undefined,
  { first, last }: Name,
  address: Address | undefined,
) {
  const name = first || last ? fold([first, last].filter(Boolean).join(" ")) : undefined;
  const city = address?.city && fold(address.city);
  return { ...present({ name, city }), suffixes: suffixesOf(...handles, name ?? "", email ?? "") };
}

function presentLink(
  creatorId: string,
  link: LinkState,
  totals: Totals,
  common: CommonPart,
): Omit<BrandCreator, "rev"> {
  const { gmv, gmv30, emv } = link.figures;
  const { firstAt, ...counted } = totals;
  return {
    _id: brandCreatorId(link.brandId, creatorId),
    brandId: link.brandId,
    creatorId,
    ...common,
    ...present({
      ...counted,
      gmvCents: gmv?.value,
      gmv30Cents: gmv30?.value,
      emvCents: emv?.value,
      joinedAt: earliest(firstAt, link.seenSince === undefined ? undefined : new Date(link.seenSince)),
      lastContactedAt: link.lastContactedAt,
      productsSampled: link.productsSampled,
      seenSince: link.seenSince,
      firstAt,
    }),
    status: link.status,
    tags: link.tags,
    notes: link.notes,
    whitelisted: link.whitelisted,
    sources: link.sources,
    figures: link.figures,
    search: { ...common.search, ...present({ notes: foldNotes(link) }) },
  };
}

/** A searchable copy of all notes. */
export const foldNotes = ({ notes }: Pick<LinkState, "notes">): string | undefined =>
  notes.map(({ text }) => fold(text)).join("\n") || undefined;

/** What people say of a creator for each brand, over all of them. */
export function uniteLinks(links: readonly Pick<BrandCreator, "tags" | "status" | "whitelisted" | "notes">[]) {
  return {
    tags: union(links.map((link) => link.tags)),
    status: union(links.map((link) => [link.status])),
    whitelisted: links.some((link) => link.whitelisted),
    notes: links.flatMap((link) => link.notes).sort((a, b) => a.at.getTime() - b.at.getTime()),
  };
}

/** The creator over all brands: figures added up, tags united. */
function presentWhole(
  _id: string,
  state: CreatorState,
  links: Omit<BrandCreator, "rev">[],
  common: CommonPart,
  brands: ReadonlyMap<string, Brand>,
): Omit<Creator, "rev"> {
  const { keys, contested, values, edited, editedBadge, figures } = state;
  const personal = uniteLinks(links);
  const currencies = new Set(links.map((link) => brands.get(link.brandId)?.currency));
  /** Amounts in different currencies are not added: unknown. */
  const money = (name: "gmvCents" | "gmv30Cents" | "emvCents" | "videoGmvCents") =>
    currencies.size > 1 ? undefined : total(links.map((link) => link[name]));
  return {
    _id,
    ...common,
    ...present({
      gmvCents: money("gmvCents"),
      gmv30Cents: money("gmv30Cents"),
      emvCents: money("emvCents"),
      videoGmvCents: money("videoGmvCents"),
      lastSampledAt: latest(links.map((link) => link.lastSampledAt)),
      lastDeliveredAt: latest(links.map((link) => link.lastDeliveredAt)),
      lastPostedAt: latest(links.map((link) => link.lastPostedAt)),
      lastContactedAt: latest(links.map((link) => link.lastContactedAt)),
      joinedAt: earliest(...links.map((link) => link.joinedAt)),
      editedBadge,
    }),
    samples: total(links.map((link) => link.samples)) ?? 0,
    videos: total(links.map((link) => link.videos)) ?? 0,
    itemsSold: total(links.map((link) => link.itemsSold)) ?? 0,
    ...personal,
    sources: union(links.map((link) => link.sources)),
    productIds: union(links.map((link) => link.productIds)),
    brandIds: links.map((link) => link.brandId),
    search: { ...common.search, ...present({ notes: foldNotes(personal) }) },
    keys,
    ...(contested.length > 0 ? { contested } : {}),
    values,
    edited,
    figures,
  };
}

const union = (lists: readonly string[][]): string[] =>
  lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())].sort();

function total(values: (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0);
}

function latest(dates: (Date | undefined)[]): Date | undefined {
  return dates.reduce((best, date) => (date && (!best || date > best) ? date : best), undefined);
}

function earliest(...dates: (Date | undefined)[]): Date | undefined {
  return dates.reduce((best, date) => (date && (!best || date < best) ? date : best), undefined);
}
