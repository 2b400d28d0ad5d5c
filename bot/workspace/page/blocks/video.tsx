import type { VideoBlock } from "@slack/types";
import { Icon } from "../frame/icon.js";
import { Link, PlainText } from "../text/lines.js";
import { safeUrl } from "../text/safe-url.js";
import { Picture } from "./picture.js";

/** A link to the video: nothing from elsewhere plays inside the page. */
export function VideoView({ block }: { block: VideoBlock }) {
  const url = safeUrl(block.title_url ?? block.video_url);
  const by = [block.author_name, block.provider_name].filter(Boolean).join(" · ");
  return (
    <article class="block-video">
      <div class="video-picture">
        <Picture image={{ image_url: block.thumbnail_url, alt_text: block.alt_text }} look="video-thumbnail" />
        <Icon name="play" />
      </div>
      <div class="card-names">
        <div class="card-title">
          {url ? <Link url={url}>{block.title.text}</Link> : <PlainText text={block.title.text} />}
        </div>
        {by && <div class="card-subtitle">{by}</div>}
        {block.description && <PlainText text={block.description.text} />}
      </div>
    </article>
  );
}
