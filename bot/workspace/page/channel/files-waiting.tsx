import { Icon } from "../frame/icon.js";
import { sizeOf } from "../text/bytes.js";

/** Files that go with the message when it is sent. */
export function FilesWaiting({ files, drop }: { files: readonly File[]; drop(file: File): void }) {
  if (files.length === 0) return null;
  return (
    <ul class="files-waiting" aria-label="Files to send">
      {files.map((file, at) => (
        <li class="file" key={`${at}${file.name}`}>
          <span class="file-sign">
            <Icon name="file" />
          </span>
          <span class="file-words">
            <strong>{file.name}</strong>
            <small>{sizeOf(file.size)}</small>
          </span>
          <button
            type="button"
            class="button button-bare button-icon"
            aria-label={`Remove ${file.name}`}
            onClick={() => drop(file)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
