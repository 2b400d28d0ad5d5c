import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";

/** What is done by turns over all processes, and when the next turn is free. */
export interface Turns {
  /** What, such as `slack updates`. */
  _id: string;
  /** Who took the last turn. */
  holder?: string;
  freeAt: Date;
  /** The server's clock at the last turn taken: clocks of machines differ. */
  now: Date;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    holder: String,
    freeAt: { type: Date, required: true },
    now: { type: Date, required: true },
  },
  { collection: "turns", versionKey: false },
);

export const turnModel = (connection: Connection): Model<Turns> => modelOf(connection, "Turns", schema);
