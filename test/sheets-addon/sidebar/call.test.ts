import { afterEach, describe, expect, it, vi } from "vitest";
import { call } from "../../../sheets-addon/sidebar/call.js";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

type Heard = (answer: unknown) => void;

/** Google's way to the script, with these functions in it. */
function googleWith(functions: (heard: Heard, failed: Heard) => Record<string, Heard>): void {
  let [heard, failed]: [Heard, Heard] = [() => undefined, () => undefined];
  const run: Record<string, unknown> = {
    withSuccessHandler: (then: Heard) => {
      heard = then;
      return run;
    },
    withFailureHandler: (then: Heard) => {
      failed = then;
      return { ...run, ...functions(heard, failed) };
    },
  };
  vi.stubGlobal("google", { script: { run } });
}

const asked = { list: "creators", brand: "glow", query: "" } as const;

describe("call", () => {
  it("answers what the function of that name answers", async () => {
    googleWith((heard) => ({ count: (given) => heard({ total: 2, given }) }));
    expect(await call("count", asked)).toEqual({ total: 2, given: asked });
  });

  it("fails with the problem", async () => {
    const problem = { kind: "busy", detail: "Another run works here." };
    googleWith((_, failed) => ({ count: () => failed(new Error(JSON.stringify(problem))) }));
    await expect(call("count", asked)).rejects.toMatchObject({ problem });
  });

  it("fails where the script has no such function", async () => {
    googleWith(() => ({}));
    await expect(call("count", asked)).rejects.toMatchObject({
      problem: { kind: "google", detail: expect.stringContaining("no count in this version") },
    });
  });

  it("fails when nothing is heard for longer than Google lets a run go on", async () => {
    vi.useFakeTimers();
    googleWith(() => ({ count: () => undefined }));
    const failed = expect(call("count", asked)).rejects.toMatchObject({ problem: { kind: "google" } });
    await vi.advanceTimersByTimeAsync(7 * 60_000);
    await failed;
  });
});
