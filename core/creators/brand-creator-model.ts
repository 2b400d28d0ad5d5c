import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import type { BrandCreator } from "./brand-creator.js";
import { LISTED_FIELDS } from "./listed-fields.js";
import { listedIndexes } from "./listed-indexes.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    brandId: { type: String, required: true },
    creatorId: { type: String, required: true },
    ...LISTED_FIELDS,
    status: { type: String, enum: ["active", "inactive", "blocked"], required: true },
    figures: Schema.Types.Mixed,
    productsSampled: Schema.Types.Mixed,
    seenSince: String,
    firstAt: Date,
    rev: { type: Number, required: true },
  },
  { collection: "brandCreators", versionKey: false, minimize: false },
);

// All links of a creator, when one of them is computed again.
schema.index({ creatorId: 1 });
// A brand's creators; the link of one creator.
schema.index({ brandId: 1, creatorId: 1 }, { unique: true });
// handle:mia, former ones too; has:email, email:=mia@example.com; has:phone, phone:+1832.
schema.index({ brandId: 1, handles: 1 });
schema.index({ brandId: 1, email: 1 }, { partialFilterExpression: { email: { $exists: true } } });
schema.index({ brandId: 1, phone: 1 }, { partialFilterExpression: { phone: { $exists: true } } });
// Lists of one brand.
for (const [keys, options] of listedIndexes({ brandId: 1 })) schema.index(keys, options);

export const brandCreatorModel = (connection: Connection): Model<BrandCreator> =>
  modelOf(connection, "BrandCreator", schema);
