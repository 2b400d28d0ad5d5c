import { maskContacts } from "../access/mask-contacts.js";
import type { BrandCreator } from "../creators/brand-creator.js";
import type { Address, Badge, Creator, Note } from "../creators/creator.js";
import { present } from "../creators/present.js";

/** A creator as programs get it; what is unknown is absent. */
export interface CreatorRow {
  id: string;
  handle?: string;
  formerHandles: string[];
  tiktokUserId?: string;
  profileUrl?: string;
  email?: string;
  phone?: string;
  phoneVerified?: boolean;
  firstName?: string;
  lastName?: string;
  address?: Address;
  badge?: Badge;
  followers?: number;
  gmvCents?: number;
  gmv30Cents?: number;
  emvCents?: number;
  videoGmvCents?: number;
  /** Over all brands each one that a brand gave, with commas between. */
  status: string;
  joinedAt?: Date;
  tags: string[];
  notes: Note[];
  whitelisted: boolean;
  optedOut: { email: boolean; sms: boolean };
  samples: number;
  videos: number;
  itemsSold: number;
  lastSampledAt?: Date;
  lastPostedAt?: Date;
  lastContactedAt?: Date;
  updatedAt: Date;
}

/** What of a stored creator, or link, is shown. */
export type ListedRecord = Without<Creator> | Without<BrandCreator>;

type Without<T> = Omit<T, "search" | "values" | "edited" | "figures" | "keys" | "productsSampled" | "sources">;

/** @param contacts whether they are shown as they are */
export function toCreatorRow(record: ListedRecord, { contacts = true }: { contacts?: boolean } = {}): CreatorRow {
  const { _id, handle, handles, email, phone, address, status } = record;
  const open = { email, phone, address };
  return present({
    id: "creatorId" in record ? record.creatorId : _id,
    handle,
    formerHandles: handles.filter((each) => each !== handle),
    tiktokUserId: record.tiktokUserId,
    profileUrl: handle && profileUrlOf(handle),
    ...(contacts ? open : maskContacts(open)),
    phoneVerified: record.phoneVerified,
    firstName: record.firstName,
    lastName: record.lastName,
    badge: record.badge,
    followers: record.followers,
    gmvCents: record.gmvCents,
    gmv30Cents: record.gmv30Cents,
    emvCents: record.emvCents,
    videoGmvCents: record.videoGmvCents,
    status: Array.isArray(status) ? status.join(", ") : status,
    joinedAt: record.joinedAt,
    tags: record.tags,
    notes: record.notes,
    whitelisted: record.whitelisted,
    optedOut: record.optedOut,
    samples: record.samples,
    videos: record.videos,
    itemsSold: record.itemsSold,
    lastSampledAt: record.lastSampledAt,
    lastPostedAt: record.lastPostedAt,
    lastContactedAt: record.lastContactedAt,
    updatedAt: record.updatedAt,
  });
}

const profileUrlOf = (handle: string): string => `https://www.tiktok.com/@${handle}`;
