import { useEffect, useRef } from "preact/hooks";
import type { PageMessage } from "../../wire.js";

/** How near to the bottom counts as being there; in pixels. */
const NEAR = 120;

/**
 * Keeps a list at its bottom while it grows, unless the person has scrolled up to read; what they write or are answered
 * alone brings them back.
 */
export function useBottom(newest: PageMessage | undefined, me: string) {
  const list = useRef<HTMLDivElement>(null);
  const isHeld = useRef(true);
  useEffect(() => {
    const box = list.current;
    if (!box?.firstElementChild) return;
    let before = box.scrollTop;
    // A list that grew between scrolling and hearing of it has not been left: only who went up has.
    const note = () => {
      const isNear = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      if (isNear) isHeld.current = true;
      else if (box.scrollTop < before - 1) isHeld.current = false;
      before = box.scrollTop;
    };
    const follow = new ResizeObserver(() => {
      if (isHeld.current) box.scrollTop = box.scrollHeight;
    });
    follow.observe(box.firstElementChild);
    follow.observe(box);
    box.addEventListener("scroll", note, { passive: true });
    return () => {
      follow.disconnect();
      box.removeEventListener("scroll", note);
    };
  }, []);
  useEffect(() => {
    if (newest === undefined || !list.current) return;
    if (newest.user !== me && newest.onlyFor !== me) return;
    isHeld.current = true;
    list.current.scrollTop = list.current.scrollHeight;
  }, [newest?.ts, me]);
  return list;
}
