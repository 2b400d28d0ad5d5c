import type { PageFile } from "../wire.js";
import type { WorkspaceFile } from "./files.js";

/** A file as the page shows it. */
export const pageFile = ({ id, name, bytes, mimetype }: WorkspaceFile): PageFile => ({
  id,
  name,
  bytes,
  mimetype,
  url: `/workspace/page/files/${id}/${encodeURIComponent(name)}`,
});
