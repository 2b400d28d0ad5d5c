import type { PageMessage } from "../../wire.js";
import { findUser, useApp } from "../app/app-context.js";
import { threadOf } from "../app/select-messages.js";
import { Avatar } from "../frame/avatar.js";
import { agoOf, timeOf } from "../text/when.js";

/** How many faces stand before the number of replies. */
const FACES = 4;

/** Under a message with replies: how many, by whom, when the last. */
export function ThreadLink({ message }: { message: PageMessage }) {
  const { workspace, change } = useApp();
  const { channel, ts } = message;
  const { replies } = threadOf(workspace, { channel, ts });
  const last = replies.at(-1);
  if (last === undefined) return null;
  const people = [...new Set(replies.map(({ user }) => user))].slice(0, FACES);
  return (
    <button type="button" class="thread-link" onClick={() => change({ kind: "thread", thread: { channel, ts } })}>
      {people.map((id) => (
        <Avatar key={id} user={findUser(workspace, id)} isSmall />
      ))}
      <span class="thread-count">{replies.length === 1 ? "1 reply" : `${replies.length} replies`}</span>
      <small>Last reply {agoOf(timeOf(last.ts), new Date())}</small>
    </button>
  );
}
