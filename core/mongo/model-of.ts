import type { Collection } from "mongodb";
import type { Connection, Model, Schema } from "mongoose";

/** The model of a collection on a connection: defined at the first call, the same one afterwards. */
export function modelOf<T>(connection: Connection, name: string, schema: Schema): Model<T> {
  return (connection.models[name] as Model<T> | undefined) ?? connection.model<T>(name, schema as Schema<T>);
}

/** The driver's own collection behind a model: for bulk paths, which mongoose slows down fourfold. */
export function collectionOf<T extends { _id: string }>(model: Model<T>): Collection<T> {
  return model.collection as unknown as Collection<T>;
}
