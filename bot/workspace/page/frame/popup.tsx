import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** Room between what opens it, the popup, and the window's edges; in pixels. */
const GAP = 4;

/** Floats beside what opened it, inside the window; a press outside or Escape closes it. */
export function Popup({
  anchor,
  onClose,
  children,
}: {
  anchor: RefObject<HTMLElement>;
  onClose(): void;
  children: ComponentChildren;
}) {
  const popup = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number; minWidth: number }>();

  useLayoutEffect(() => {
    const put = () => {
      if (anchor.current && popup.current) setPlace(placeBeside(anchor.current, popup.current));
    };
    put();
    const watch = new ResizeObserver(put);
    if (popup.current) watch.observe(popup.current);
    return () => watch.disconnect();
  }, [anchor]);

  useEffect(() => {
    const press = ({ target }: Event) => {
      const isInside = target instanceof Node && (popup.current?.contains(target) || anchor.current?.contains(target));
      if (!isInside) onClose();
    };
    document.addEventListener("pointerdown", press);
    window.addEventListener("resize", onClose);
    return () => {
      document.removeEventListener("pointerdown", press);
      window.removeEventListener("resize", onClose);
    };
  }, [anchor, onClose]);

  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
    anchor.current?.focus();
  };
  // Until it has its place it is not seen, yet what is inside it can have the focus.
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears Escape for what is inside it, which has roles
    <div class="popup" ref={popup} style={place ?? { opacity: 0 }} onKeyDown={closeByKey}>
      {children}
    </div>
  );
}

/** Under what opened it, or above where there is more room. */
function placeBeside(anchor: HTMLElement, popup: HTMLElement): { left: number; top: number; minWidth: number } {
  const from = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popup;
  const left = Math.max(GAP, Math.min(from.left, window.innerWidth - width - GAP));
  const isBelow = from.bottom + GAP + height <= window.innerHeight || from.top < window.innerHeight - from.bottom;
  const top = isBelow ? from.bottom + GAP : Math.max(GAP, from.top - height - GAP);
  return { left, top, minWidth: Math.min(from.width, 420) };
}
