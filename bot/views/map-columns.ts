import { z } from "zod";
import { requireRight } from "../../core/access/index.js";
import { findDrop, mapColumns } from "../../core/drops/index.js";
import { CrmError } from "../../core/errors/index.js";
import { READ_DROP } from "../../core/queue/index.js";
import { pressedValue } from "../actions/pressed.js";
import { mappingForm } from "../blocks/mapping-form.js";
import type { ActionListener, ViewListener } from "../listen.js";
import { errorAt } from "./error-at.js";

const ofFile = z.object({ drop: z.string(), file: z.string() });

/** Asks what the columns of an unknown table hold. */
export const mapColumnsPressed: ActionListener = async (heard) => {
  const { drop: id, file: fileId } = pressedValue(heard, ofFile);
  const { file, columns, brandId } = await unknownFile(heard.bot.db, id, fileId);
  requireRight(heard.asked.actor, "change", brandId);
  const view = mappingForm({ drop: id, file, columns });
  await heard.client.views.open({ trigger_id: heard.body.trigger_id, view });
};

const chosen = z.object({
  name: z.object({ name: z.object({ value: z.string().nullish() }) }),
});
const column = z.object({ field: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) });

/** Keeps the mapping and has the file read by it. */
export const columnsMapped: ViewListener = async ({ bot, asked, view }) => {
  const { db, queue, now } = bot;
  const { drop: id, file: fileId } = ofFile.parse(JSON.parse(view.private_metadata));
  const { columns: asTable } = await unknownFile(db, id, fileId);
  const columns = asTable.flatMap(({ header }, index): [string, string][] => {
    const field = column.safeParse(view.state.values[`column-${index}`]).data?.field.selected_option?.value;
    return field === undefined ? [] : [[header, field]];
  });
  const name = (chosen.parse(view.state.values).name.name.value ?? "").trim();
  const acting = { actor: asked.actor, now: now() };
  const failed = await errorAt("name", () => mapColumns(db, id, { fileId, name, columns }, acting));
  if (failed) return failed;
  await queue.add(READ_DROP, { drop: id });
  return undefined;
};

async function unknownFile(db: Parameters<typeof findDrop>[0], id: string, fileId: string) {
  const { files, brandId } = await findDrop(db, id);
  const file = files.find((each) => each.id === fileId);
  if (file?.state.is === "unknown") return { file, columns: file.state.columns, brandId };
  throw new CrmError("conflict", `file ${fileId} is mapped`, {
    say: "Somebody has mapped the columns of this file already. Look at the message again.",
  });
}
