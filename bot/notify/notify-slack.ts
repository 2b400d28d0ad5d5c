import type { WebClient } from "@slack/web-api";
import type { Connection } from "mongoose";
import type { Notify } from "../../core/notify/index.js";
import { digestMessage } from "../blocks/digest.js";
import { messageText } from "../blocks/text.js";
import { sendWithFallback } from "../send-with-fallback.js";
import { channelOf, showDrop } from "./show-drop.js";
import { showRejected } from "./show-rejected.js";
import { withPatience } from "./slack-pace.js";

/** How a worker tells people things in Slack. */
export function notifySlack(db: Connection, client: WebClient): Notify {
  const showing = { db, client };
  return {
    showDrop: (id, when) => showDrop(showing, id, when),
    showRejected: (id) => showRejected(showing, id),
    async tell(place, text) {
      const channel = channelOf(place);
      await withPatience(db, () => client.chat.postMessage({ channel, text: messageText(text) }));
    },
    async tellDigest(place, digest) {
      const to = { channel: channelOf(place), unfurl_links: false };
      await withPatience(db, () =>
        sendWithFallback((sent) => client.chat.postMessage({ ...to, ...sent }), digestMessage(digest)),
      );
    },
  };
}
