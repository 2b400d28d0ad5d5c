/** The part of an address before its state: street, unit and city. */
export interface StreetAndCity {
  line1?: string;
  line2?: string;
  city?: string;
}

/** `Apt 4B`, `Unit B`, `Ste 200`, `Floor 2`, `#4`, `# 12-A`. */
const UNIT = String.raw`(?:(?:apt|apartment|unit|ste|suite|fl|floor|rm|room|bldg|building|lot|spc|space|trlr)\.?\s*#?\s*|#\s*)(?:\d+[a-z]?|[a-z]\d*)(?:-[a-z0-9]+)?(?![a-z0-9])`;
const UNIT_ALONE = new RegExp(`^${UNIT}$`, "i");
const UNIT_LAST = new RegExp(String.raw`^(.*\S)[\s,]+(${UNIT})$`, "i");
const UNIT_FIRST = new RegExp(String.raw`^(${UNIT})\s+(\D+)$`, "i");
const UNIT_WITHIN = new RegExp(String.raw`^(.*\S)\s+(${UNIT})\s+(\D+)$`, "i");
const POST_BOX = /^((?:p\.?\s?o\.?\s+box|rr\s+\d+\s+box|psc\s+\d+\s+box)\s+[a-z0-9-]+)\s+(\D+)$/i;

/** Words that end a street's name and hardly ever belong to a city's. */
const STREET_WORDS = new Set(
  "ave av avenue rd road dr drive blvd boulevard ln lane pkwy parkway hwy highway street cir ct".split(" "),
);
/** Words that end a street's name, and stand in St Paul, Federal Way or Kennett Square as well. */
const DOUBTFUL_WORDS = new Set(
  "st way sq square ter terrace trl trail pl place loop court circle plaza pike row run path pass".split(" "),
);
const DIRECTIONS = new Set("n s e w ne nw se sw".split(" "));
const HAS_DIGIT = /\d/;

/** Splits parts that commas have divided: the last is the city, the first the street. */
export function splitParts(parts: readonly string[]): StreetAndCity | undefined {
  const [first = "", ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return splitRun(first);
  if (rest.length === 0 && !HAS_DIGIT.test(first)) return undefined;

  const unitAndCity = UNIT_FIRST.exec(last);
  if (unitAndCity !== null) {
    return { line1: first, line2: [...rest, unitAndCity[1]].join(", "), city: unitAndCity[2] };
  }
  if (HAS_DIGIT.test(last)) return undefined;
  if (rest.length > 0) return { line1: first, line2: rest.join(", "), city: last };
  return { ...splitUnit(first), city: last };
}

/** Splits a street and a city that no comma divides, or gives `undefined` where that would be a guess. */
function splitRun(text: string): StreetAndCity | undefined {
  if (!HAS_DIGIT.test(text)) return { city: text };

  const box = POST_BOX.exec(text);
  if (box !== null) return { line1: box[1], city: box[2] };
  const unit = UNIT_WITHIN.exec(text);
  if (unit !== null) return { line1: unit[1], line2: unit[2], city: unit[3] };

  const words = text.split(" ");
  const end = streetEnd(words);
  return end === undefined ? undefined : { line1: words.slice(0, end).join(" "), city: words.slice(end).join(" ") };
}

/** `123 Main St Apt 4` in two lines. */
function splitUnit(line: string): StreetAndCity {
  const match = UNIT_ALONE.test(line) ? null : UNIT_LAST.exec(line);
  return match === null ? { line1: line } : { line1: match[1], line2: match[2] };
}

/** How many words the street has, or `undefined` where several words could end it. */
function streetEnd(words: readonly string[]): number | undefined {
  if (!HAS_DIGIT.test(words[0] ?? "")) return undefined;
  const sure = endsOfRuns(words, (word) => STREET_WORDS.has(word));
  const ends = sure.length > 0 ? sure : endsOfRuns(words, (word) => DOUBTFUL_WORDS.has(word));
  let [end] = ends;
  if (end === undefined || ends.length > 1) return undefined;

  // A direction or a highway's number after it is still the street's.
  while (end < words.length && (DIRECTIONS.has(bare(words[end])) || HAS_DIGIT.test(words[end] ?? ""))) end += 1;
  return end < words.length && !words.slice(end).some((word) => HAS_DIGIT.test(word)) ? end : undefined;
}

/** Where runs of such words end, after a house number and a name; the `St` in `Main St St Paul` begins the city. */
function endsOfRuns(words: readonly string[], ends: (word: string) => boolean): number[] {
  const found: number[] = [];
  for (let place = 2; place < words.length - 1; place += 1) {
    if (!ends(bare(words[place]))) continue;
    const joins = found.at(-1) === place;
    if (joins && bare(words[place]) === "st") continue;
    if (joins) found.pop();
    found.push(place + 1);
  }
  return found;
}

const bare = (word = ""): string => word.replace(".", "").toLowerCase();
