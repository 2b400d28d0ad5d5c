const TITLES: Readonly<Record<string, string>> = {
  unreachable: "Roster cannot be reached",
  "too-slow": "Roster took too long",
  "too-many-requests": "Too many requests",
  "too-large": "Too much at once",
  forbidden: "Not allowed",
  busy: "Roster is already at work here",
  moving: "The tab is being changed",
  "tab-gone": "The tab was deleted",
  "not-bound": "No list in this tab",
  "ids-damaged": "Rows cannot be told apart",
  "not-found": "Not found",
  "not-paired": "Not connected",
  "other-spreadsheet": "Not connected",
  empty: "Nothing to import",
  broken: "Something broke in Roster",
};

/** What kind of failure it is, in a few words. */
export const problemTitle = (kind: string): string =>
  (Object.hasOwn(TITLES, kind) ? TITLES[kind] : undefined) ?? "That did not work";
