import type { SheetList } from "../../../core/contract/index.js";

const ONE: Readonly<Record<SheetList, string>> = { creators: "creator", samples: "sample", videos: "video" };

export const LIST_NAMES: Readonly<Record<SheetList, string>> = {
  creators: "Creators",
  samples: "Samples",
  videos: "Videos",
};

/** `1,204 rows` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

/** `more` where there are more than that. */
export const countedOfList = (list: SheetList, total: number, more = false): string =>
  more ? `More than ${counted(total, ONE[list])}` : counted(total, ONE[list]);
