/** Schemes that a link may have: nothing that runs in the page. */
const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);

/** The link as it may be followed, or nothing: somebody else wrote it. */
export function safeUrl(unsafeUrl: string): string | undefined {
  try {
    const url = new URL(unsafeUrl);
    return SAFE.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The picture's address if it is this server's own: nothing is fetched from elsewhere. */
export function ownUrl(unsafeUrl: string, origin: string): string | undefined {
  try {
    const url = new URL(unsafeUrl, origin);
    return url.origin === origin ? url.href : undefined;
  } catch {
    return undefined;
  }
}
