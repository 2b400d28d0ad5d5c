import { describe, expect, it } from "vitest";
import { explainNotRecognised, recogniseHeaders, type SavedMapping } from "../../../../core/imports/recognise/index.js";

const explain = (headers: string[]) => {
  const result = recogniseHeaders(headers);
  return result.kind === "recognised" ? result.source : explainNotRecognised(result, headers);
};

describe("recogniseHeaders", () => {
  it("ignores case, a byte-order mark, spaces around and several spaces or a line break inside", () => {
    const headers = ["\uFEFFORDER  ID", " Sku\nID ", "Buyer\u00A0Username", "More"];
    expect(recogniseHeaders(headers)).toMatchObject({
      source: "samples",
      columns: { orderId: 0, skuId: 1, handle: 2 },
    });
  });

  it('takes "Affiliate items sold " with its space', () => {
    const result = recogniseHeaders(["Video ID", "Affiliate items sold "]);
    expect(result).toMatchObject({ source: "videos", columns: { items: 1 } });
  });

  it("takes `last_post` and `Last Post` for one header", () => {
    const result = recogniseHeaders(["Username", "EMV", "Last Post"]);
    expect(result).toMatchObject({ source: "refunnel", columns: { lastPostAt: 2 } });
  });

  it("takes creator data with a video column for videos", () => {
    expect(explain(["Creator name", "Affiliate-attributed GMV", "Video ID"])).toBe("videos");
  });

  it("does not take a table of orders, videos or creators for product analytics", () => {
    expect(explain(["Product ID", "Product name", "GMV"])).toBe("products");
    expect(explain(["Product ID", "Product name", "Creator name"])).toBe(
      'The nearest is products, but column "Creator name" does not belong to it.',
    );
  });

  it("takes, of two that fit, the one that knows more of the headers", () => {
    expect(explain(["username", "phone", "emv", "followers"])).toBe("refunnel");
  });

  it("asks when two fit equally", () => {
    expect(recogniseHeaders(["username", "phone", "emv"])).toEqual({
      kind: "several",
      between: ["phones", "refunnel"],
    });
  });

  it("names all missing columns of the nearest source", () => {
    expect(explain(["Order ID", "Order Status", "Product Name", "Quantity", "Buyer Usrname"])).toBe(
      'The nearest is samples, but `sku id` and `buyer username` are missing. Did you mean column "Buyer Usrname"?',
    );
  });

  it("names the choices where one of several columns is missing", () => {
    expect(explain(["handle", "gmv", "mail adress"])).toBe(
      'The nearest is euka, but `email` or `phone` or `address` is missing. Did you mean column "mail adress"?',
    );
  });
});

describe("recogniseHeaders with saved mappings", () => {
  const agency: SavedMapping = {
    name: "agency",
    headers: ["Creator", "Mail", "Note"],
    columns: { Creator: "handle", Mail: "email" },
  };

  it("takes a mapping whose headers are all there, in any order and case, before the sources", () => {
    const result = recogniseHeaders(["note", "MAIL", "creator", "Video ID"], { saved: [agency] });
    expect(result).toMatchObject({ source: "mapped", mapping: "agency", columns: { email: 1, handle: 2 } });
  });

  it("leaves a mapping out when one of its headers is not there", () => {
    expect(recogniseHeaders(["Creator", "Mail", "Video ID"], { saved: [agency] })).toMatchObject({ source: "videos" });
  });

  it("asks when two mappings fit equally", () => {
    const result = recogniseHeaders(["Creator", "Mail", "Note"], { saved: [agency, { ...agency, name: "other" }] });
    expect(result).toEqual({ kind: "several", between: ["agency", "other"] });
  });

  it("tries nothing but the mapping that is named", () => {
    const result = recogniseHeaders(["Mail", "handle", "email"], { saved: [agency], as: "agency" });
    expect(result).toMatchObject({
      kind: "unknown",
      nearest: { name: "agency", match: { missing: [["handle", "tiktokUserId"]] } },
    });
  });

  it("takes the columns that a person has just chosen, whatever else fits", () => {
    const result = recogniseHeaders(["handle", "email", "x"], {
      mapping: { name: "new", headers: [], columns: { x: "handle" } },
    });
    expect(result).toMatchObject({ source: "mapped", columns: { handle: 2 } });
  });
});
