import { can, knownActor } from "../core/access/index.js";
import { allBrands } from "../core/brands/index.js";
import { CrmError } from "../core/errors/index.js";
import { exportHeading, exportLine, streamRecords } from "../core/lists/index.js";
import { EXPORT_LIST, type ExportListPayload } from "../core/queue/index.js";
import { segmentQueries } from "../core/segments/index.js";
import type { Job, JobContext } from "./job.js";
import { tellOutcome } from "./tell-outcome.js";

/** A file is put together in memory; more than this is for the terminal, which writes as it reads. */
const MOST_ROWS = 200_000;

/** With the rights that the person has by now. Run again after a crash, it may bring the same file twice. */
export const exportList: Job<ExportListPayload> = {
  definition: EXPORT_LIST,
  lockLifetime: 30_000,
  async run(asked, context) {
    const { notify, now } = context;
    await tellOutcome(notify, { answer: asked.answer, via: asked.by.via }, async () => {
      const { content, rows, masked } = await writeCsv(asked, context);
      const of = rows === 1 ? asked.list.slice(0, -1) : asked.list;
      const about = `${rows.toLocaleString("en-US")} ${of} of a list.${masked ? " Contacts are masked." : ""}`;
      const name = `${asked.list}-${now().toISOString().slice(0, 10)}.csv`;
      await notify?.sendFile(asked.by.id, { name, content, about });
      return { is: "exported", rows, masked };
    });
  },
};

/** Page after page. A byte order mark tells spreadsheets that it is UTF-8. */
async function writeCsv({ list, query, brandId, by }: ExportListPayload, { db, now }: JobContext) {
  const actor = await knownActor(db, by, now());
  const { zone = "UTC", currency } = (await allBrands(db)).get(brandId) ?? {};
  const form = { zone, currency };
  const question = { list, query, brandId, actor, zone, now: now(), segments: await segmentQueries(db) };
  const parts = [Buffer.from(`\uFEFF${exportHeading(list, form)}`)];
  let rows = 0;
  for await (const row of streamRecords(db, question)) {
    parts.push(Buffer.from(exportLine(list, row, form)));
    rows += 1;
    if (rows > MOST_ROWS) throw tooMany();
  }
  const masked = list === "creators" && !can(actor, "see-contacts", brandId);
  return { content: Buffer.concat(parts), rows, masked };
}

const tooMany = (): CrmError =>
  new CrmError("refused", "an export too large to be sent", {
    say: `More than ${MOST_ROWS.toLocaleString("en-US")} rows fit. Add a term that fits fewer; the terminal writes all: roster find QUERY --csv FILE`,
  });
