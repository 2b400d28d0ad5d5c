import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCompleteAddress } from "../../../core/creators/quality.js";
import { countryCodeOf } from "../../../core/normalize/country.js";
import { addressOf, normalizeAddress, stateCodeOf } from "../../../core/normalize/index.js";
import { reasonOf } from "./reasons.js";

const AUSTIN = { line1: "123 Main St", city: "Austin", state: "TX", zip: "78701", country: "US" };
const WITH_UNIT = { ...AUSTIN, line2: "Apt 4" };

describe("normalizeAddress", () => {
  it.each([
    "123 Main St, Apt 4, Austin, TX 78701",
    "123 Main St Apt 4, Austin, TX 78701",
    "123 Main St Apt 4 Austin TX 78701",
    "123 Main St, Apt 4 Austin, TX 78701",
    "123 Main St, Apt 4, Austin, Texas, 78701",
    "123 Main St, Apt 4, Austin TX 78701, USA",
    "123 Main St, Apt 4, Austin, TX 78701 United States",
    "123 Main St\nApt 4\r\nAustin TX 78701",
    "  123 Main St ,Apt 4,  Austin , tx 78701",
  ])("splits %j", (cell) => {
    expect(normalizeAddress(cell, "US")).toEqual(WITH_UNIT);
  });

  it.each([
    ["123 Main St, Austin, TX 78701-1234", { ...AUSTIN, zip: "78701-1234" }],
    ["123 Main St Austin TX 78701", AUSTIN],
    ["12 Elm St, Boston, MA 2134", { line1: "12 Elm St", city: "Boston", state: "MA", zip: "02134", country: "US" }],
    ["PO Box 12 Austin TX 78701", { ...AUSTIN, line1: "PO Box 12" }],
    [
      "500 Ocean Dr Miami Beach FL 33139",
      { line1: "500 Ocean Dr", city: "Miami Beach", state: "FL", zip: "33139", country: "US" },
    ],
    [
      "123 Main St St Paul MN 55101",
      { line1: "123 Main St", city: "St Paul", state: "MN", zip: "55101", country: "US" },
    ],
    [
      "9 Oak Ave NW Washington DC 20500",
      { line1: "9 Oak Ave NW", city: "Washington", state: "DC", zip: "20500", country: "US" },
    ],
    [
      "9 Oak Ave Charleston West Virginia 25301",
      { line1: "9 Oak Ave", city: "Charleston", state: "WV", zip: "25301", country: "US" },
    ],
    [
      "55 Shore Dr East Lansing MI 48823",
      { line1: "55 Shore Dr", city: "East Lansing", state: "MI", zip: "48823", country: "US" },
    ],
    ["9 Oak Ave, San Francisco, CA", { line1: "9 Oak Ave", city: "San Francisco", state: "CA", country: "US" }],
    ["Austin, TX", { city: "Austin", state: "TX", country: "US" }],
  ])("reads %j", (cell, address) => {
    expect(normalizeAddress(cell, "US")).toEqual(address);
  });

  it("keeps street and city together where their border would be a guess", () => {
    expect(normalizeAddress("100 Broadway New York NY 10005", "US")).toEqual({
      line1: "100 Broadway New York",
      state: "NY",
      zip: "10005",
      country: "US",
    });
  });

  it.each([
    ["10 Downing St, London SW1A 2AA, United Kingdom", { line1: "10 Downing St, London SW1A 2AA", country: "GB" }],
    ["Av. Paulista 1000, São Paulo, Brasil", { line1: "Av. Paulista 1000, São Paulo", country: "BR" }],
    ["Via Roma 1, 20121 Milano, MI", { line1: "Via Roma 1, 20121 Milano, MI" }],
  ])("keeps the text of the foreign %j as line1", (cell, address) => {
    expect(normalizeAddress(cell, "US")).toEqual(address);
  });

  it("takes the brand's country for an address abroad that names none", () => {
    expect(normalizeAddress("Via Roma 1, Milano, MI 20121", "IT")).toEqual({
      line1: "Via Roma 1, Milano, MI 20121",
      country: "IT",
    });
    expect(normalizeAddress("123 Main St, Apt 4, Austin, TX 78701", "IT")).toEqual(WITH_UNIT);
  });

  it("leaves masked parts out", () => {
    expect(normalizeAddress("1** M***, Austin, TX 78701", "US")).toEqual({
      city: "Austin",
      state: "TX",
      zip: "78701",
      country: "US",
    });
    expect(normalizeAddress("1** M***, A*****", "US")).toBeUndefined();
  });

  it("reads its own parts again, divided by commas", () => {
    const cities = fc.constantFrom("Austin", "San Antonio", "Corpus Christi", "St Mary");
    const streets = fc.constantFrom("Main St", "N Oak Ave", "County Road 12", "Court St", "Avenue B", "Broadway");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), streets, cities, (number, street, city) => {
        const address = {
          line1: `${number} ${street}`,
          line2: "Unit 7",
          city,
          state: "TX",
          zip: "78701",
          country: "US",
        };
        expect(normalizeAddress(Object.values(address).join(", "), "GB")).toEqual(address);
      }),
    );
  });
});

