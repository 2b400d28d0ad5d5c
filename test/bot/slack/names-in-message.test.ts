import { describe, expect, it } from "vitest";
import { namesInMessage } from "../../../bot/shortcuts/names-in-message.js";

describe("namesInMessage", () => {
  it.each([
    ["have a look at @mia.glow.", ["@mia.glow"]],
    ["<https://www.tiktok.com/@mia.glow|tiktok.com/@mia.glow>", ["https://www.tiktok.com/@mia.glow"]],
    [
      "see https://www.tiktok.com/@mia.glow/video/7310045632098765432?lang=en&amp;q=1, please",
      ["https://www.tiktok.com/@mia.glow/video/7310045632098765432?lang=en&q=1"],
    ],
    ["<@U02ABC> asked <!here> in <#C01|creators>", []],
    ["write to <mailto:mia@example.com|mia@example.com> or noah@example.com", []],
    ["<https://example.com/@someone|@someone>", []],
    ["@mia.glow and @MIA.GLOW", ["@MIA.GLOW"]],
  ])("finds in %j for sure %j", (text, sure) => {
    expect(namesInMessage(text).sure).toEqual(sure);
  });

  it("takes words for handles that look like ones, or stand alone on a line", () => {
    expect(namesInMessage("please check mia.glow and noah_fit today.").perhaps).toEqual(["mia.glow", "noah_fit"]);
    expect(namesInMessage("these two:\nmiaglow\nnoahfit").perhaps).toEqual(["miaglow", "noahfit"]);
  });

  it("keeps to 500 names of a message without end", () => {
    const text = Array.from({ length: 3_000 }, (_, place) => `@name${place}`).join(" ");
    expect(namesInMessage(text).sure).toHaveLength(500);
  });
});
