import type { Dirt, Note } from "./dirt.js";
import { chance, pick, type Random, whole } from "./random.js";

/** Most blanks of an export are empty cells; the others come in every spelling. */
const BLANKS = ["-", "--", "N/A", "null", "none"] as const;

export function spellBlank(random: Random, note: Note): string {
  if (chance(random, 0.7)) return "";
  const blank = pick(random, BLANKS);
  note(`blank: ${blank}`);
  return blank;
}

/** How freely a source spells handles: `free` by people, `strict` by TikTok's own exports. */
export type HandleSpelling = "free" | "strict";

export function spellHandle(handle: string, spelling: HandleSpelling, random: Random, note: Note): string {
  const roll = random();
  if (spelling === "strict" || roll > 0.17) return handle;
  if (roll < 0.1) return noted(`@${handle}`, "handle: with @", note);
  if (roll < 0.13) return noted(handle.toUpperCase(), "handle: upper case", note);
  if (roll < 0.15) return noted(` ${handle} `, "handle: spaces around", note);
  const tail = pick(random, ["", "?lang=en", "/"]);
  return noted(`https://www.tiktok.com/@${handle}${tail}`, "handle: profile URL", note);
}

/** Handles that cannot be read, one kind after the other. */
export function spoilHandle(handle: string, turn: number, random: Random, note: Note): string {
  const [dirt, cell] = [
    ["rejected: blank handle", pick(random, ["", "-", "N/A", "none"])] as const,
    ["rejected: handle with spaces", `${handle.slice(0, 4)} ${handle.slice(4)} studio`] as const,
    ["rejected: short link for a handle", `https://vm.tiktok.com/ZM${whole(random, 1e6).toString(36)}/`] as const,
    ["rejected: handle with emoji", `${handle}✨`] as const,
  ][turn % 4] ?? ["rejected: blank handle", ""];
  note(dirt);
  return cell;
}

/** As the spreadsheet leaves a long id: six digits and an exponent. */
export function spellFloat(id: string): string {
  return `${id[0]}.${id.slice(1, 6)}E+${String(id.length - 1).padStart(2, "0")}`;
}

export function spellMoney(cents: number, random: Random, note: Note): string {
  const amount = (Math.abs(cents) / 100).toFixed(2);
  const grouped = amount.replace(/\B(?=(\d{3})+\.)/g, ",");
  if (cents < 0) return noted(`($${grouped})`, "money: in parentheses", note);
  const roll = random();
  if (roll < 0.04) return noted(`US$ ${grouped}`, "money: US$", note);
  if (roll < 0.07) return noted(`USD ${amount}`, "money: USD", note);
  if (roll < 0.14) return noted(amount, "money: bare", note);
  if (roll < 0.2 && cents >= 100_000) return noted(`$${(cents / 100_000).toFixed(1)}K`, "money: K", note);
  return `$${grouped}`;
}

/** An amount in a currency that is not the brand's. */
export function spellWrongMoney(cents: number, random: Random, note: Note): string {
  const amount = (Math.abs(cents) / 100).toFixed(2);
  return noted(pick(random, [`€${amount}`, `£${amount}`, `EUR ${amount}`]), "unreadable: wrong currency", note);
}

/** Counts as people-facing tools write them: shortened from a thousand up. */
export function spellShortCount(count: number, random: Random, note: Note): string {
  const roll = random();
  if (count >= 1_000_000) return noted(`${(count / 1_000_000).toFixed(1)}m`, "count: m", note);
  if (count >= 1_000 && roll < 0.7) return noted(`${(count / 1_000).toFixed(1)}k`, "count: k", note);
  if (count >= 1_000 && roll < 0.8)
    return noted(`${(count / 1_000).toFixed(1)}K followers`, "count: word behind", note);
  return spellCount(count, random, note);
}

export function spellCount(count: number, random: Random, note: Note): string {
  if (count >= 1_000 && chance(random, 0.3)) {
    return noted(String(count).replace(/\B(?=(\d{3})+$)/g, ","), "count: comma", note);
  }
  return chance(random, 0.02) ? noted(`${count}.0`, "count: decimal", note) : String(count);
}

export function spellRate(random: Random): string {
  return `${(random() * random() * 30).toFixed(2)}%`;
}

/** The cell itself, once its dirt has been told. */
export function noted(cell: string, dirt: Dirt, note: Note): string {
  note(dirt);
  return cell;
}
