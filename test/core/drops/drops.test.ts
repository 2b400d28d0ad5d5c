import { Readable } from "node:stream";
import { beforeEach, describe, expect, it } from "vitest";
import { dropModel } from "../../../core/drops/drop-model.js";
import {
  acceptDrop,
  cancelDrop,
  chooseBrand,
  fetchAgain,
  findDrop,
  forgetDrops,
  MOST_BYTES,
  mapColumns,
  readDrop,
  runDrop,
  takeLeftDrops,
} from "../../../core/drops/index.js";
import { importModel } from "../../../core/imports/index.js";
import { savedMappings } from "../../../core/imports/mappings/saved-mappings.js";
import { keepFile } from "../../../core/imports/originals.js";
import { testDatabase } from "../../support/database.js";
import { csvOf } from "../../support/make.js";
import { emptyDatabase, makeBrands } from "../../support/make-imports.js";
import { acting, ada, drop, fetchFrom, log, now, person, read, receive } from "./make-drop.js";

const db = testDatabase();
const RUN = { now, log };

const euka = (...handles: string[]) =>
  csvOf(
    "euka",
    handles.map((handle) => ({ handle, email: `${handle}@example.com` })),
  );

beforeEach(async () => {
  await makeBrands(db);
  await emptyDatabase(db);
});

describe("receiveDrop", () => {
  it("takes a message in once, told twice or twice at once", async () => {
    const same = { message: "7.1", ids: "F7", placeBrand: "default" };
    const told = await Promise.all([receive(db, ["a.csv"], same), receive(db, ["a.csv"], same)]);
    expect(told.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await receive(db, ["a.csv"], same)).toBeUndefined();
  });

  it("takes a file in once, however many messages of the place bring it", async () => {
    const first = await receive(db, ["a.csv"], { ids: "F8" });
    const second = await receive(db, ["a.csv", "b.csv"], { ids: "F8" });
    expect(first?.files.map(({ name }) => name)).toEqual(["a.csv"]);
    expect(second?.files.map(({ name }) => name)).toEqual(["b.csv"]);
  });

  it("takes the brand from the caption, before that of the channel", async () => {
    expect((await receive(db, ["a.csv"], { caption: "for Rosy", placeBrand: "default" }))?.brandId).toBe("rosy");
    expect((await receive(db, ["a.csv"], { placeBrand: "rosy" }))?.brandId).toBe("rosy");
    expect((await receive(db, ["a.csv"]))?.brandId).toBeUndefined();
  });

  it("refuses a viewer, and an editor of another brand", async () => {
    const viewer = person("U0VIC", "viewer");
    await expect(receive(db, ["a.csv"], { actor: viewer })).rejects.toThrow(/may not change/);
    const other = person("U0BEA", "editor", "default");
    await expect(receive(db, ["a.csv"], { actor: other, caption: "for Rosy" })).rejects.toThrow(/may not change/);
  });
});

describe("readDrop", () => {
  it("previews each file over what is stored, and waits for a person", async () => {
    const ready = await drop(db, { "euka.csv": euka("mia", "zoe") }, { placeBrand: "default" });
    expect(ready.status).toBe("ready");
    const report = expect.objectContaining({ creators: { new: 2, known: 0, filled: 2, alternatives: 0 } });
    expect(ready.files[0]?.state).toMatchObject({ is: "ready", source: "euka", rows: 2, report });
    expect(await importModel(db).countDocuments()).toBe(0);
  });

  it("asks for the brand where nobody knows it, and reads on when it is chosen", async () => {
    const files = { "euka.csv": euka("mia") };
    const asking = await drop(db, files);
    expect(asking.status).toBe("asking");
    await chooseBrand(db, asking._id, "rosy", acting());
    expect(await read(db, asking._id, [])).toMatchObject({ status: "ready", brandId: "rosy" });
  });

  it("says of each bad file why, and goes on with the others", async () => {
    const files = {
      "good.csv": euka("mia"),
      "picture.csv": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      "empty.csv": "",
      "rowless.csv": "handle,email\n",
      "away.csv": undefined,
    };
    const { files: told, status } = await drop(db, files, { placeBrand: "default" });
    expect(status).toBe("ready");
    expect(told.map(({ state }) => state.is)).toEqual(["ready", "refused", "refused", "refused", "missing"]);
    expect(told[1]?.state).toMatchObject({ say: expect.stringContaining("PNG picture") });
  });

  it("refuses a file that is too large without keeping it", async () => {
    const received = await receive(db, ["large.csv"], { placeBrand: "default" });
    const large = Buffer.alloc(MOST_BYTES + 1, "a");
    const { files } = await read(db, received?._id ?? "", [large]);
    expect(files[0]?.state).toMatchObject({ is: "refused", say: expect.stringContaining("larger than 100 MB") });
    expect(await db.collection("originals.files").countDocuments()).toBe(0);
  });

  it("fetches again what did not come, and nothing else", async () => {
    const missing = await drop(db, { "away.csv": undefined }, { placeBrand: "default" });
    await fetchAgain(db, missing._id, acting());
    expect((await read(db, missing._id, [euka("mia")])).files[0]?.state.is).toBe("ready");
  });

  it("leaves what was read for another brand than the one chosen meanwhile", async () => {
    const received = await receive(db, ["euka.csv"], { placeBrand: "default" });
    const id = received?._id ?? "";
    const step = () => chooseBrand(db, id, "rosy", acting()).then(() => undefined);
    await readDrop(db, id, { fetch: fetchFrom([euka("mia")]), now, log, step });
    expect(await findDrop(db, id)).toMatchObject({ status: "received", brandId: "rosy" });
    expect((await findDrop(db, id)).files[0]?.state.is).toBe("waiting");
  });

  it("says of a known file which import it was", async () => {
    const first = await drop(db, { "euka.csv": euka("mia") }, { placeBrand: "default" });
    await acceptDrop(db, first._id, acting());
    await runDrop(db, first._id, RUN);
    const again = await drop(db, { "again.csv": euka("mia") }, { placeBrand: "default" });
    expect(again.files[0]?.state).toEqual({ is: "known", importId: "1" });
    await expect(acceptDrop(db, again._id, acting())).rejects.toThrow(/nothing to import/);
  });
});

