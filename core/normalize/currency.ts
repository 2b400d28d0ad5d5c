/** Codes by the sign that people write for them, the likeliest first. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP"],
  us$: ["USD"],
  ca$: ["CAD"],
  c$: ["CAD"],
  a$: ["AUD"],
  au$: ["AUD"],
  nz$: ["NZD"],
  s$: ["SGD"],
  hk$: ["HKD"],
  nt$: ["TWD"],
  mx$: ["MXN"],
  r$: ["BRL"],
  "€": ["EUR"],
  "£": ["GBP"],
  "¥": ["JPY", "CNY"],
  "￥": ["JPY", "CNY"],
  "₫": ["VND"],
  đ: ["VND"],
  "฿": ["THB"],
  "₱": ["PHP"],
  "₩": ["KRW"],
  "₹": ["INR"],
  "₺": ["TRY"],
  rp: ["IDR"],
  rm: ["MYR"],
  zł: ["PLN"],
  kr: ["SEK", "NOK", "DKK"],
};

/** Currencies whose countries write `1.234,56` (Unicode CLDR), so that `1,234` alone does not say what it means. */
export const DECIMAL_COMMA_CURRENCIES: ReadonlySet<string> = new Set(
  "EUR BRL IDR VND TRY PLN SEK NOK DKK CZK HUF RON ARS CLP COP UAH".split(" "),
);

const BY_MARK = new Map<string, readonly string[]>([
  ...Intl.supportedValuesOf("currency").map((code) => [code.toLowerCase(), [code]] as const),
  ...Object.entries(SIGNS),
]);

/** The ISO 4217 codes that a sign or a code in a cell can mean, the likeliest first; none for anything else. */
export function currenciesOf(mark: string): readonly string[] {
  return BY_MARK.get(mark.toLowerCase()) ?? [];
}
