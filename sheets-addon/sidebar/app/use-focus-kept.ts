import { useLayoutEffect } from "preact/hooks";

/** When what had the focus has gone with a change, the place's title gets it: the keyboard goes on from there. */
export function useFocusKept(change: unknown): void {
  useLayoutEffect(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>("h1")?.focus();
  }, [change]);
}