describe("mapColumns", () => {
  const table = "Who,Mail\n@mia,mia@example.com\n@zoe,zoe@example.com\n";
  const columns = [
    ["Who", "handle"],
    ["Mail", "email"],
  ] as const;

  it("has a table read that nobody knew, and remembers how", async () => {
    const unknown = await drop(db, { "list.csv": table }, { placeBrand: "default" });
    const [file] = unknown.files;
    expect(file?.state).toMatchObject({
      is: "unknown",
      columns: [{ header: "Who" }, { header: "Mail", guess: "email" }],
    });
    await mapColumns(db, unknown._id, { fileId: file?.id ?? "", name: "our list", columns }, acting());
    const mapped = await read(db, unknown._id, []);
    expect(mapped.files[0]?.state).toMatchObject({ is: "ready", source: "mapped", mapping: "our list", rows: 2 });
    expect((await savedMappings(db)).map(({ name }) => name)).toEqual(["our list"]);
  });

  it("refuses a mapping that names nobody, and leaves the file as it was", async () => {
    const unknown = await drop(db, { "list.csv": table }, { placeBrand: "default" });
    const nobody = { fileId: unknown.files[0]?.id ?? "", name: "ours", columns: [["Mail", "email"]] as const };
    await expect(mapColumns(db, unknown._id, nobody, acting())).rejects.toThrow(/whose row it is/);
    expect((await findDrop(db, unknown._id)).files[0]?.state.is).toBe("unknown");
  });
});

describe("acceptDrop", () => {
  it("lets one of two who say yes at once be the one", async () => {
    const { _id } = await drop(db, { "euka.csv": euka("mia") }, { placeBrand: "default" });
    const said = await Promise.all([acceptDrop(db, _id, acting()), acceptDrop(db, _id, acting(person("U0BEA")))]);
    expect(said.filter(({ isFirst }) => isFirst)).toHaveLength(1);
    expect(said[0]?.drop.accepted?.by).toBe(said[1]?.drop.accepted?.by);
  });

  it("refuses a viewer, and what was cancelled", async () => {
    const { _id } = await drop(db, { "euka.csv": euka("mia") }, { placeBrand: "default" });
    await expect(acceptDrop(db, _id, acting(person("U0VIC", "viewer")))).rejects.toThrow(/may not change/);
    await cancelDrop(db, _id, acting());
    await expect(acceptDrop(db, _id, acting())).rejects.toMatchObject({ code: "conflict" });
    expect(await db.collection("originals.files").countDocuments()).toBe(0);
  });
});

