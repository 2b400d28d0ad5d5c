import { DateTime } from "luxon";
import { check, service, type World } from "./realm.js";

/** Google refuses a value beyond 9 KB. */
const MOST_VALUE = 9 * 1024;

export interface Blob {
  text: string;
  type: string;
  name: string;
}

/** Whose properties there are: of each person, and of each spreadsheet. */
export interface Properties {
  user: Map<string, string>;
  document: Map<string, string>;
}

export function makePropertiesService({ user, document }: Properties, world: World) {
  const store = (map: Map<string, string>) =>
    service(
      "Properties",
      {
        getProperty: (key: string) => map.get(key) ?? null,
        setProperty(key: string, value: string) {
          check(value, "string", "Properties.setProperty");
          if (value.length > MOST_VALUE) throw new Error(`Argument too large: ${key}`);
          map.set(key, value);
        },
        deleteProperty: (key: string) => void map.delete(key),
      },
      world,
    );
  const properties = { getUserProperties: () => store(user), getDocumentProperties: () => store(document) };
  return service("PropertiesService", properties, world);
}

/** `held`: by somebody else's run. */
export function makeLockService(lock: { held: boolean }, world: World) {
  const document = service(
    "Lock",
    {
      tryLock(patience: number) {
        check(patience, "number", "Lock.tryLock");
        if (lock.held) return false;
        lock.held = true;
        return true;
      },
      releaseLock: () => {
        lock.held = false;
      },
    },
    world,
  );
  return service("LockService", { getDocumentLock: () => document }, world);
}

export const makeUtilities = (world: World) =>
  service(
    "Utilities",
    {
      sleep(pause: number) {
        check(pause, "number", "Utilities.sleep");
        world.meter.sleeps.push(pause);
      },
      formatDate(date: Date, zone: string, pattern: string) {
        if (Object.prototype.toString.call(date) !== "[object Date]") throw new Error("formatDate was given no date");
        return DateTime.fromMillis(date.getTime(), { zone }).toFormat(pattern);
      },
      newBlob: (text: string, type: string, name: string): Blob => ({ text, type, name }),
    },
    world,
  );
