import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import type { Token } from "./token.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    hash: { type: String, required: true },
    personId: { type: String, required: true },
    spreadsheetId: { type: String, required: true },
    title: String,
    pairedAt: { type: Date, required: true },
    lastUsedAt: Date,
  },
  { collection: "tokens", versionKey: false },
);

// The token of a request.
schema.index({ hash: 1 }, { unique: true });
// What one person has connected; one token for each spreadsheet.
schema.index({ personId: 1, spreadsheetId: 1 }, { unique: true });

export const tokenModel = (connection: Connection): Model<Token> => modelOf(connection, "Token", schema);
