import type { Connection } from "mongoose";
import { CrmError } from "../errors/index.js";
import { type CreatorRow, withIndexes } from "../lists/index.js";
import { inBatches } from "../mongo/in-batches.js";
import { normalizeHandle } from "../normalize/index.js";
import { type LookupScope, readCreators } from "./read-creators.js";

/** What became of a pasted list, in its order, each name once. */
export interface Pasted {
  found: CreatorRow[];
  /** Handles that their creator has left since. */
  former: { handle: string; creator: CreatorRow }[];
  notFound: string[];
}

const SEPARATORS = /[\s,;|]+/;
/** Brackets, quotes and the like around a name in a text. */
const AROUND = /^["'“”‘’([{<*•·–—-]+|["'“”‘’)\]}>*!?:]+$/g;
const MOST_NAMES = 10_000;
const BATCH = 1_000;

/** The creators of a pasted list of handles or links, whatever stands between them. */
export async function readPasted(db: Connection, text: string, scope: LookupScope): Promise<Pasted> {
  const names = [...new Set(text.split(SEPARATORS).map((name) => name.replace(AROUND, "")))].filter(
    (name) => name !== "",
  );
  if (names.length > MOST_NAMES) {
    const most = MOST_NAMES.toLocaleString("en-US");
    throw new CrmError("wrong-input", "a pasted list too long", { say: `A list has at most ${most} handles.` });
  }
  const handles = [...new Set(names.flatMap((name) => handleIn(name) ?? []))];
  const holders = await withIndexes(db, () => readHolders(db, handles, scope));

  const pasted: Pasted = { found: [], former: [], notFound: [] };
  const seen = new Set<string>();
  for (const name of names) {
    const handle = handleIn(name);
    const creator = handle === undefined ? undefined : holders.get(handle);
    if (seen.has(handle ?? name)) continue;
    seen.add(handle ?? name);
    if (creator === undefined) pasted.notFound.push(handle ?? name);
    else if (creator.handle === handle) pasted.found.push(creator);
    else pasted.former.push({ handle: handle ?? name, creator });
  }
  return pasted;
}

/** Everything that is no handle stays as it was typed. */
function handleIn(name: string): string | undefined {
  const handle = normalizeHandle(name);
  return typeof handle === "string" ? handle : undefined;
}

async function readHolders(
  db: Connection,
  handles: readonly string[],
  scope: LookupScope,
): Promise<Map<string, CreatorRow>> {
  const holders = new Map<string, CreatorRow>();
  for (const batch of inBatches(handles, BATCH)) {
    for (const row of await readCreators(db, "handles", { $in: batch }, scope, batch.length)) {
      for (const handle of [row.handle, ...row.formerHandles]) if (handle !== undefined) holders.set(handle, row);
    }
  }
  return holders;
}
