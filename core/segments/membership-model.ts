import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";

/** That a creator was in a segment, from the look that first found it there to the one that no longer did. */
export interface Membership {
  /** Segment, creator and the time of the look that found it. */
  _id: string;
  segment: string;
  creatorId: string;
  /** The current handle when it was last found: what people know it by after it is gone. */
  handle?: string;
  from: Date;
  until?: Date;
  /** Absent once it has left. */
  open?: true;
  rev: number;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    segment: { type: String, required: true },
    creatorId: { type: String, required: true },
    handle: String,
    from: { type: Date, required: true },
    until: Date,
    open: Boolean,
    rev: { type: Number, required: true },
  },
  { collection: "segmentMembers", versionKey: false },
);

// Who is in a segment, in the order of ids: what a look is compared with. Nobody is in it twice.
schema.index({ segment: 1, creatorId: 1 }, { unique: true, partialFilterExpression: { open: true } });
// Who came and who left since a day.
schema.index({ segment: 1, from: 1 });
schema.index({ segment: 1, until: 1 });
// What is erased with a creator.
schema.index({ creatorId: 1 });

export const membershipModel = (connection: Connection): Model<Membership> => modelOf(connection, "Membership", schema);
