import { CrmError } from "../../core/errors/index.js";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Where the add-on finds the API: Google's servers ask there, so it has to be an address that they reach.
 *
 * @throws CrmError `wrong-input` saying what `PUBLIC_URL` has to be
 */
export function apiAddress(publicUrl: string | undefined): string {
  const url = publicUrl !== undefined && URL.canParse(publicUrl) ? new URL(publicUrl) : undefined;
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.has(url.hostname));
  if (url && safe && url.search + url.hash === "") return `${url.origin}${url.pathname.replace(/\/+$/, "")}/api/v1`;
  const got = publicUrl === undefined ? "it is not set" : `got "${publicUrl}"`;
  throw new CrmError("wrong-input", `no address for the add-on: ${got}`, {
    say: `PUBLIC_URL has to be the https address at which Google reaches Roster, such as https://roster.example.com; ${got}. Set it in .env, and build again.`,
  });
}