describe("runDrop", () => {
  const accepted = async (files: Record<string, string>) => {
    const { _id } = await drop(db, files, { placeBrand: "default" });
    await acceptDrop(db, _id, acting());
    return _id;
  };

  it("takes the files in together, signed by who said yes", async () => {
    const id = await accepted({ "b.csv": euka("mia"), "a.csv": euka("zoe") });
    await runDrop(db, id, RUN);
    const { status, files } = await findDrop(db, id);
    expect({ status, states: files.map(({ state }) => state.is) }).toEqual({
      status: "done",
      states: ["done", "done"],
    });
    expect(await importModel(db).find().distinct("by")).toEqual([ada.id]);
  });

  it("run twice at once, and once more, takes in once", async () => {
    const id = await accepted({ "euka.csv": euka("mia", "zoe") });
    await Promise.all([runDrop(db, id, RUN), runDrop(db, id, RUN)]);
    await runDrop(db, id, RUN);
    expect((await findDrop(db, id)).files[0]?.state).toEqual({ is: "done", importId: expect.any(String) });
    expect(await importModel(db).find().distinct("status")).toEqual(["done"]);
    expect(await importModel(db).countDocuments()).toBe(1);
    expect(await db.collection("creators").countDocuments()).toBe(2);
  });

  it("takes the same file in once when two drops of it are accepted at once", async () => {
    const ids = await Promise.all([accepted({ "a.csv": euka("mia") }), accepted({ "b.csv": euka("mia") })]);
    await Promise.all(ids.map((id) => runDrop(db, id, RUN)));
    expect(await importModel(db).countDocuments()).toBe(1);
    const drops = await Promise.all(ids.map((id) => findDrop(db, id)));
    expect(drops.map(({ status }) => status)).toEqual(["done", "done"]);
  });

  it("goes on, after a crash, with the import that it had begun", async () => {
    const id = await accepted({ "euka.csv": euka("mia") });
    await runDrop(db, id, RUN);
    // As it was when the process died: the import is through, and nobody has said so to the drop.
    const crashed = { status: "importing", "files.0.state": { is: "importing" } };
    await db.collection("drops").updateOne({ _id: id as never }, { $set: crashed, $inc: { rev: 1 } });
    const { files } = await findDrop(db, id);
    const bytes = files[0]?.id ?? "";
    await keepFile(db, `drops/${id}/${bytes}`, "original", Readable.from([Buffer.from(euka("mia"))]));
    await runDrop(db, id, RUN);
    expect((await findDrop(db, id)).files[0]?.state).toEqual({ is: "done", importId: "1" });
    expect(await importModel(db).countDocuments()).toBe(1);
  });
});

describe("a drop whose import broke", () => {
  it("says that it was not finished, and goes on when somebody tries again", async () => {
    const { _id, files } = await drop(db, { "euka.csv": euka("mia") }, { placeBrand: "default" });
    await acceptDrop(db, _id, acting());
    // As if the file's bytes were gone in the middle.
    await db.collection("originals.files").deleteMany({});
    await runDrop(db, _id, RUN);
    const failed = await findDrop(db, _id);
    const say = expect.stringContaining("reference");
    expect(failed).toMatchObject({ status: "failed", files: [{ state: { is: "failed", say } }] });
    await keepFile(db, `drops/${_id}/${files[0]?.id}`, "original", Readable.from([Buffer.from(euka("mia"))]));
    expect((await acceptDrop(db, _id, acting())).isFirst).toBe(true);
    await runDrop(db, _id, RUN);
    expect(await findDrop(db, _id)).toMatchObject({ status: "done", files: [{ state: { is: "done" } }] });
  });

  it("of another drop is taken up when the file is dropped again", async () => {
    const first = await drop(db, { "euka.csv": euka("mia") }, { placeBrand: "default" });
    await acceptDrop(db, first._id, acting());
    await runDrop(db, first._id, RUN);
    await importModel(db).updateOne({ _id: "1" }, { $set: { status: "failed" } });
    const again = await drop(db, { "again.csv": euka("mia") }, { placeBrand: "default" });
    expect(again.files[0]?.state).toEqual({ is: "known", importId: "1", broken: true });
    await acceptDrop(db, again._id, acting());
    await runDrop(db, again._id, RUN);
    expect((await findDrop(db, again._id)).files[0]?.state).toEqual({ is: "done", importId: "1" });
  });
});

describe("forgetDrops", () => {
  const kept = () => db.collection("originals.files").countDocuments({ filename: /^drops\// });
  const soon = () => new Date(Date.now() + 5 * 60_000);

  it("lets go of bytes that a process left behind at the end of a drop, and of no others", async () => {
    const over = await drop(db, { "euka.csv": euka("mia") }, { placeBrand: "default" });
    await drop(db, { "other.csv": euka("ben") }, { placeBrand: "default" });
    expect(await kept()).toBe(2);
    // As if it had died between the two.
    await dropModel(db).updateOne({ _id: over._id }, { $set: { status: "done" } });
    await forgetDrops(db, now());
    expect(await kept()).toBe(2);
    await forgetDrops(db, soon());
    expect(await kept()).toBe(1);
    await forgetDrops(db, soon());
  });
});

describe("takeLeftDrops", () => {
  it("gives each drop whose work was lost to one of several who ask", async () => {
    const received = await receive(db, ["euka.csv"], { placeBrand: "default" });
    expect(await takeLeftDrops(db, now())).toEqual([]);
    const later = new Date(Date.now() + 5 * 60_000);
    const taken = await Promise.all([takeLeftDrops(db, later), takeLeftDrops(db, later)]);
    expect(taken.flat().map(({ _id }) => _id)).toEqual([received?._id]);
  });
});
