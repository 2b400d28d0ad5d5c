import { createHash } from "node:crypto";
import type { CreatorKey } from "../sightings/sighting.js";

/**
 * The id that a creator gets when it is first seen under a key: 96 bits of its SHA-256, as URL-safe text.
 *
 * Computed, not drawn, so that two imports that meet a new creator at once mean the same record. It stays when the
 * creator later takes other names; `attempt` above 0 is for the rare key whose id is still another creator's.
 */
export function creatorIdOf(key: CreatorKey, attempt = 0): string {
  const text = attempt === 0 ? key : `${key} ${attempt}`;
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}
