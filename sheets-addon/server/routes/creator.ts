import { z } from "zod";
import { requireRight } from "../../../core/access/index.js";
import { addNote, editCreator, findCreator, readNote, readTagChange, tagCreator } from "../../../core/edits/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { creatorDetail, readById } from "../../../core/lookup/index.js";
import { type AskedBrand, actorOf, askBrand } from "../caller.js";
import { cellsOf, columnsOf } from "../columns.js";
import { plainText } from "../decide-cell.js";
import { Refusal } from "../problem.js";
import { type Asked, route } from "../route.js";
import { BRAND, text } from "../schemas.js";

const params = z.strictObject({
  handle: text(200).min(1).describe("Also a former handle, or # and TikTok's user id."),
});
const query = z.strictObject({ brand: BRAND.optional() });
const creator = z.looseObject({ id: z.string(), handle: z.string().optional() });

export const creatorRoute = route({
  method: "get",
  path: "/creators/:handle",
  summary: "Everything that is known of one creator; its ETag is what a change has to match.",
  params,
  query,
  answer: creator,
  async handle({ params, query }, asked) {
    const brand = await askBrand(asked, query.brand);
    const { _id, rev } = await findCreator(asked.db, params.handle, brand.actor);
    return { headers: { etag: tagOf(rev) }, body: await creatorDetail(asked.db, _id, brand) };
  },
});

const change = z.strictObject({
  fields: z.record(z.string().min(1).max(40), text(2_000)).optional().describe("Field to text; an empty text clears."),
  tags: z
    .strictObject({ add: z.array(text(60)).max(50).optional(), remove: z.array(text(60)).max(50).optional() })
    .optional(),
  note: text(10_000).optional(),
});

export const changeCreatorRoute = route({
  method: "patch",
  path: "/creators/:handle",
  summary: "Changes a creator, with If-Match: the ETag that was read.",
  params,
  query,
  body: change,
  answer: creator,
  async handle({ params, query, body }, asked) {
    const actor = actorOf(asked);
    const brand = await askBrand(asked, query.brand);
    requireRight(actor, "change", brand.brandId);
    const { db } = asked;
    const { _id } = await requireMatch(asked, params.handle);
    const acting = { actor, now: asked.now(), brand: query.brand };
    const { fields, note } = body;
    // All is read before anything is written.
    const tags = body.tags && readTagChange(body.tags);
    if (note !== undefined) readNote(note);
    if (fields)
      await editCreator(db, params.handle, fields, { ...acting, seen: await seenNow(asked, _id, fields, brand) });
    if (tags) await tagCreator(db, params.handle, tags, acting);
    if (note !== undefined) await addNote(db, params.handle, note, acting);
    const { rev } = await findCreator(db, params.handle, actor);
    return { headers: { etag: tagOf(rev) }, body: await creatorDetail(db, _id, brand) };
  },
});

const tagOf = (rev: number): string => `"${rev}"`;

/** @throws Refusal 428 without If-Match, 412 for a creator that was changed since */
async function requireMatch(asked: Asked, who: string) {
  const { db, request } = asked;
  const wanted = request.get("if-match");
  if (wanted === undefined) {
    throw new Refusal(428, "wrong-input", "Expected If-Match with the ETag of the creator that you read.");
  }
  const found = await findCreator(db, who, actorOf(asked));
  if (wanted === "*" || wanted === tagOf(found.rev)) return found;
  throw new Refusal(412, "changed-meanwhile", "The creator changed since you read it. Read it again and decide anew.", {
    etag: tagOf(found.rev),
  });
}

/** What the fields hold while their ETag matches: who changes one of them before the edit is written is not run over. */
async function seenNow({ db }: Asked, id: string, fields: object, { brandId, zone, actor }: AskedBrand) {
  const [row] = await readById(db, [id], { brandId, actor });
  if (!row) throw new CrmError("not-found", `no creator ${id}`, { say: "There is no such creator of this brand." });
  const columns = columnsOf("creators").filter(({ column }) => column in fields);
  const cells = cellsOf(row, columns, zone);
  return Object.fromEntries(columns.map(({ column }, place) => [column, plainText(column, cells[place] ?? null)]));
}
