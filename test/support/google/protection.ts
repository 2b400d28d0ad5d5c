import type { Protection } from "../workbook.js";
import { check, service, type World } from "./realm.js";

export function makeProtection(places: { protection?: Protection }[], world: World) {
  const state: Protection = { description: "", warningOnly: false };
  for (const place of places) place.protection = state;
  const protection = service(
    "Protection",
    {
      setDescription(description: string) {
        check(description, "string", "Protection.setDescription");
        state.description = description;
        return protection;
      },
      setWarningOnly(warningOnly: boolean) {
        check(warningOnly, "boolean", "Protection.setWarningOnly");
        state.warningOnly = warningOnly;
        return protection;
      },
    },
    world,
  );
  return protection;
}
