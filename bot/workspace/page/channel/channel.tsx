import { findChannel, nameOfChannel, useApp } from "../app/app-context.js";
import { messagesIn } from "../app/select-messages.js";
import { SidebarButton } from "../frame/sidebar-button.js";
import { BotHead } from "../views/bot-head.js";
import { Composer } from "./composer.js";
import { DropZone } from "./drop-zone.js";
import { MessageList } from "./message-list.js";
import { useDraft } from "./use-draft.js";
import { Welcome } from "./welcome.js";

/** A channel or DM: its messages and the composer; files may be dropped anywhere on it. */
export function Channel({ id }: { id: string }) {
  const { workspace } = useApp();
  const channel = findChannel(workspace, id);
  const draft = useDraft({ channel: id });
  if (channel === undefined) return <main class="main" />;
  const name = nameOfChannel(workspace, channel);
  const messages = messagesIn(workspace, id);
  const isDm = channel.kind === "dm";
  return (
    <main class="main">
      <DropZone place={isDm ? name : `#${name}`} onDrop={draft.addFiles}>
        {isDm ? <BotHead at="messages" /> : <ChannelHead name={name} />}
        <MessageList
          key={id}
          label={name}
          messages={messages}
          head={messages.length === 0 && <Welcome channel={channel} name={name} draft={draft} />}
        />
        <Composer draft={draft} label={isDm ? `Message ${name}` : `Message #${name}`} />
      </DropZone>
    </main>
  );
}

function ChannelHead({ name }: { name: string }) {
  return (
    <header class="place-head">
      <div class="place-title">
        <SidebarButton />
        <h1>
          <span aria-hidden="true">#</span> {name}
        </h1>
      </div>
    </header>
  );
}
