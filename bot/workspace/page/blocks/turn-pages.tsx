import { Icon } from "../frame/icon.js";

interface TurnPagesProps {
  page: number;
  pages: number;
  count: number;
  turn(page: number): void;
}

/** Where one is in the pages, and the way to the next. */
export function TurnPages({ page, pages, count, turn }: TurnPagesProps) {
  if (pages < 2) return null;
  return (
    <nav class="turn-pages" aria-label="Pages">
      <span>
        {count} rows, page {page + 1} of {pages}
      </span>
      <button
        type="button"
        class="button button-plain button-icon"
        aria-label="Page before"
        disabled={page === 0}
        onClick={() => turn(page - 1)}
      >
        <Icon name="left" />
      </button>
      <button
        type="button"
        class="button button-plain button-icon"
        aria-label="Next page"
        disabled={page === pages - 1}
        onClick={() => turn(page + 1)}
      >
        <Icon name="right" />
      </button>
    </nav>
  );
}
