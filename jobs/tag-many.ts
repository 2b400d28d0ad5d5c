import { inTheNameOf } from "../core/access/index.js";
import { changeMany } from "../core/edits/index.js";
import { TAG_MANY, type TagManyPayload } from "../core/queue/index.js";
import type { Job } from "./job.js";
import { tellOutcome } from "./tell-outcome.js";

/** How long people hear nothing of a change under way, milliseconds; and how often they do: Slack takes five answers. */
const [PAUSE, MOST_TOLD] = [5_000, 3] as const;

/** Run again after a crash, it goes on with the change that it had begun. */
export const tagMany: Job<TagManyPayload> = {
  definition: TAG_MANY,
  lockLifetime: 30_000,
  async run({ batch, query, brand, tags, by, answer }, { db, log, now, notify }) {
    const tell = async (done: number, of: number) => notify?.tellChange(answer, { is: "running", done, of });
    const progress = seldom((done, of) => {
      // It is only for show: the change goes on without it.
      if (answer.replace) void tell(done, of).catch((err: unknown) => log.debug({ err }, "progress was not told"));
    });
    await tellOutcome(notify, { answer, via: by.via }, async () => {
      const acting = { actor: inTheNameOf(by), now: now(), brand, batch, progress };
      return { is: "tagged", tags, ...(await changeMany(db, query, { kind: "tag", ...tags }, acting)) };
    });
  },
};

/** Lets through what comes after a pause, a few times, and never the end, which is told for itself. */
function seldom(tell: (done: number, of: number) => void): (done: number, of: number) => void {
  let [last, told] = [Date.now(), 0];
  return (done, of) => {
    if (done === of || told === MOST_TOLD || Date.now() - last < PAUSE) return;
    [last, told] = [Date.now(), told + 1];
    tell(done, of);
  };
}
