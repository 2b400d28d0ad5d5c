import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";

/** A place where people talk, such as a channel, and the brand that is meant there. */
export interface BrandPlace {
  /** The surface and its own id of the place, such as `slack:C123`. */
  _id: string;
  brandId: string;
  by: string;
  at: Date;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    brandId: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: "brandPlaces", versionKey: false },
);

export const brandPlaceModel = (connection: Connection): Model<BrandPlace> => modelOf(connection, "BrandPlace", schema);
