/** Drawn here, so that nothing is fetched: outlines on a 20 by 20 grid. */
const ICONS = {
  more: "M10 4.2v.1M10 10v.1M10 15.8v.1",
  plus: "M10 4v12M4 10h12",
  clip: "M13.5 7.5l-5.2 5.2a1.6 1.6 0 002.3 2.3l5.6-5.7a3.2 3.2 0 00-4.6-4.6L5.9 10.4a4.8 4.8 0 006.8 6.8l4.4-4.4",
  send: "M3 4l14 6-14 6 2.2-6L3 4zM5.2 10H11",
  close: "M5 5l10 10M15 5L5 15",
  reply: "M4 5h12v8H9l-4 3v-3H4z",
  eye: "M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM10 8.2a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6z",
  down: "M5.5 8l4.5 4.5L14.5 8",
  right: "M8 5.5l4.5 4.5L8 14.5",
  left: "M12 5.5L7.5 10l4.5 4.5",
  up: "M5.5 12L10 7.5l4.5 4.5",
  menu: "M3 5h14M3 10h14M3 15h14",
  file: "M6 3h6l3 3v11H6zM12 3v3h3",
  home: "M3.5 9.5L10 4l6.5 5.5M5.5 8.5V16h9V8.5",
  search: "M9 4a5 5 0 100 10A5 5 0 009 4zM13 13l4 4",
  check: "M4.5 10.5l3.5 3.5 7.5-8",
  info: "M10 3a7 7 0 100 14 7 7 0 000-14zM10 9v5M10 6.3v.1",
  warning: "M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.1",
  error: "M10 3a7 7 0 100 14 7 7 0 000-14zM7.5 7.5l5 5M12.5 7.5l-5 5",
  success: "M10 3a7 7 0 100 14 7 7 0 000-14zM6.8 10.2l2.3 2.3 4.2-4.6",
  waiting: "M10 3a7 7 0 100 14 7 7 0 000-14z",
  play: "M7 4.5l8 5.5-8 5.5z",
  download: "M10 3v9M6.5 9L10 12.5 13.5 9M4 16h12",
  thumb: "M7 9l3-6c1.5 0 2 1 1.7 2.5L11.2 8H15c1 0 1.7.9 1.4 1.9l-1.4 5c-.2.7-.7 1.1-1.4 1.1H7zM4 9h3v7H4z",
  star: "M10 3.5l2 4.2 4.5.6-3.3 3.1.8 4.6-4-2.2-4 2.2.8-4.6L3.5 8.3l4.5-.6z",
} as const;

export type IconName = keyof typeof ICONS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}
