import type { Address, Name } from "../../creators/creator.js";
import { addressOf, nameOf, normalizeAddress, type Read } from "../../normalize/index.js";
import type { RowValues } from "./read-row.js";
import { remembering } from "./remembering.js";

/** Puts names and addresses together out of their columns. Rows that say the same get the same object. */
export interface ContactReader {
  ownName(values: RowValues): Name | undefined;
  recipientName(values: RowValues): Name | undefined;
  address(values: RowValues): Read<Address>;
}

/** Stands between the columns of one remembered text: no cell holds it. */
const BORDER = "\u0000";

export function contactReader(brandCountry: string): ContactReader {
  const own = remembering((cells) => {
    const [first, last] = cells.split(BORDER);
    return nameOf({ first, last });
  });
  const recipient = remembering((cell) => nameOf({ recipient: cell }));
  const whole = remembering((cell) => normalizeAddress(cell, brandCountry));
  const columns = remembering((cells) => {
    const [line1, line2, city, state, zip, country] = cells.split(BORDER).map((cell) => cell || undefined);
    return addressOf({ line1, line2, city, state, zip, country }, brandCountry);
  });
  return {
    ownName: ({ firstName = "", lastName = "" }) =>
      firstName === "" && lastName === "" ? undefined : own(`${firstName}${BORDER}${lastName}`),
    recipientName: ({ recipient: cell }) => (cell === undefined ? undefined : recipient(cell)),
    address({ fullAddress, line1, line2, city, state, zip, country }) {
      if (fullAddress !== undefined) return whole(fullAddress);
      if ((line1 ?? line2 ?? city ?? state ?? zip ?? country) === undefined) return undefined;
      return columns([line1, line2, city, state, zip, country].join(BORDER));
    },
  };
}
