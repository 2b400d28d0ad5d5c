import type { SheetColumn, SheetList } from "../../../core/contract/index.js";

const USUAL: Readonly<Record<SheetList, readonly string[]>> = {
  creators:
    "handle firstName lastName email phone status tags followers gmvCents videos samples lastSampledAt lastPostedAt notes".split(
      " ",
    ),
  samples: "handle productName variation quantity status orderedAt shippedAt deliveredAt".split(" "),
  videos: "handle title postedAt gmvCents itemsSold orders impressions url".split(" "),
};
const CONTACTS: readonly string[] = ["email", "phone"];
/** Where none of the usual ones is there. */
const FIRST = 8;

interface Given {
  columns: readonly SheetColumn[];
  seesContacts: boolean;
  isAllBrands: boolean;
}

/** What a new list shows. Who sees contacts masked gets none. */
export function defaultColumns(list: SheetList, { columns, seesContacts, isAllBrands }: Given): string[] {
  const wanted = isAllBrands && list !== "creators" ? ["brand", ...USUAL[list]] : USUAL[list];
  const usual = wanted.filter(
    (name) => columns.some(({ column }) => column === name) && (seesContacts || !CONTACTS.includes(name)),
  );
  return usual.length > 0 ? usual : columns.slice(0, FIRST).map(({ column }) => column);
}
