import { describe, expect, it } from "vitest";
import { guessColumns } from "../../../../core/imports/recognise/index.js";

const fields = (headers: string[], ...rows: string[][]) => guessColumns(headers, rows).map(({ field }) => field);

describe("guessColumns", () => {
  it("reads what headers say and values confirm", () => {
    const row = ["@glowbymia", "mia@example.com", "(512) 555-0143", "12.3k", "$1,200"];
    expect(fields(["Creator", "Contact mail", "Cell", "Fans", "Revenue"], row)).toEqual([
      "handle",
      "email",
      "phone",
      "followers",
      "gmv",
    ]);
  });

  it("knows e-mails, links, phones and addresses under headers that say nothing", () => {
    const row = ["https://www.tiktok.com/@glowbymia", "mia@example.com", "+15125550143", "1 Main St, Austin, TX 78701"];
    expect(fields(["a", "b", "c", "d"], row)).toEqual(["handle", "email", "phone", "fullAddress"]);
  });

  it("is surer of a header that the values confirm than of a header or of values alone", () => {
    const [confirmed] = guessColumns(["Email"], [["mia@example.com"]]);
    const [named] = guessColumns(["Email"], []);
    const [shaped] = guessColumns(["x"], [["mia@example.com"]]);
    const [denied] = guessColumns(["Email"], [["yes"], ["no"]]);
    const confidences = [confirmed, named, shaped, denied].map((guess) => guess?.confidence ?? 0);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    expect(new Set(confidences).size).toBe(4);
  });

  it("gives each field once", () => {
    expect(fields(["Email", "Second email"], ["a@example.com", "b@example.com"])).toEqual(["email", undefined]);
  });

  it("guesses nothing where nothing speaks for it", () => {
    expect(guessColumns(["zzz"], [["hello there"]])).toEqual([{ header: "zzz", index: 0, confidence: 0 }]);
  });
});
