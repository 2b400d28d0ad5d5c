import { describe, expect, it } from "vitest";
import { plainText } from "../../bot/plain-text.js";

describe("plainText", () => {
  it.each([
    ["find gmv:&gt;5k posted:&lt;30d", "find gmv:>5k posted:<30d"],
    ["note mia R&amp;D", "note mia R&D"],
    ["note mia &amp;gt; is how it is written", "note mia &gt; is how it is written"],
    ["find gmv:>5k", "find gmv:>5k"],
  ])("reads %j as %j", (sent, typed) => {
    expect(plainText(sent)).toBe(typed);
  });
});
