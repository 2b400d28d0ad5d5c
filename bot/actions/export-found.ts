import { can } from "../../core/access/index.js";
import { CrmError } from "../../core/errors/index.js";
import { exportHeading, exportLine, streamRecords } from "../../core/lists/index.js";
import type { Asked } from "../asked.js";
import type { Bot } from "../bot.js";
import { askedAbout } from "../creator-ref.js";
import { type FindQuestion, findQuestion, listQuestion } from "../find-question.js";
import { counted } from "../in-words.js";
import type { ActionListener } from "../listen.js";
import { pressedValue } from "./pressed.js";

/** All that a query finds, as a file in the person's messages with Roster. */
export const exportFoundPressed: ActionListener = async (heard) => {
  const { bot, client, respond, body } = heard;
  const question = pressedValue(heard, findQuestion);
  const asked = await askedAbout(bot, heard.asked, question.brand);
  const say = (text: string) => respond({ response_type: "ephemeral", replace_original: false, text });

  const { csv, rows } = await writeCsv(bot, asked, question);
  const { channel } = await client.conversations.open({ users: body.user.id });
  if (channel?.id === undefined) throw noPlace();
  const masked =
    question.list === "creators" && !can(asked.actor, "see-contacts", asked.brand._id) ? " Contacts are masked." : "";
  const about = `${counted(rows, question.list.slice(0, -1), question.list)} of a list.${masked}`;
  await client.filesUploadV2({
    channel_id: channel.id,
    file: csv,
    filename: nameOf(question, bot.now()),
    initial_comment: about,
  });
  await say(`The file with ${counted(rows, "row")} is in your messages with Roster.${masked}`);
};

/** A file is put together in memory; more than this is for the terminal, which writes as it reads. */
const MOST_ROWS = 200_000;

/** Page after page, so that others are answered in between. A byte order mark tells spreadsheets that it is UTF-8. */
async function writeCsv(bot: Bot, asked: Asked, { list, query }: FindQuestion): Promise<{ csv: Buffer; rows: number }> {
  const form = { currency: asked.brand.currency, zone: asked.brand.zone };
  const parts = [Buffer.from(`\uFEFF${exportHeading(list, form)}`)];
  let rows = 0;
  for await (const row of streamRecords(bot.db, await listQuestion(bot, asked, { list, query }))) {
    parts.push(Buffer.from(exportLine(list, row, form)));
    rows += 1;
    if (rows > MOST_ROWS) throw tooMany();
  }
  return { csv: Buffer.concat(parts), rows };
}

const nameOf = ({ list }: FindQuestion, now: Date): string => `${list}-${now.toISOString().slice(0, 10)}.csv`;

const noPlace = (): CrmError =>
  new CrmError("unreachable", "no DM to send a file to", {
    say: "Slack let Roster open no conversation with you. Write Roster a message once, and export again.",
  });

const tooMany = (): CrmError =>
  new CrmError("refused", "an export too large for Slack", {
    say: `More than ${MOST_ROWS.toLocaleString("en-US")} rows fit. Add a term that fits fewer; the terminal writes all: roster find QUERY --csv FILE`,
  });
