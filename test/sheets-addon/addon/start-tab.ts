import { afterAll, beforeAll } from "vitest";
import type { TabSettings } from "../../../core/contract/index.js";
import { type Addon, startAddon } from "../../support/addon.js";
import type { testDatabase } from "../../support/database.js";
import { NOW, startApi } from "../server/start-api.js";

/** The add-on in a spreadsheet of its own, connected to an API for the whole file of tests. */
export function startSpreadsheet(db: ReturnType<typeof testDatabase>) {
  const api = startApi(db, fastClock());
  const held: { addon?: Addon } = {};

  beforeAll(async () => {
    held.addon = await startAddon(api.address());
  });
  afterAll(() => held.addon?.stop());

  const addon = (): Addon => {
    if (!held.addon) throw new Error("the add-on has not started");
    return held.addon;
  };

  return { api, addon, connect, fill };

  async function connect(personId: string, options: { book?: string } = {}) {
    return addon().call("connect", { code: await api.codeFor(personId) }, options);
  }

  /** Binds a new tab and fills it. */
  async function fill(title: string, settings: Partial<TabSettings> = {}): Promise<number> {
    const opening = await addon().call("bind", { ...TAB, ...settings, title });
    const { sheetId } = opening.active;
    await refreshFully(addon(), sheetId);
    return sheetId;
  }
}

/** A minute for each second, so that tests are not held up by how much a minute allows. */
function fastClock(): { readonly now: Date } {
  const started = Date.now();
  return {
    get now() {
      return new Date(NOW.getTime() + (Date.now() - started) * 60);
    },
  };
}

export const TAB: TabSettings = {
  list: "creators",
  query: "",
  brand: "default",
  columns: ["handle", "email", "notes", "status", "followers"],
  whenGone: "grey",
  schedule: { every: "never" },
  paused: false,
};

export async function refreshFully(addon: Addon, sheetId: number) {
  let step = await addon.call("refresh", { sheetId });
  while (!step.done) step = await addon.call("refresh", { sheetId, so: step.so });
  return step;
}
