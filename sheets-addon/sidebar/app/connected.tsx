import { useState } from "preact/hooks";
import { BindingPlace } from "../binding/binding-place.js";
import { Account } from "../connect/account.js";
import { EditsPlace } from "../edits/edits-place.js";
import { ImportPlace } from "../imports/import-place.js";
import { ListsPlace } from "../tabs/lists-place.js";
import { useRefreshes } from "../tabs/use-refreshes.js";
import { type App, AppContext } from "./app-context.js";
import type { Place } from "./place.js";

type ConnectedProps = Omit<App, "refreshes" | "go"> & { open(): Promise<void> };

/** What there is for somebody who is connected. Refreshes go on whichever place is shown. */
export function Connected({ open, ...given }: ConnectedProps) {
  const [place, go] = useState<Place>({ kind: "lists" });
  const refreshes = useRefreshes(given.ask, open);
  return (
    <AppContext.Provider value={{ ...given, refreshes, go }}>
      <main>
        <Shown place={place} open={open} />
      </main>
      <Account />
    </AppContext.Provider>
  );
}

function Shown({ place, open }: { place: Place; open(): Promise<void> }) {
  switch (place.kind) {
    case "lists":
      return <ListsPlace open={open} />;
    case "binding":
      return <BindingPlace tab={place.tab} />;
    case "edits":
      return <EditsPlace tab={place.tab} />;
    case "import":
      return <ImportPlace />;
  }
}
