import type { KnownBlock } from "@slack/types";
import type { PageFile, PageMessage } from "../../wire.js";
import { Blocks } from "../blocks/blocks.js";
import { useNewSurface } from "../elements/make-surface.js";
import { SurfaceContext } from "../elements/surface.js";
import { Icon } from "../frame/icon.js";
import { sizeOf } from "../text/bytes.js";
import { Mrkdwn } from "../text/passages.js";

const NONE: KnownBlock[] = [];

/** Blocks, where there are any, stand for the text: it is what notifications show. */
export function MessageContent({ message }: { message: PageMessage }) {
  const { blocks = NONE, text, files = [], unfurls = {}, edited, channel, ts } = message;
  return (
    <div class="message-content">
      {blocks.length > 0 ? <BlocksOf channel={channel} ts={ts} blocks={blocks} /> : text && <Mrkdwn text={text} />}
      {edited && <span class="message-edited">(edited)</span>}
      {files.length > 0 && (
        <ul class="files">
          {files.map((file) => (
            <li key={file.id}>
              <FileCard file={file} />
            </li>
          ))}
        </ul>
      )}
      {Object.entries(unfurls).map(([link, unfurl]) => (
        <aside class="unfurl" key={link} aria-label={link}>
          <BlocksOf channel={channel} ts={ts} blocks={unfurl.blocks} />
        </aside>
      ))}
    </div>
  );
}

function BlocksOf({ channel, ts, blocks }: { channel: string; ts: string; blocks: KnownBlock[] }) {
  const surface = useNewSurface(blocks, { channel, ts });
  return (
    <SurfaceContext.Provider value={surface}>
      <Blocks blocks={blocks} />
    </SurfaceContext.Provider>
  );
}

function FileCard({ file }: { file: PageFile }) {
  if (file.mimetype.startsWith("image/"))
    return (
      <a href={file.url} target="_blank" rel="noopener noreferrer">
        <img class="image-picture" src={file.url} alt={file.name} />
      </a>
    );
  return (
    <a class="file" href={file.url} download={file.name}>
      <span class="file-sign">
        <Icon name="file" />
      </span>
      <span class="file-words">
        <strong>{file.name}</strong>
        <small>
          {kindOf(file)} · {sizeOf(file.bytes)}
        </small>
      </span>
      <Icon name="download" />
    </a>
  );
}

const kindOf = ({ name }: PageFile): string => name.split(".").at(-1)?.toUpperCase() ?? "File";
