import type { PageChannel, PageUser } from "./wire.js";

/** The one team of the workspace, and the one app in it. Everybody here is invented. */
export const TEAM = { id: "T0ROSTER", domain: "roster", name: "Roster's workspace" };

export const APP_ID = "A0ROSTER";

export const BOT = { id: "U0ROSTER", botId: "B0ROSTER", name: "Roster" };

export const ADA = "U0ADA";
export const VIC = "U0VIC";

const PEOPLE: readonly PageUser[] = [
  { id: ADA, name: "Ada Admin", isAdmin: true, isBot: false },
  { id: VIC, name: "Vic Viewer", isAdmin: false, isBot: false },
];

export const USERS: readonly PageUser[] = [...PEOPLE, { id: BOT.id, name: BOT.name, isAdmin: false, isBot: true }];

const CHANNELS: readonly PageChannel[] = [
  { id: "C0GENERAL", name: "general", kind: "channel" },
  { id: "C0CREATORS", name: "creators", kind: "channel" },
];

/** The conversation of a person with the bot. */
const dmOf = (userId: string): PageChannel => ({ id: `D${userId.slice(1)}`, name: BOT.name, kind: "dm" });

export const isPerson = (userId: string): boolean => PEOPLE.some(({ id }) => id === userId);

export const channelsOf = (userId: string): PageChannel[] => [...CHANNELS, dmOf(userId)];

/** A channel, a DM, or a person, whose DM is meant; nothing where there is none. */
export function findChannel(id: string): PageChannel | undefined {
  const person = PEOPLE.find((one) => one.id === id);
  if (person) return dmOf(person.id);
  return [...CHANNELS, ...PEOPLE.map((one) => dmOf(one.id))].find((channel) => channel.id === id);
}

/** Who sees what is said in a channel. */
export function membersOf(channel: PageChannel): string[] {
  return PEOPLE.map(({ id }) => id).filter((id) => channel.kind === "channel" || dmOf(id).id === channel.id);
}

/** As Slack names somebody in requests: lower case, no spaces. */
export const userNameOf = (userId: string): string =>
  (USERS.find(({ id }) => id === userId)?.name ?? userId).toLowerCase().replaceAll(" ", ".");

export const nameOf = (userId: string): string => USERS.find(({ id }) => id === userId)?.name ?? userId;
