import { describe, expect, it } from "vitest";
import { openTable, readThrough } from "../../../../core/imports/read/index.js";
import { fileOf, fixture } from "./table-of.js";

describe("readThrough", () => {
  it("counts the rows of data", async () => {
    const read = await readThrough(await openTable(fixture("euka-plain.csv")));
    expect(read).toEqual({ rows: 2, dayOrders: {}, ambiguous: [] });
  });

  it("takes the day order of a column from its rows, and names the columns that prove none", async () => {
    const read = await readThrough(await openTable(fixture("samples-unknown-day-order.csv")));
    expect(read).toMatchObject({ dayOrders: { deliveredAt: "day-first" }, ambiguous: ["orderedAt"] });
  });

  it("finds nothing ambiguous in dates that are the same both ways", async () => {
    const file = fileOf("Order ID,SKU ID,Buyer Username,Created Time\n1,1,mia,4/4/2025 7:47 AM\n");
    expect(await readThrough(await openTable(file))).toMatchObject({ dayOrders: {}, ambiguous: [] });
  });
});
