import { MongoClient } from "mongodb";
import { expect, it } from "vitest";
import { lostConnection } from "../../../core/mongo/lost-connection.js";

it("knows a server that is away also by what a bulk write says of it", async () => {
  const client = new MongoClient("mongodb://127.0.0.1:9/", { serverSelectionTimeoutMS: 100 });
  const some = client.db("roster").collection("some");
  const errors = [
    await some.findOne({}).catch((error: unknown) => error),
    await some.insertMany([{ a: 1 }], { ordered: false }).catch((error: unknown) => error),
    await some.bulkWrite([{ deleteOne: { filter: { a: 1 } } }]).catch((error: unknown) => error),
  ];
  await client.close();
  expect(errors.map((error) => lostConnection(error)?.code)).toEqual(["unreachable", "unreachable", "unreachable"]);
  expect(lostConnection(new Error("something else"))).toBeUndefined();
});
