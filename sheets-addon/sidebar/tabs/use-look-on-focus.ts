import { useEffect } from "preact/hooks";

/** Each look asks Roster; milliseconds between two. */
const REST = 15_000;

/** Looks again when a person comes back from the spreadsheet, where another tab may be in front now. */
export function useLookOnFocus(look: () => Promise<void>): void {
  useEffect(() => {
    let last = Date.now();
    const focused = () => {
      if (Date.now() - last < REST) return;
      last = Date.now();
      // Nobody asked for it: what is shown stays, and a click says what is wrong.
      look().catch(() => undefined);
    };
    window.addEventListener("focus", focused);
    return () => window.removeEventListener("focus", focused);
  }, [look]);
}
