import { getCountries } from "libphonenumber-js/min";

/** The languages in which exports of TikTok Shop's markets name countries. */
const LANGUAGES = ["en", "es", "pt", "fr", "de", "it", "id", "vi", "ms", "th", "ja"];
/** Names in use that Unicode's list of regions lacks. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  usa: "US",
  "u.s.": "US",
  "u.s.a.": "US",
  "united states of america": "US",
  "the united states": "US",
  america: "US",
  eeuu: "US",
  "ee. uu.": "US",
  uk: "GB",
  "u.k.": "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  holland: "NL",
  "the netherlands": "NL",
  turkey: "TR",
  "czech republic": "CZ",
  "viet nam": "VN",
  "south korea": "KR",
  korea: "KR",
  "hong kong": "HK",
  macau: "MO",
  "the philippines": "PH",
};

/** Built when first asked: 2,700 names take some 40 ms. */
let codes: ReadonlyMap<string, string> | undefined;

/** The ISO 3166 code (two letters) of a country's code or name, or `undefined` for anything else. */
export function countryCodeOf(text: string): string | undefined {
  codes ??= codesByName();
  return codes.get(text.trim().toLowerCase());
}

function codesByName(): Map<string, string> {
  const byName = new Map<string, string>();
  const countries = getCountries();
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const code of countries) {
      const name = names.of(code)?.toLowerCase();
      // The first language decides where a name means two countries.
      if (name !== undefined && !byName.has(name)) byName.set(name, code);
    }
  }
  for (const code of countries) byName.set(code.toLowerCase(), code);
  for (const [name, code] of Object.entries(OTHER_NAMES)) byName.set(name, code);
  return byName;
}
