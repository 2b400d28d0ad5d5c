import { z } from "zod";
import { containable, simple } from "./blocks.js";
import { composed } from "./composed.js";
import { measure } from "./measure.js";
import { type Problem, problemAt, problemsOf } from "./problem.js";
import { type BlockSurface, MOST_BLOCKS, standsIn } from "./surfaces.js";
import { dataTable } from "./tables.js";
import { type Found, findTyped } from "./walk.js";

const block = z.discriminatedUnion("type", [...containable, ...simple, ...composed, dataTable]);

/** All text of a message's blocks together; nowhere documented, found by trying. */
const MOST_TEXT = 13_200;

/** All cells of a message's tables together. */
const MOST_CELL_TEXT = 10_000;

/** All markdown blocks of a message together. */
const MOST_MARKDOWN = 12_000;

/**
 * Says why Slack would refuse these blocks on a surface; nothing when it takes them.
 *
 * Kinds, fields and limits are those of Slack's reference pages and of `@slack/types`; unknown fields are refused.
 */
export function checkBlocks(blocks: unknown, surface: BlockSurface): Problem[] {
  if (!Array.isArray(blocks)) return [problemAt("invalid_blocks_format", "must be an array", ["blocks"])];
  const found = findTyped(blocks, ["blocks"]);
  return [
    ...checkCount(blocks, surface),
    ...blocks.flatMap((one, at) => checkBlock(one, ["blocks", at])),
    ...checkPlaces(found, surface),
    ...checkBlockIds(found),
    ...(surface === "message" ? checkLengths(blocks, found) : []),
  ];
}

function checkBlock(one: unknown, path: readonly PropertyKey[]): Problem[] {
  const read = block.safeParse(one, { reportInput: true });
  return read.success ? [] : problemsOf("invalid_blocks", read.error.issues, path);
}

function checkCount(blocks: readonly unknown[], surface: BlockSurface): Problem[] {
  if (blocks.length <= MOST_BLOCKS[surface]) return [];
  return [problemAt("invalid_blocks", `no more than ${MOST_BLOCKS[surface]} items allowed`, ["blocks"])];
}

function checkPlaces(found: readonly Found[], surface: BlockSurface): Problem[] {
  return found
    .filter(({ type }) => !standsIn(type, surface))
    .map(({ type, path }) => problemAt("invalid_blocks", `${type} is not allowed in a ${surface}`, path));
}

function checkBlockIds(found: readonly Found[]): Problem[] {
  const seen = new Set<string>();
  return found.flatMap(({ blockId, path }) => {
    if (blockId === undefined) return [];
    if (seen.has(blockId)) return [problemAt("invalid_blocks", `block_id ${blockId} already exists`, path)];
    seen.add(blockId);
    return [];
  });
}

function checkLengths(blocks: readonly unknown[], found: readonly Found[]): Problem[] {
  const { text, cells, markdown } = measure(blocks);
  const tables = found.filter(({ type }) => type === "table");
  const problems: Problem[] = [];
  const tell = (error: string, words: string) => problems.push(problemAt(error, words, ["blocks"]));
  if (text > MOST_TEXT) tell("msg_blocks_too_long", `${text} characters of text, not more than ${MOST_TEXT}`);
  if (cells > MOST_CELL_TEXT) tell("invalid_blocks", `${cells} characters in cells, not more than ${MOST_CELL_TEXT}`);
  if (markdown > MOST_MARKDOWN) tell("invalid_blocks", `${markdown} characters of markdown, not more than 12000`);
  if (tables.length > 1) tell("only_one_table_allowed", "only one table is allowed");
  return problems;
}
