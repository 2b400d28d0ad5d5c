import { z } from "zod";
import { can } from "../../core/access/index.js";
import { allBrands } from "../../core/brands/index.js";
import { type ImportPlace, listImports } from "../../core/imports/index.js";
import { pressedValue } from "../actions/pressed.js";
import { type Answering, answer } from "../answer.js";
import { importHistory } from "../blocks/import-history.js";
import type { ActionListener } from "../listen.js";
import type { SlackMessage } from "../send-with-fallback.js";

/** Imports on one page. */
const PAGE = 10;

/** `/creator import`: what was taken in, newest first, each with its undo. */
export async function importCommand(heard: Answering): Promise<void> {
  await answer(heard, await historyPage(heard));
}

const time = z.iso.datetime().transform((text) => new Date(text));
const older = z.object({ before: z.object({ receivedAt: time, seq: z.number() }) });

/** The page of older imports in place of the one before. */
export const importOlderPressed: ActionListener = async (heard) => {
  await answer(heard, await historyPage(heard, pressedValue(heard, older).before), { replace: true });
};

async function historyPage({ bot: { db }, asked: { actor } }: Answering, before?: ImportPlace): Promise<SlackMessage> {
  const [page, brands] = await Promise.all([
    listImports(db, { actor, limit: PAGE, ...(before ? { before } : {}) }),
    allBrands(db),
  ]);
  return importHistory({ ...page, brands, mayUndo: (brandId) => can(actor, "change", brandId) });
}
