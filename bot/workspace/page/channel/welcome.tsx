import { useState } from "preact/hooks";
import type { PageChannel } from "../../wire.js";
import { useApp } from "../app/app-context.js";
import { postDemo } from "../ask/requests.js";
import { Spinner } from "../elements/spinner.js";
import { Icon } from "../frame/icon.js";
import type { Draft } from "./use-draft.js";

/** Commands that teach the bot's words; the last two find somebody once the demo files are taken in. */
const EXAMPLES = ["/creator help", "/creator find gmv:>5k has:email", "/creator lookup @alexanderwatson542"];

interface WelcomeProps {
  channel: PageChannel;
  name: string;
  draft: Draft;
}

/** An empty channel. Before anybody has written anywhere it offers the demo files, in one click. */
export function Welcome({ channel, name, draft }: WelcomeProps) {
  const { workspace } = useApp();
  if (!workspace.state.isNew)
    return (
      <p class="welcome-short">
        This is the beginning of {channel.kind === "channel" ? `#${name}` : `your messages with ${name}`}.
      </p>
    );
  return (
    <section class="welcome" aria-label="Welcome">
      <h2>Welcome. This is Roster, in a Slack of its own.</h2>
      <p>
        Nothing here leaves your machine. Drop exports of Euka, Refunnel or TikTok Shop (CSV or XLSX) into this channel,
        or start with a made-up account:
      </p>
      <DemoButton channel={channel.id} />
      <p>Then, or right now, try a command:</p>
      <ul class="welcome-examples">
        {EXAMPLES.map((example) => (
          <li key={example}>
            <button type="button" class="example" onClick={() => void draft.send(example)}>
              <code>{example}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DemoButton({ channel }: { channel: string }) {
  const { workspace, attempt } = useApp();
  const [isBusy, setBusy] = useState(false);
  const drop = async () => {
    setBusy(true);
    await attempt(() => postDemo({ as: workspace.state.me, channel }));
    setBusy(false);
  };
  return (
    <button type="button" class="demo-button" disabled={isBusy} aria-busy={isBusy} onClick={() => void drop()}>
      {isBusy ? <Spinner /> : <Icon name="file" />}
      <span>
        <strong>Drop the demo files here</strong>
        <small>Seven CSV files of about 700 made-up creators</small>
      </span>
    </button>
  );
}
