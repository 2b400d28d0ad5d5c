import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app/app-context.js";
import { type Choice, choicesOf, type Menu, matching, offered } from "./choice.js";
import type { Spot } from "./element-state.js";
import { useSurface } from "./surface.js";

/** How long a person stops typing before the bot is asked; in milliseconds. */
const PAUSE = 200;

/** Slack asks an external select's options from the third letter on, unless told otherwise. */
const LETTERS = 3;

interface Offered {
  choices: Choice[];
  /** What to say where there are none. */
  note: string;
}

/** What an open select offers for what is typed: its own, or the bot's. */
export function useOffered(menu: Menu, spot: Spot, typed: string): Offered {
  const { workspace } = useApp();
  const isExternal = menu.type === "external_select" || menu.type === "multi_external_select";
  const answer = useBotsOffer(isExternal ? menu : undefined, spot, typed);
  if (isExternal) return answer;
  return { choices: matching(choicesOf(menu, workspace), typed), note: "Nothing matches." };
}

function useBotsOffer(menu: { min_query_length?: number } | undefined, spot: Spot, typed: string): Offered {
  const surface = useSurface();
  const [answer, setAnswer] = useState<Offered>({ choices: [], note: "" });
  const letters = menu?.min_query_length ?? LETTERS;
  useEffect(() => {
    if (menu === undefined) return;
    if (typed.length < letters) {
      setAnswer({
        choices: [],
        note: `Type ${letters - typed.length} more ${letters - typed.length === 1 ? "letter" : "letters"}.`,
      });
      return;
    }
    let isWanted = true;
    setAnswer({ choices: [], note: "Looking…" });
    const ask = async () => {
      const answer = await surface.offer(spot, typed).then(
        (options) => ({ choices: offered(options), note: "Nothing matches." }),
        (error: unknown) => ({ choices: [], note: error instanceof Error ? error.message : String(error) }),
      );
      if (isWanted) setAnswer(answer);
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [typed, letters, spot.blockId, spot.actionId]);
  return answer;
}
