import { zipFitsState } from "./us-states.js";

/** `78701`, `78701-1234`, `787011234`, and `78701.0` as a table program writes it. */
const ZIP = /^(\d{5})(?:[-\s]?(\d{4}))?(?:\.0)?$/;
/** One or two leading zeros eaten: `2134`, `501`, `2134-1234`. */
const EATEN = /^(\d{3,4})(?:-(\d{4}))?(?:\.0)?$/;

/**
 * A US ZIP code as `12345` or `12345-6789`. Leading zeros that a spreadsheet ate are mended when `state` (its code) has
 * such a ZIP code; otherwise such a number is no ZIP code: `undefined`.
 */
export function usZipOf(text: string, state: string | undefined): string | undefined {
  const whole = ZIP.exec(text);
  if (whole !== null) return joined(whole[1], whole[2]);

  const eaten = EATEN.exec(text);
  const mended = eaten?.[1]?.padStart(5, "0");
  if (mended === undefined || state === undefined || !zipFitsState(mended, state)) return undefined;
  return joined(mended, eaten?.[2]);
}

const joined = (zip = "", plus4?: string): string => (plus4 === undefined ? zip : `${zip}-${plus4}`);
