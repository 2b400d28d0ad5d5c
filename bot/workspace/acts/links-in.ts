/** The links of a text that lie in some domains or below them, each once, as Slack lists them. */
export function linksIn(text: string, domains: readonly string[]): { domain: string; url: string }[] {
  const urls = new Set([...text.matchAll(/https?:\/\/[^\s<>|]+/g)].map(([url]) => url.replace(/[.,;:!?)]+$/, "")));
  return [...urls].flatMap((url) => {
    if (!URL.canParse(url)) return [];
    const { hostname } = new URL(url);
    const domain = domains.find((one) => hostname === one || hostname.endsWith(`.${one}`));
    return domain ? [{ domain, url }] : [];
  });
}
