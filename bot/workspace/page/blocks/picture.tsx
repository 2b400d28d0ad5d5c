import type { ImageElement } from "@slack/types";
import { useState } from "preact/hooks";
import { useApp } from "../app/app-context.js";
import type { Workspace } from "../app/workspace.js";
import { Link } from "../text/lines.js";
import { ownUrl, safeUrl } from "../text/safe-url.js";

type Source = Pick<ImageElement, "alt_text"> &
  ({ image_url: string } | { slack_file: { url: string } | { id: string } });

/** A picture of this server's; one from elsewhere is not fetched: its description stands there, as a link. */
export function Picture({ image, look }: { image: Source; look: string }) {
  const { workspace } = useApp();
  const [isBroken, setBroken] = useState(false);
  const address = addressOf(image, workspace);
  const own = address && ownUrl(address, location.origin);
  if (own && !isBroken) return <img class={look} src={own} alt={image.alt_text} onError={() => setBroken(true)} />;
  const link = address && safeUrl(address);
  const words = image.alt_text || "Picture";
  return (
    <span class={`${look} picture-away`} title={words}>
      {link ? <Link url={link}>{words}</Link> : words}
    </span>
  );
}

function addressOf(image: Source, { state }: Workspace): string | undefined {
  if ("image_url" in image) return image.image_url;
  const file = image.slack_file;
  if ("url" in file) return file.url;
  return state.messages.flatMap(({ files }) => files ?? []).find(({ id }) => id === file.id)?.url;
}
