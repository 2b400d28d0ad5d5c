import type { KnownBlock } from "@slack/types";
import { wrongWords } from "./find-mistake.js";
import { harmless } from "./text.js";

/** What core says of a query points at its letters. */
const POINTS_AT_A_LETTER = /^ *\^+ *$/m;

/** Why something was not done, as an answer: in words, and a mistake in a query letter below letter. */
export const refusal = (say: string): { text: string; blocks?: KnownBlock[] } =>
  POINTS_AT_A_LETTER.test(say) ? wrongWords(say) : { text: harmless(say) };
