import type { PageUser } from "../../wire.js";
import { colourOf, initials } from "../text/initials.js";

/** A person's letters on their colour; the bot's own mark. */
export function Avatar({ user, isSmall = false }: { user: PageUser | undefined; isSmall?: boolean }) {
  const size = isSmall ? "avatar avatar-small" : "avatar";
  if (user?.isBot)
    return (
      <span class={`${size} avatar-bot`} aria-hidden="true">
        <BotMark />
      </span>
    );
  return (
    <span class={`${size} avatar-${colourOf(user?.id ?? "")}`} aria-hidden="true">
      {initials(user?.name ?? "?")}
    </span>
  );
}

/** A list with one line ticked: a roster. */
function BotMark() {
  return (
    <svg viewBox="0 0 20 20" width="60%" height="60%" aria-hidden="true" focusable="false">
      <path d="M4 5.5h1.5M8.5 5.5H16M4 10h1.5M8.5 10H16M3.4 14.2l1.2 1.2 2-2.4M9 14.5h7" />
    </svg>
  );
}
