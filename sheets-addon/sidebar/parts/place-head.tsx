import { useLayoutEffect, useRef } from "preact/hooks";
import { IconButton } from "./icon-button.js";

/** A place's title, which has the focus when the place is opened, and the way back. */
export function PlaceHead({ title, back }: { title: string; back?(): void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    <header class="place-head">
      {back && <IconButton icon="back" label="Back to the lists" onClick={back} />}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </header>
  );
}
