import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import type { Creator } from "./creator.js";
import { LISTED_FIELDS } from "./listed-fields.js";
import { listedIndexes } from "./listed-indexes.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    ...LISTED_FIELDS,
    keys: { type: [String], required: true },
    contested: { type: [String], default: undefined },
    values: Schema.Types.Mixed,
    edited: Schema.Types.Mixed,
    editedBadge: Schema.Types.Mixed,
    figures: Schema.Types.Mixed,
    status: { type: [String], required: true },
    brandIds: { type: [String], required: true },
    rev: { type: Number, required: true },
    stale: Boolean,
    released: { type: [String], default: undefined },
  },
  { collection: "creators", versionKey: false, minimize: false },
);

// Who a row, a lookup or a link means. A name, current or former, has one creator.
schema.index({ keys: 1 }, { unique: true });
// Lookups by handle and its beginning. That a handle has one creator is seen to by `keys`: a unique index on a list
// would let only one creator have an empty one.
schema.index({ handles: 1 });
// Answers of the API, which know user ids only.
schema.index({ tiktokUserId: 1 }, { unique: true, sparse: true });
// Lookups by e-mail and by phone.
schema.index({ email: 1 }, { sparse: true });
schema.index({ phone: 1 }, { sparse: true });
// Creators of a brand, in a list over all brands: brand:glow.
schema.index({ brandIds: 1 });
// Parts of handles, names and addresses, of one brand too: handle:*glow*, name:mart, bare words.
schema.index({ "search.suffixes": 1 });
// Lists over all brands, and what is told of them at home; see `isLaterIndex`.
for (const [keys, options] of listedIndexes({})) schema.index(keys, options);
// What was left half computed by a process that died.
schema.index({ stale: 1 }, { sparse: true });

/** Asked for from the start: a name looked up, and what waits for a decision. */
const AT_ONCE = new Set(["search.name", "alternatives", "duplicates"]);
const LATER = new Set(
  [{ brandIds: 1 }, ...listedIndexes({}).map(([keys]) => keys)]
    .filter((keys) => !AT_ONCE.has(Object.keys(keys)[0] ?? ""))
    .map((keys) => JSON.stringify(keys)),
);

/**
 * Whether an index of `creators` is for lists over all brands only. They are half of what writing a creator costs, and
 * of no use to who has one brand: made at the next start or import once there is a second one, or when such a list is
 * asked for before.
 */
export const isLaterIndex = (keys: object): boolean => LATER.has(JSON.stringify(keys));

export const creatorModel = (connection: Connection): Model<Creator> => modelOf(connection, "Creator", schema);
