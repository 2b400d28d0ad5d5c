import type { KnownBlock } from "@slack/types";
import { askableFields, findField, type ListName } from "../../core/query/index.js";
import { actions, button, divider, header, section, small } from "./parts.js";

/** What help has a section about. */
export const HELP_TOPICS = ["start", "find", "files", "segments", "sheets", "change", "rights"] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

const TITLES: Readonly<Record<HelpTopic, string>> = {
  start: "Look somebody up",
  find: "Find many",
  files: "Files",
  segments: "Segments and digests",
  sheets: "Google Sheets",
  change: "Change",
  rights: "Who may what",
};

/** Help about one topic, with buttons that try it and lead to the others. */
export function helpBlocks(topic: HelpTopic, { canTry }: { canTry: boolean }): KnownBlock[] {
  const others = HELP_TOPICS.filter((other) => other !== topic);
  return [
    header(TITLES[topic]),
    ...BODIES[topic](canTry),
    divider,
    actions(...others.map((other) => button(TITLES[other], { id: `help-${other}`, value: other }))),
  ];
}

const BODIES: Readonly<Record<HelpTopic, (canTry: boolean) => KnownBlock[]>> = {
  start: () => [
    section(
      "/creator @mia.glow\nA handle, a former handle, a profile or video link, an e-mail, a phone number, a name or part of one. You alone see the answer; Share shows it to the channel, without contacts.",
    ),
    section("Or drop a TikTok link in a channel, or choose “Look up creators” in the menu of any message."),
    section("Where a value is from, its alternatives, tags, notes and edits: the buttons below each card."),
  ],
  find: (canTry) => [
    section(
      'A query is words and field:value terms. Together they all count; OR, -term, (…), "two words" and a,b do what they look like.',
    ),
    ...tries(canTry, [
      ["gmv30:>5k sampled:<30d videos:0", "sold for over 5,000 in 30 days, got a sample this month, no video yet"],
      ["is:ghosting has:email", "got a sample over 30 days ago, made no video since, and can be written to"],
      ["badge:>=gold state:CA,TX -status:blocked sort:gmv", "gold or better, in two states, the largest first"],
    ]),
    small(`Fields: ${fieldNames("creators").join(", ")}`),
    ...tellFields(["gmv30", "sampled", "has", "is", "badge"]),
  ],
  files: (canTry) => [
    section(
      "Drop a CSV, TSV or XLSX from TikTok, Euka or Refunnel into a channel or a message to Roster. Roster says what it is and what it would do; nothing changes before you press Import, and an import can be taken back for 30 days, or as many as Roster was started with.",
    ),
    section("“for glow” beside the file names the brand. Else it is the brand of the channel."),
    ...(canTry
      ? [actions(tryButton("import", "See the imports", 0), tryButton("brand", "Brand of this channel", 1))]
      : []),
  ],
  segments: (canTry) => [
    section(
      "/creator segment save ghosts is:ghosting has:email\nsaves a query. From then on segment:ghosts works in every other one.",
    ),
    section(
      "/creator segment subscribe ghosts weekly\ntells you on Monday mornings who entered and who left; add here to tell the whole channel. Nothing is sent when nothing changed, nor what you did yourself.",
    ),
    ...(canTry ? [actions(tryButton("segment list", "See the segments", 0))] : []),
  ],
  sheets: (canTry) => [
    section(
      "/creator sheets connect\ngives you a code. Type it into Roster's sidebar in a spreadsheet: its tabs show lists of creators from then on, and keep them fresh. What you change there you send back, after you saw what it changes.",
    ),
    section("/creator sheets list\nshows the spreadsheets that you connected, each with a button that disconnects it."),
    ...(canTry ? [actions(tryButton("sheets list", "See the spreadsheets", 0))] : []),
  ],
  change: () => [
    section("/creator edit @mia.glow\nWhat a person wrote is never overwritten by a file."),
    section("/creator tag @mia.glow +vip -cold\n/creator tag is:ghosting +ghost"),
    section("/creator note @mia.glow wants shade 3"),
    section(
      "/creator merge @mia.old @mia.glow\nOne person under two names; “Merge with…” below a card asks for the other. /creator unmerge @mia.old takes them apart.",
    ),
    section("/creator add @mia.glow email=mia@example.com\nSomebody whom no file has named."),
    small("Everything that people change is in the log, signed."),
  ],
  rights: () => [
    section(
      "Viewers look, and see contacts masked. Editors change creators and take in files. Admins say who may what, and keep the brands. Admins of this workspace begin as admins, everybody else as a viewer, guests may do nothing.",
    ),
    section("Admins give roles in Roster's Home, or with /creator people."),
  ],
};

/** A query in words, with a button that asks it. */
const tries = (canTry: boolean, examples: readonly (readonly [query: string, means: string])[]): KnownBlock[] =>
  examples.map(([query, means], place) =>
    section(`${query}\n${means}`, canTry ? tryButton(`find ${query}`, "Try it", place) : undefined),
  );

const tryButton = (command: string, label: string, place: number) =>
  button(label, { id: `try-command-${place}`, value: command });

const fieldNames = (list: ListName): string[] => askableFields(list).map(({ name }) => name);

/** The registry's own words about some fields. */
const tellFields = (names: readonly string[]): KnownBlock[] => [
  section(
    names
      .flatMap((name) => {
        const field = findField("creators", name);
        return field ? [`${field.name}: ${field.help}${field.examples[0] ? `  ${field.examples[0]}` : ""}`] : [];
      })
      .join("\n"),
  ),
];
