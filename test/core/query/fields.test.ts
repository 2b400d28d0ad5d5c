import { describe, expect, it } from "vitest";
import { askableFields, columnFields, LISTS, parseQuery, suggest } from "../../../core/query/index.js";

describe.each(LISTS)("the fields of %s", (list) => {
  const fields = askableFields(list);

  it("have names and aliases of their own", () => {
    const names = fields.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("give a help text that is a sentence", () => {
    for (const { help } of fields) expect(help).toMatch(/^[A-Z].*\.$/);
  });

  it("have columns of their own", () => {
    const columns = columnFields(list).map(({ column }) => column);
    expect(new Set(columns).size).toBe(columns.length);
  });

  const examples = fields.flatMap((field) => field.examples);
  it.each(examples)("show as an example what can be read: %s", (example) => {
    expect(parseQuery(example, list)).toMatchObject({ ok: true });
  });
});

describe("the columns", () => {
  it("of creators are the names that programs get", () => {
    expect(columnFields("creators").map(({ column }) => column)).toEqual(
      expect.arrayContaining(
        `id handle formerHandles tiktokUserId profileUrl email phone phoneVerified firstName lastName address.line1
        address.line2 address.city address.state address.zip address.country badge followers gmvCents gmv30Cents emvCents
        videoGmvCents status joinedAt tags notes whitelisted optedOut.email optedOut.sms samples videos itemsSold
        lastSampledAt lastPostedAt lastContactedAt updatedAt`.split(/\s+/),
      ),
    );
  });

  it("of samples are the names that programs get", () => {
    expect(
      columnFields("samples")
        .map(({ column }) => column)
        .sort(),
    ).toEqual(
      "orderId skuId handle productId productName variation quantity status orderedAt shippedAt deliveredAt brand"
        .split(" ")
        .sort(),
    );
  });

  it("of videos are the names that programs get", () => {
    expect(
      columnFields("videos")
        .map(({ column }) => column)
        .sort(),
    ).toEqual(
      "videoId handle url title postedAt gmvCents itemsSold orders impressions likes comments shares ctr commissionCents productIds brand asOf"
        .split(" ")
        .sort(),
    );
  });
});

describe("suggest", () => {
  it.each([
    ["bagde", "badge"],
    ["follwers", "followers"],
    ["GMW", "gmv"],
    ["foll", "followers"],
    ["zzz", undefined],
  ])("%s → %s", (wrong, right) => {
    expect(suggest(wrong, ["gmv", "badge", "followers"])).toBe(right);
  });
});
