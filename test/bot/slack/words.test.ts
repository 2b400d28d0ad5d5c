import { describe, expect, it } from "vitest";
import { messageText } from "../../../bot/blocks/text.js";
import { readSettings } from "../../../bot/commands/add.js";
import { readTagging } from "../../../bot/commands/read-tags.js";
import { splitWord } from "../../../bot/commands/split-word.js";

describe("splitWord", () => {
  it("takes the first word off", () => {
    expect(splitWord("  find gmv:>5k  has:email ")).toEqual({ word: "find", rest: "gmv:>5k  has:email" });
    expect(splitWord("")).toEqual({ word: "", rest: "" });
  });
});

describe("readTagging", () => {
  it("reads the tags at the end", () => {
    expect(readTagging("gmv:>5k -status:blocked +VIP -cold")).toEqual({
      query: "gmv:>5k -status:blocked",
      tags: { add: ["vip"], remove: ["cold"] },
    });
  });

  it("leaves a term that begins with - to the query", () => {
    expect(readTagging("-tag:vip +vip").query).toBe("-tag:vip");
    expect(readTagging("(a OR -b) +vip").query).toBe("(a OR -b)");
  });

  it("takes a tag of several words in quotes", () => {
    expect(readTagging('handle:mia +"summer launch"').tags.add).toEqual(["summer launch"]);
  });

  it("refuses a text without tags", () => {
    expect(() => readTagging("handle:mia")).toThrow();
  });
});

describe("readSettings", () => {
  it("reads values with and without quotes", () => {
    expect(readSettings('email=a@b.co name="Mia Cruz" badge=')).toEqual({
      email: "a@b.co",
      name: "Mia Cruz",
      badge: "",
    });
  });

  it("refuses what is no setting, and one given twice", () => {
    expect(() => readSettings("email")).toThrow();
    expect(() => readSettings("email=a email=b")).toThrow();
  });
});

describe("messageText", () => {
  it("calls nobody and formats nothing", () => {
    expect(messageText("<!channel> *a* _b_ ~c~ `d` & mia_glow")).toBe(
      "&lt;!channel&gt; ＊a＊ ＿b＿ ～c～ ˋdˋ &amp; mia_glow",
    );
  });
});
