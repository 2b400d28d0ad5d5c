import { CrmError } from "../../../core/errors/index.js";

/** `field=value` arguments as a record; what stands after the first `=` is the value, also when it is empty. */
export function readSettings(settings: readonly string[]): Record<string, string> {
  const given = new Map<string, string>();
  for (const setting of settings) {
    const equals = setting.indexOf("=");
    if (equals < 1) {
      throw new CrmError("wrong-input", `Expected field=value, such as email=mia@example.com; got "${setting}".`);
    }
    const field = setting.slice(0, equals);
    if (given.has(field)) throw new CrmError("wrong-input", `${field} is given twice. Give it once.`);
    given.set(field, setting.slice(equals + 1));
  }
  return Object.fromEntries(given);
}
