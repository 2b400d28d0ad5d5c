/** Ways that words go to a creator. Those that Roster sends by itself come with its sending. */
const CHANNELS = ["tiktok-dm"] as const;
type Channel = (typeof CHANNELS)[number];

/** `out`: the brand wrote. `in`: the creator did. */
type Direction = "in" | "out";

/** One message between a brand and a creator. */
export interface Communication {
  channel: Channel;
  direction: Direction;
  text: string;
  /** When it was written. */
  at: Date;
  /** Who logged it. */
  by: string;
  /** The brand's short name. */
  brand: string;
}
