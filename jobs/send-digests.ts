import { SEND_DIGESTS } from "../core/queue/index.js";
import { sendDigests } from "../core/segments/index.js";
import type { Job } from "./job.js";

export const sendDueDigests: Job<object> = {
  definition: SEND_DIGESTS,
  lockLifetime: 30 * 60_000,
  async run(_payload, { db, log, now, notify }) {
    if (notify === undefined) return;
    const tell = (digest: Parameters<typeof notify.tellDigest>[1] & { place: string }) =>
      notify.tellDigest(digest.place, digest);
    const { sent, failed } = await sendDigests(db, { now, tell });
    if (sent > 0) log.info({ sent }, "sent digests");
    for (const { subscription, error } of failed) log.warn({ subscription, err: error }, "a digest was not sent");
  },
};
