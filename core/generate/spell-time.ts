import type { Note } from "./dirt.js";
import { chance, type Random, whole } from "./random.js";
import { noted } from "./spell.js";

/** The day on which every file was exported: fixed, so that a made account never changes. */
const EXPORT_DAY = Date.UTC(2026, 5, 30);
export const RANGE_LINE = "2026-06-01 ~ 2026-06-30";

export const DAY = 86_400_000;
/** What a spreadsheet counts days from. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** A moment up to so many days before the export. */
export function momentBefore(days: number, random: Random): number {
  return EXPORT_DAY - whole(random, days * DAY);
}

export function spellDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** Days as people's tools give them: a day, a moment with its zone, a spreadsheet's serial number. */
export function spellFreeDay(moment: number, random: Random, note: Note): string {
  if (chance(random, 0.02)) return noted(String(Math.floor((moment - SERIAL_ZERO) / DAY)), "time: serial number", note);
  if (chance(random, 0.05)) return noted(`${new Date(moment).toISOString().slice(0, 19)}Z`, "time: with zone", note);
  return spellDay(moment);
}

/** `06/25/2026 7:47:37 AM` and a tab behind: TikTok's order export. */
export function spellOrderTime(moment: number): string {
  const date = new Date(moment);
  const two = (part: number) => String(part).padStart(2, "0");
  const hour = date.getUTCHours();
  const day = `${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}/${date.getUTCFullYear()}`;
  const time = `${hour % 12 || 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${day} ${time} ${hour < 12 ? "AM" : "PM"}\t`;
}
