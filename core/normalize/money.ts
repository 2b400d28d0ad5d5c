import { isBlank } from "./blank.js";
import { cellText } from "./cell-text.js";
import { currenciesOf, DECIMAL_COMMA_CURRENCIES } from "./currency.js";
import { LONGEST_NUMBER, placesOf, readDecimal, scaleToInteger } from "./decimal.js";
import { quote } from "./quote.js";
import { type Read, Unreadable } from "./unreadable.js";

/** Sign, currency, sign, digits, K/M/B, currency: `-$5`, `$-5`, `US$ 1.2K`, `12.50 USD`. */
const AMOUNT =
  /^([-−+])?\s*([^\d\s.,'’()+−-]+)?\s*([-−+])?\s*([\d.](?:[\d.,\s'’]*[\d.])?)\s*([kmb](?![a-z]))?\s*([^\d\s.,'’()+−-]+)?$/i;
/** How an accountant writes a negative amount. */
const PARENTHESES = /^\((.+)\)$/;
/** Cents are hundredths for every currency, also for those that have none, so that amounts compare. */
const CENT_PLACES = 2;

/** An amount in integer cents (hundredths) of the brand's `currency` (ISO 4217); more decimals are rounded half up. */
export function normalizeMoney(cell: string, currency: string): Read<number> {
  const text = cellText(cell);
  if (isBlank(text)) return undefined;
  if (text.length > LONGEST_NUMBER) return notAnAmount(text, currency);

  const enclosed = PARENTHESES.exec(text)?.[1];
  const match = AMOUNT.exec(enclosed?.trim() ?? text);
  if (match === null) return notAnAmount(text, currency);

  const [, signBefore, markBefore, signAfter, digits = "", suffix, markAfter] = match;
  const signs = [enclosed && "-", signBefore, signAfter].filter((sign) => sign !== undefined);
  const decimal = readDecimal(digits);
  if (decimal === undefined || signs.length > 1) return notAnAmount(text, currency);

  for (const mark of [markBefore, markAfter]) {
    const unfit = mark === undefined ? undefined : currencyMismatch(mark, currency, text);
    if (unfit !== undefined) return unfit;
  }
  const unsure = decimal.unsure === "," || (decimal.unsure === "." && suffix === undefined);
  if (unsure && DECIMAL_COMMA_CURRENCIES.has(currency)) {
    return new Unreadable(
      `${quote(text)} may mean thousands or decimals; expected both signs, such as 1,234.00 or 1.234,00`,
    );
  }

  const cents = scaleToInteger(decimal, placesOf(suffix) + CENT_PLACES);
  if (cents === undefined) return new Unreadable(`${quote(text)} is too large for an amount of money`);
  return signs[0] === undefined || signs[0] === "+" || cents === 0 ? cents : -cents;
}

function currencyMismatch(mark: string, currency: string, text: string): Unreadable | undefined {
  const meant = currenciesOf(mark);
  if (meant.includes(currency)) return undefined;
  const [likeliest] = meant;
  if (likeliest === undefined) return notAnAmount(text, currency);
  return new Unreadable(`${quote(text)} is in ${likeliest}, and the brand's currency is ${currency}`);
}

function notAnAmount(text: string, currency: string): Unreadable {
  return new Unreadable(`${quote(text)} is no amount of money; expected one in ${currency} such as 1,234.56`);
}
