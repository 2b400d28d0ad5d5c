import { describe, expect, it } from "vitest";
import { hideContacts } from "../../../core/query/index.js";

describe("hideContacts", () => {
  it.each([
    ["email:mia@example.com tag:vip", "email:… tag:vip"],
    ['-(phone:8325550159 OR name:"mia cruz")', '-(phone:… OR name:"mia cruz")'],
    ["mia@example.com gmv:>5k", "… gmv:>5k"],
    ["+18325550159", "…"],
    ["by:(email:a@b.example,c@d.example)", "by:(email:…,…)"],
    ["has:email glow", "has:email glow"],
    ["bagde:gold mia@example.com", "…"],
    ["", ""],
  ])("shows %j as %j", (query, shown) => {
    expect(hideContacts(query)).toBe(shown);
  });
});
