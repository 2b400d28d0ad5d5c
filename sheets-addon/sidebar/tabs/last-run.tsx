import type { ComponentChildren } from "preact";
import type { BoundTab } from "../app/place.js";
import { Icon } from "../parts/icon.js";
import { useNow } from "../parts/use-now.js";
import { counted } from "../words/count-in-words.js";
import { agoInWords } from "../words/time-in-words.js";
import type { Refresh } from "./use-refreshes.js";

/** When it was refreshed last, and what came of it. A failure stands here until the next try. */
export function LastRun({ tab, refresh }: { tab: BoundTab; refresh: Refresh | undefined }) {
  const now = useNow();
  const { lastRun } = tab;
  if (!lastRun) return refresh ? null : <Line icon="clock">Never refreshed</Line>;
  const ago = agoInWords(new Date(lastRun.at), now);
  const how = lastRun.trigger === "schedule" ? ", by schedule" : "";
  if (lastRun.outcome === "done")
    return (
      <Line icon="done">
        Refreshed {ago}
        {how}: {lastRun.rows === 0 ? "nothing changed" : `${counted(lastRun.rows, "row")} changed`}
      </Line>
    );
  // The failure of this moment stands below, with a way to try again.
  if (refresh) return null;
  return (
    <div class="last-failure">
      <Line icon="problem">
        Failed {ago}
        {how}: {lastRun.reason ?? "no reason is known"}
      </Line>
    </div>
  );
}

function Line({ icon, children }: { icon: "clock" | "done" | "problem"; children: ComponentChildren }) {
  return (
    <p class="line">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}