describe("addressOf", () => {
  it("brings state, ZIP code and country to one form", () => {
    expect(
      addressOf(
        {
          line1: " 12  Elm St",
          line2: "-",
          city: "Boston",
          state: "massachusetts",
          zip: "2134",
          country: "United States",
        },
        "US",
      ),
    ).toEqual({ line1: "12 Elm St", city: "Boston", state: "MA", zip: "02134", country: "US" });
  });

  it.each([
    ["78701", "TX", "78701"],
    ["78701-1234", "TX", "78701-1234"],
    ["787011234", "TX", "78701-1234"],
    ["78701.0", "TX", "78701"],
    ["501", "NY", "00501"],
    ["2134-0001", "MA", "02134-0001"],
    ["2134", "TX", undefined],
    ["787**", "TX", undefined],
    ["ABC", "TX", undefined],
  ])("reads the ZIP code %j in %s as %s", (zip, state, expected) => {
    expect(addressOf({ city: "X", state, zip, country: "US" }, "US")).toEqual(
      expected === undefined ? { city: "X", state, country: "US" } : { city: "X", state, zip: expected, country: "US" },
    );
  });

  it("leaves masked parts out, and is no value without any part", () => {
    expect(addressOf({ line1: "1** Elm", city: "B***", state: "MA", zip: "021**" }, "US")).toEqual({
      state: "MA",
      country: "US",
    });
    expect(addressOf({ line1: "***", city: "", state: "N/A" }, "US")).toBeUndefined();
  });

  it("takes the brand's country where none stands, unless state and ZIP code say otherwise", () => {
    expect(addressOf({ city: "Leeds", zip: "LS1 1AA" }, "GB")).toMatchObject({ country: "GB" });
    expect(addressOf({ city: "Austin", state: "TX", zip: "78701" }, "GB")).toMatchObject({ country: "US" });
    expect(addressOf({ city: "Milano", state: "MI", zip: "20121" }, "IT")).toMatchObject({ country: "IT" });
    expect(addressOf({ city: "Sydney", state: "NSW", zip: "2000" }, "US")).toEqual({
      city: "Sydney",
      state: "NSW",
      zip: "2000",
    });
  });

  it("refuses a country that does not exist", () => {
    expect(reasonOf(addressOf({ line1: "1 Elm", country: "Narnia" }, "US"))).toContain('"Narnia" is no country');
  });

  it("leaves its own result as it is", () => {
    const text = fc.constantFrom(
      "",
      "TX",
      "Texas",
      "2134",
      "78701",
      "GB",
      "Germany",
      "NSW",
      "12 Elm St",
      "Boston",
      "A*",
    );
    fc.assert(
      fc.property(text, text, text, text, (line1, city, state, zip) => {
        const once = addressOf({ line1, city, state, zip }, "US");
        if (once === undefined || "reason" in once) return;
        expect(addressOf(once, "US")).toEqual(once);
      }),
    );
  });
});

describe("countryCodeOf", () => {
  it.each([
    ["United States", "US"],
    ["usa", "US"],
    ["US", "US"],
    ["UK", "GB"],
    ["Deutschland", "DE"],
    ["México", "MX"],
    ["Viet Nam", "VN"],
    ["Georgia", "GE"],
    ["Narnia", undefined],
  ])("knows %j as %s", (text, code) => {
    expect(countryCodeOf(text)).toBe(code);
  });
});

describe("stateCodeOf", () => {
  it.each([
    ["tx", "TX"],
    ["New Hampshire", "NH"],
    ["district of columbia", "DC"],
    ["Puerto Rico", "PR"],
    ["Ontario", undefined],
  ])("knows %j as %s", (text, code) => {
    expect(stateCodeOf(text)).toBe(code);
  });
});

describe("isCompleteAddress", () => {
  it("holds for a whole address of one cell", () => {
    const read = normalizeAddress("123 Main St, Austin, TX 78701", "US");
    expect(read).toEqual(AUSTIN);
    expect(isCompleteAddress(AUSTIN, "US")).toBe(true);
    expect(isCompleteAddress({ ...AUSTIN, zip: undefined }, "US")).toBe(false);
  });
});
