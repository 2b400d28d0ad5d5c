import {
  normalizeEmail,
  normalizeHandle,
  normalizeId,
  normalizePhone,
  Unreadable,
  videoIdOf,
} from "../normalize/index.js";
import { fold } from "../text/fold.js";

/** All that the words for a person may mean. */
export interface Who {
  handle?: string;
  userId?: string;
  videoId?: string;
  email?: string;
  /** E.164. */
  phone?: string;
  /** Folded, as names and handles are searched. */
  words: string;
}

/** A user id of TikTok has no fewer digits. */
const SHORTEST_ID = 6;

/** @param country whose phone numbers may come without their `+`, ISO 3166 */
export function readWho(text: string, country: string): Who {
  const handle = readable(normalizeHandle(text));
  const id = readable(normalizeId(text.replace(/^#/, "")));
  const phone = /\d{5}/.test(text.replace(/[\s().-]/g, "")) ? readable(normalizePhone(text, country)) : undefined;
  const email = /[^@\s]@/.test(text) ? readable(normalizeEmail(text)) : undefined;
  return {
    handle,
    userId: id !== undefined && id.length >= SHORTEST_ID ? id : undefined,
    videoId: readable(videoIdOf(text)),
    email: email?.value,
    phone: phone?.value,
    words: fold(handle ?? text),
  };
}

const readable = <T>(read: T | Unreadable | undefined): T | undefined =>
  read instanceof Unreadable ? undefined : read;
