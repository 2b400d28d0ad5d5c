import { isBlank } from "./blank.js";
import { cellText } from "./cell-text.js";
import { type Decimal, LONGEST_NUMBER, readDecimal } from "./decimal.js";
import { quote } from "./quote.js";
import { type Read, Unreadable } from "./unreadable.js";

const PERCENT = /\s*%$/;
/** A small rate as a spreadsheet shows it: `1.2E-05`. */
const SCIENTIFIC = /^\d(?:\.\d+)?e-\d{1,2}$/i;
/** As many digits before the point as a double holds exactly. */
const MOST_WHOLE_DIGITS = 15;

/** A rate, where 1 is the whole: `5.93%` is 0.0593. It may exceed 1; a number without `%` is a rate already. */
export function normalizeRate(cell: string): Read<number> {
  const text = cellText(cell);
  if (isBlank(text)) return undefined;
  if (text.length > LONGEST_NUMBER) return notARate(text);
  if (SCIENTIFIC.test(text)) return Number(text);

  const digits = text.replace(PERCENT, "");
  const decimal = readDecimal(digits);
  if (decimal === undefined || decimal.unsure === "," || decimal.whole.length > MOST_WHOLE_DIGITS)
    return notARate(text);
  return digits === text ? Number(`${decimal.whole}.${decimal.fraction}`) : hundredthOf(decimal);
}

/** Moves the point in the text, since 5.93 / 100 in floating point is 0.059299999999999999. */
function hundredthOf({ whole, fraction }: Decimal): number {
  const padded = whole.padStart(3, "0");
  return Number(`${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`);
}

function notARate(text: string): Unreadable {
  return new Unreadable(`${quote(text)} is no rate; expected one such as 5.93% or 0.0593`);
}
