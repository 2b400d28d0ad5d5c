import { useEffect } from "preact/hooks";
import { useApp } from "../app/app-context.js";
import { openHome } from "../ask/requests.js";
import { Blocks } from "../blocks/blocks.js";
import { useNewSurface } from "../elements/make-surface.js";
import { Spinner } from "../elements/spinner.js";
import { SurfaceContext } from "../elements/surface.js";
import { BotHead } from "./bot-head.js";

/** The bot's Home. Opening it tells the bot, which then publishes it. */
export function Home() {
  const { workspace, attempt } = useApp();
  const { me, home } = workspace.state;
  const surface = useNewSurface(home?.blocks ?? [], { home: true });
  useEffect(() => void attempt(() => openHome({ as: me })), [me]);
  return (
    <main class="main">
      <BotHead at="home" />
      <div class="home">
        <SurfaceContext.Provider value={surface}>
          {home ? (
            <Blocks blocks={home.blocks} />
          ) : (
            <p class="home-waits">
              <Spinner label="Loading" /> The bot is asked for its Home.
            </p>
          )}
        </SurfaceContext.Provider>
      </div>
    </main>
  );
}
