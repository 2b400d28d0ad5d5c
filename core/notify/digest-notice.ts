/** What a digest of a segment says. */
export interface DigestNotice {
  segment: string;
  brand: { slug: string; name: string; zone: string };
  pace: "daily" | "weekly";
  from: Date;
  to: Date;
  /** How many are in it now. */
  members: number;
  entered: readonly { handle?: string }[];
  left: readonly { handle?: string }[];
}
