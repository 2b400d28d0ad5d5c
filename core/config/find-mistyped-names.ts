import levenshtein from "fast-levenshtein";
import { VARIABLES } from "./environment.js";

/** A name in the environment that Roster does not read, and the one that was probably meant. */
export interface MistypedName {
  name: string;
  meant: string;
}

const OUR_PREFIX = /^(ROSTER|MONGO(?:D|DB)?|SLACK|GOOGLE)_/;

/** Letters that may differ: SLACK_TOKEN still finds SLACK_APP_TOKEN, SLACK_WEBHOOK_URL finds nothing. */
const FURTHEST = 4;

/** Only names that begin as ours do: other programs live in the same environment. */
export function findMistypedNames(names: readonly string[]): MistypedName[] {
  const known = new Set<string>(VARIABLES.map(({ name }) => name));
  return names
    .filter((name) => OUR_PREFIX.test(name) && !known.has(name))
    .map((name) => ({ name, ...nearest(name) }))
    .filter(({ distance }) => distance <= FURTHEST)
    .map(({ name, meant }) => ({ name, meant }));
}

function nearest(name: string): { meant: string; distance: number } {
  const ranked = VARIABLES.map((variable) => ({
    meant: variable.name,
    distance: levenshtein.get(name, variable.name),
  })).sort((a, b) => a.distance - b.distance);
  return ranked[0] ?? { meant: name, distance: Number.POSITIVE_INFINITY };
}
