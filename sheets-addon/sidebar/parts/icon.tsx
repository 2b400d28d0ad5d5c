/** Drawn here, so that nothing is fetched: outlines on a 20 by 20 grid. */
const ICONS = {
  back: "M12 4.5L6.5 10l5.5 5.5",
  close: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  plus: "M10 4.5v11M4.5 10h11",
  up: "M5.5 12L10 7.5l4.5 4.5",
  down: "M5.5 8l4.5 4.5L14.5 8",
  again: "M15.5 10a5.5 5.5 0 11-1.8-4.1M15.8 3.5v3.2h-3.2",
  clock: "M10 3.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM10 6.5V10l2.5 1.8",
  done: "M10 3.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM7 10.2l2.1 2.1L13 8",
  problem: "M10 3.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM10 6.5v4M10 13.2v.1",
  warning: "M10 3.5l7 12.5H3zM10 8v4M10 13.9v.1",
  pause: "M7.5 5v10M12.5 5v10",
} as const;

export type IconName = keyof typeof ICONS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}
