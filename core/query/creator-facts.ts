import type { Fact, Filter } from "./field.js";

/** A sample that was delivered longer ago than this, with no video since, is ghosting. */
const GHOSTING_DAYS = 30;

const some = (path: string): Filter => ({ [path]: { $gt: 0 } });
const written = (path: string): Filter => ({ [path]: { $gt: "" } });

export const HAS: readonly Fact[] = [
  { name: "email", help: "An e-mail address is known.", filter: () => written("email") },
  { name: "phone", help: "A phone number is known, perhaps masked.", filter: () => written("phone") },
  { name: "verified-phone", help: "A full, valid phone number is known.", filter: () => ({ phoneVerified: true }) },
  {
    name: "address",
    help: "A city or ZIP code is known.",
    filter: () => ({ $or: [written("search.city"), written("zip")] }),
  },
  { name: "sample", help: "At least one sample.", filter: () => some("samples") },
  { name: "video", help: "At least one video.", filter: () => some("videos") },
  { name: "notes", help: "Somebody wrote a note.", filter: () => written("search.notes") },
  { name: "alternatives", help: "Sources disagree about a field.", filter: () => some("alternatives") },
];

export const IS: readonly Fact[] = [
  {
    name: "active",
    help: "Has a sample, a video or a sale.",
    filter: () => ({ $or: ["samples", "videos", "itemsSold", "gmvCents"].map(some) }),
  },
  { name: "whitelisted", help: "On the brand's whitelist.", filter: () => ({ whitelisted: true }) },
  {
    name: "opted-out",
    help: "Must not get e-mails, or text messages.",
    filter: () => ({ $or: [{ "optedOut.email": true }, { "optedOut.sms": true }] }),
  },
  {
    name: "ghosting",
    help: `A sample was delivered over ${GHOSTING_DAYS} days ago, and no video came since.`,
    // A missing date is lower than every date in an expression: no video at all counts as none since.
    filter: (daysAgo) => ({
      lastDeliveredAt: { $lt: daysAgo(GHOSTING_DAYS) },
      $expr: { $lt: ["$lastPostedAt", "$lastDeliveredAt"] },
    }),
  },
  { name: "duplicate", help: "Likely the double of another creator.", filter: () => some("duplicates") },
];
