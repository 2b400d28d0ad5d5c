import { expect, it } from "vitest";
import { createLog } from "../../../core/log/index.js";

it("says of an error what it is and what caused it, and nothing of the records that hang on it", () => {
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(line) });
  const cause = Object.assign(new Error("no route"), { code: "EHOSTUNREACH" });
  const error = Object.assign(new TypeError("not written", { cause }), { documents: [{ email: "mia@example.com" }] });
  log.error({ err: error }, "failed");

  expect(JSON.parse(lines.join(""))).toMatchObject({
    msg: "failed",
    err: {
      type: "TypeError",
      message: "not written",
      stack: expect.stringContaining("create-log.test"),
      cause: { message: "no route", code: "EHOSTUNREACH" },
    },
  });
  expect(lines.join("")).not.toContain("mia@example.com");
});
