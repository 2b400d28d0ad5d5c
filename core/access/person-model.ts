import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import { ROLES } from "./actor.js";
import type { Person } from "./person.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    rights: {
      type: [
        { _id: false, brandId: { type: String, required: true }, role: { type: String, enum: ROLES, required: true } },
      ],
      required: true,
    },
    addedAt: { type: Date, required: true },
    addedBy: { type: String, required: true },
    rev: { type: Number, required: true },
  },
  { collection: "people", versionKey: false },
);

export const personModel = (connection: Connection): Model<Person> => modelOf(connection, "Person", schema);
