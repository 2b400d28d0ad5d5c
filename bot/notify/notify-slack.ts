import type { WebClient } from "@slack/web-api";
import type { Connection } from "mongoose";
import { CrmError } from "../../core/errors/index.js";
import type { Notify } from "../../core/notify/index.js";
import { digestMessage } from "../blocks/digest.js";
import { refreshFailedMessage } from "../blocks/refresh-failed.js";
import { messageText } from "../blocks/text.js";
import { type SlackMessage, sendWithFallback } from "../send-with-fallback.js";
import { channelOf, showDrop } from "./show-drop.js";
import { showRejected } from "./show-rejected.js";
import { withPatience } from "./slack-pace.js";
import { tellChange } from "./tell-change.js";

const noPlace = (): CrmError =>
  new CrmError("refused", "no DM to send a file to", {
    say: "Slack let Roster open no conversation with you. Write Roster a message once, and export again.",
  });

/** People may be known from a terminal only. */
const IS_SLACK_ID = /^[UW][A-Z0-9]{2,}$/;

/** How a worker tells people things in Slack. */
export function notifySlack(db: Connection, client: WebClient): Notify {
  const showing = { db, client };
  const post = async (to: { channel: string; unfurl_links: boolean }, message: SlackMessage) => {
    await withPatience(db, () => sendWithFallback((sent) => client.chat.postMessage({ ...to, ...sent }), message));
  };
  return {
    showDrop: (id, when) => showDrop(showing, id, when),
    showRejected: (id) => showRejected(showing, id),
    tellChange: (to, change) =>
      tellChange(to, change, (message) => post({ channel: channelOf(to.place), unfurl_links: false }, message)),
    async tellRefresh(person, refresh) {
      if (IS_SLACK_ID.test(person)) await post({ channel: person, unfurl_links: false }, refreshFailedMessage(refresh));
    },
    async sendFile(person, { name, content, about }) {
      const { channel } = await withPatience(db, () => client.conversations.open({ users: person }));
      if (channel?.id === undefined) throw noPlace();
      const file = { channel_id: channel.id, file: content, filename: name, initial_comment: about };
      await withPatience(db, () => client.files.uploadV2(file));
    },
    async tell(place, text) {
      const channel = channelOf(place);
      await withPatience(db, () => client.chat.postMessage({ channel, text: messageText(text) }));
    },
    async tellDigest(place, digest) {
      await post({ channel: channelOf(place), unfurl_links: false }, digestMessage(digest));
    },
  };
}
