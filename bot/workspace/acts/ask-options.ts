import { z } from "zod";
import { checkBlocks } from "../limits/index.js";
import { Refusal, refuseIf } from "../refusal.js";
import { teamShape, userShape } from "../requests/shapes.js";
import { APP_ID } from "../team.js";
import type { PostOptions } from "../wire.js";
import type { Workspace } from "../workspace.js";
import { placeOf } from "./place.js";
import { HAD_TROUBLE, tellTrouble } from "./trouble.js";

const offered = z.looseObject({
  options: z.array(z.unknown()).optional(),
  option_groups: z.array(z.unknown()).optional(),
});

type Offered = z.infer<typeof offered>;

/** Somebody types into a menu whose options the bot has: what it offers for these letters. */
export async function askOptions(workspace: Workspace, asked: PostOptions): Promise<Offered> {
  const { as: userId, actionId, blockId, value } = asked;
  const { container, shape } = await placeOf(workspace, asked);
  const acknowledged = await workspace.requests.interaction({
    type: "block_suggestion",
    token: "workspace",
    user: userShape(userId),
    team: teamShape(),
    api_app_id: APP_ID,
    container,
    action_id: actionId,
    block_id: blockId,
    value,
    ...shape,
  });
  if (!acknowledged.ok) {
    tellTrouble(workspace, userId, HAD_TROUBLE);
    return { options: [] };
  }
  return readOffered(acknowledged.body);
}

/** None is an answer; any must be such as a menu takes. */
function readOffered(body: string): Offered {
  const read = offered.safeParse(body === "" ? {} : JSON.parse(body));
  if (!read.success) throw new Refusal("invalid_options", { messages: [z.prettifyError(read.error)] });
  const { options = [], option_groups: groups } = read.data;
  if (options.length === 0 && !groups) return { options: [] };
  const menu = { type: "static_select", ...(groups ? { option_groups: groups } : { options }) };
  refuseIf(checkBlocks([{ type: "actions", elements: [menu] }], "message"));
  return read.data;
}
