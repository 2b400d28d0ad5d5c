import { Notice } from "../parts/notice.js";

/** The tab is no file that Roster knows: what is missing, and what to do. */
export function UnknownHeadings({ title, nearest }: { title: string; nearest?: string }) {
  return (
    <Notice kind="warning">
      <p class="notice-title">Roster does not know these columns</p>
      <p>{nearest ?? `The headings of ${title} are those of no file that Roster knows.`}</p>
      <p>
        Put the headings of the export, as they were downloaded, within the first ten rows. Or bring the tab to the
        front that holds the export. Then preview again.
      </p>
    </Notice>
  );
}
