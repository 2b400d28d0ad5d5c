import type { Query } from "./ast.js";
import type { CompileOptions } from "./compile-options.js";
import { ExpressionCompiler } from "./expression-compiler.js";
import type { Filter, ListName } from "./field.js";
import { FIELDS, findField } from "./fields.js";
import { allOf, NOTHING } from "./filters.js";
import { parseQuery } from "./parse-query.js";
import { Mistake, type QueryError, queryTrouble } from "./query-error.js";

export interface CompiledQuery {
  collection: "creators" | "brandCreators" | "samples" | "videos";
  /** As long as `by` waits for its creators, this finds nothing. */
  filter: Filter;
  /** Ends in `_id`, so that the order is a total one. */
  sort: Record<string, 1 | -1>;
  /** Queries about creators that have to be answered first; see `compileWithCreators`. */
  by: CompiledQuery[];
}

/**
 * What to ask MongoDB for.
 *
 * An unknown value fits no comparison. `-` is the plain opposite: `-gmv:>5k` finds all that `gmv:>5k` does not, those
 * whose GMV is unknown among them.
 *
 * @throws CrmError `wrong-input` for a name that is not known, `forbidden` for a contact that may not be asked for
 */
export function compileQuery(query: Query, options: CompileOptions): CompiledQuery {
  try {
    return compile(query, options);
  } catch (error) {
    if (error instanceof Mistake) throw queryTrouble(query.text, error.error, error.code);
    throw error;
  }
}

/** Why a text is no query that could be put to the database, and where; nothing for a good one. */
export function mistakeIn(text: string, list: ListName, options: CompileOptions): QueryError | undefined {
  const parsed = parseQuery(text, list);
  if (!parsed.ok) return parsed.error;
  try {
    compile(parsed.query, options);
    return undefined;
  } catch (error) {
    if (error instanceof Mistake) return error.error;
    throw error;
  }
}

function compile(query: Query, options: CompileOptions): CompiledQuery {
  const compiler = new ExpressionCompiler(query.list, options);
  const where = query.where ? compiler.compile(query.where) : {};
  const waiting = compiler.by.length > (options.creatorIds?.length ?? 0);
  const brand: Filter = options.brandId === undefined ? {} : { brandId: { $eq: options.brandId } };
  return {
    collection: query.list === "creators" && options.brandId !== undefined ? "brandCreators" : query.list,
    filter: waiting ? NOTHING : allOf([brand, where]),
    sort: sortOf(query),
    by: compiler.by.map((by) => compile(by, { ...options, creatorIds: undefined })),
  };
}

/** Compiles a query, asking for the creators of its `by:(…)` terms on the way. */
export async function compileWithCreators(
  query: Query,
  options: CompileOptions,
  findCreatorIds: (by: CompiledQuery) => Promise<readonly string[]>,
): Promise<CompiledQuery> {
  const compiled = compileQuery(query, options);
  if (compiled.by.length === 0) return compiled;
  const creatorIds = await Promise.all(compiled.by.map(findCreatorIds));
  return { ...compileQuery(query, { ...options, creatorIds }), by: [] };
}

function sortOf({ list, sort }: Query): Record<string, 1 | -1> {
  const key = findField(list, sort?.field ?? FIELDS[list].order)?.sort;
  const direction = sort?.direction ?? key?.first ?? 1;
  return { ...(key && { [key.path]: direction }), _id: direction };
}
