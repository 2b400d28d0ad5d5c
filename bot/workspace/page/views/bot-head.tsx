import { useApp } from "../app/app-context.js";
import type { Place } from "../app/workspace.js";
import { Avatar } from "../frame/avatar.js";
import { SidebarButton } from "../frame/sidebar-button.js";

/** The head of the bot's own place, with its two tabs. */
export function BotHead({ at }: { at: "home" | "messages" }) {
  const { workspace, change } = useApp();
  const { users, channels } = workspace.state;
  const bot = users.find(({ isBot }) => isBot);
  const dm = channels.find(({ kind }) => kind === "dm");
  const tabs: { name: string; isHere: boolean; place: Place }[] = [
    { name: "Home", isHere: at === "home", place: { kind: "home" } },
    ...(dm ? [{ name: "Messages", isHere: at === "messages", place: { kind: "channel" as const, id: dm.id } }] : []),
  ];
  return (
    <header class="place-head place-head-bot">
      <div class="place-title">
        <SidebarButton />
        <Avatar user={bot} isSmall />
        <h1>{bot?.name ?? "Bot"}</h1>
        <span class="app-mark">APP</span>
      </div>
      <nav class="tabs" aria-label={bot?.name}>
        {tabs.map(({ name, isHere, place }) => (
          <button
            key={name}
            type="button"
            class="tab"
            aria-current={isHere ? "page" : undefined}
            onClick={() => change({ kind: "went", place })}
          >
            {name}
          </button>
        ))}
      </nav>
    </header>
  );
}
