import { CrmError } from "../../errors/index.js";
import { KNOWN_SOURCES, type NamedSource, REFUSED_TABLES, type RefusedTable } from "../sources/index.js";
import { headerKey } from "./header-key.js";
import { mappingAsSource } from "./mapping-as-source.js";
import { firstColumns, matchSource, nearness } from "./match-source.js";
import { ownExport } from "./own-export.js";
import type { Candidate, Recognition } from "./recognition.js";
import type { SavedMapping } from "./saved-mapping.js";

export interface Choice {
  saved?: readonly SavedMapping[];
  /** The name of a source or of a saved mapping: nothing else is tried, and no column rules it out. */
  as?: string;
  /** Chosen for this very table: nothing else is tried. */
  mapping?: SavedMapping;
}

/**
 * Tells from a row of headers which kind of table it stands over.
 *
 * Saved mappings come first, then Roster's own exports, then the sources. Of several that fit, the one that knows the most of the headers is taken,
 * and equals ask.
 *
 * @throws CrmError `wrong-input` when `as` names neither a source nor a saved mapping.
 */
export function recogniseHeaders(headers: readonly string[], choice: Choice = {}): Recognition {
  const { saved = [], as, mapping } = choice;
  if (mapping !== undefined) return judge([tryMapping(mapping, headers)]);
  if (as !== undefined) return judge([tryNamed(as, headers, saved)]);

  const mapped = saved.filter((each) => hasAllHeaders(each, headers)).map((each) => tryMapping(each, headers));
  const bySaved = judge(mapped);
  if (bySaved.kind !== "unknown") return bySaved;

  const own = ownExport(headers);
  if (own !== undefined) return judge([tryMapping(own, headers)]);

  const bySource = judge(KNOWN_SOURCES.map((source) => candidate(source.name, source, headers)));
  const table = bySource.kind === "unknown" ? refusedTable(headers) : undefined;
  return table === undefined ? bySource : { kind: "refused", table };
}

function judge(candidates: Candidate[]): Recognition {
  const fitting = candidates.filter(({ match }) => match.missing.length === 0 && match.excludedBy === undefined);
  const most = Math.max(...fitting.map(({ match }) => match.known));
  const [best, ...equals] = fitting.filter(({ match }) => match.known === most);
  if (best === undefined) return { kind: "unknown", nearest: nearestOf(candidates) };
  if (equals.length > 0) return { kind: "several", between: [best, ...equals].map(({ name }) => name) };

  const { columns, brandColumns } = best.match;
  const mapping = best.source === "mapped" ? best.name : undefined;
  return { kind: "recognised", source: best.source, mapping, columns, brandColumns };
}

/** The columns that are there against those that are missing; of equals the one that lacks the least. */
function nearestOf(candidates: Candidate[]): Candidate | undefined {
  const [nearest] = candidates
    .filter(({ match }) => match.known > 0)
    .sort((a, b) => nearness(b.match) - nearness(a.match) || a.match.missing.length - b.match.missing.length);
  return nearest ?? (candidates.length === 1 ? candidates[0] : undefined);
}

function candidate(name: string, source: NamedSource, headers: readonly string[]): Candidate {
  return { name, source: source.name, variants: source.columns, match: matchSource(source, headers) };
}

function tryMapping(mapping: SavedMapping, headers: readonly string[]): Candidate {
  return candidate(mapping.name, mappingAsSource(mapping), headers);
}

function tryNamed(name: string, headers: readonly string[], saved: readonly SavedMapping[]): Candidate {
  const mapping = saved.find((each) => each.name === name);
  if (mapping !== undefined) return tryMapping(mapping, headers);

  const source = KNOWN_SOURCES.find((each) => each.name === name);
  if (source !== undefined) return candidate(name, { ...source, excludes: [] }, headers);

  const names = [...KNOWN_SOURCES, ...saved].map((each) => each.name).join(", ");
  throw new CrmError("wrong-input", `There is no source "${name}". Say one of: ${names}.`);
}

function hasAllHeaders(mapping: SavedMapping, headers: readonly string[]): boolean {
  const indexOf = firstColumns(headers);
  return mapping.headers.every((header) => headerKey(header) === "" || indexOf.has(headerKey(header)));
}

function refusedTable(headers: readonly string[]): RefusedTable | undefined {
  const indexOf = firstColumns(headers);
  return REFUSED_TABLES.find(({ headers: groups }) =>
    groups.every((group) => group.some((header) => indexOf.has(headerKey(header)))),
  );
}
