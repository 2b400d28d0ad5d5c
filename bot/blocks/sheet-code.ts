import type { KnownBlock } from "@slack/types";
import { CODE_MINUTES } from "../../core/access/index.js";
import { header, section, small } from "./parts.js";

/** In two halves, which are read and typed more easily. */
export const readableCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** The code that connects a spreadsheet, and what to do with it. */
export const sheetCode = ({ code, name }: { code: string; name: string }): KnownBlock[] => [
  header(readableCode(code)),
  section(
    `Type this into Roster's sidebar within ${CODE_MINUTES} minutes: in Google Sheets, Extensions → Roster → Open.`,
  ),
  small(
    `It connects one spreadsheet, once, and a code that you got before is void. What is changed there is signed by ${name}: give the code to nobody.`,
  ),
];
