import type { Workbook } from "../workbook.js";

/** What the script's own world calls by these names: objects of another are no `Date` and no `Error` to it. */
export interface Realm {
  Date: DateConstructor;
  Error: ErrorConstructor;
}

/** What is counted of a run, and where it ends or is disturbed. Calls that change the spreadsheet count from 1. */
export interface Meter {
  /** Calls by name. */
  calls: Record<string, number>;
  changes: number;
  sleeps: number[];
  /** Google kills the run before this change: nothing that it does from there on has an effect. */
  killAt?: number;
  killed: boolean;
  /** People do something before this call that reads or writes cells. */
  meddle?: { before: string; times: number; act: (book: Workbook) => void };
}

export const newMeter = (): Meter => ({ calls: {}, changes: 0, sleeps: [], killed: false });

const CHANGES = /^(set|insert|delete|hide|add|remove|protect)/;

/** A service of Google's: what is not in the fake throws, and what is counts. Errors are those of the script's world. */
export function service<T extends object>(name: string, methods: T, world: World): T {
  return new Proxy(methods, {
    get(target, key) {
      if (typeof key === "symbol") return Reflect.get(target, key);
      if (!(key in target)) throw new world.realm.Error(`${name}.${key} is not in the fake of Google's services`);
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? counted(`${name}.${key}`, value.bind(target), world) : value;
    },
  });
}

export interface World {
  realm: Realm;
  meter: Meter;
  book: Workbook;
  /** Simple triggers of people who gave no consent yet reach menus only. */
  authorised: boolean;
}

function counted(name: string, method: (...given: unknown[]) => unknown, world: World) {
  return (...given: unknown[]): unknown => {
    const { meter, realm } = world;
    const verb = name.split(".")[1] ?? "";
    if (!world.authorised && !MENU.has(name)) {
      throw new realm.Error(`Exception: Specified permissions are not sufficient to call ${name}.`);
    }
    meter.calls[name] = (meter.calls[name] ?? 0) + 1;
    disturb(name, world);
    if (CHANGES.test(verb)) meter.changes += 1;
    if (meter.killAt !== undefined && meter.changes >= meter.killAt) meter.killed = true;
    if (meter.killed) throw new realm.Error("Exceeded maximum execution time");
    try {
      return method(...given);
    } catch (error) {
      throw error instanceof realm.Error ? error : new realm.Error(`Exception: ${(error as Error).message}`);
    }
  };
}

const MENU = new Set([
  "SpreadsheetApp.getUi",
  "Ui.createAddonMenu",
  "Menu.addItem",
  "Menu.addSeparator",
  "Menu.addToUi",
]);

function disturb(name: string, { meter, book }: World): void {
  const { meddle } = meter;
  if (!meddle || meddle.before !== name || (meter.calls[name] ?? 0) !== meddle.times) return;
  meddle.act(book);
}

/** @throws where Google would: an argument of another type */
export function check(given: unknown, kind: "string" | "number" | "boolean", what: string): void {
  if (typeof given !== kind || (kind === "number" && !Number.isInteger(given))) {
    throw new Error(`The parameters (${typeof given}) don't match the method signature for ${what}.`);
  }
}
