/** A shop that works with creators. */
export interface Brand {
  /** Given once, never changed: what everything else refers to. */
  _id: string;
  /** What people type; may be changed. */
  slug: string;
  name: string;
  /** ISO 4217. */
  currency: string;
  /** ISO 3166, two letters: decides how phones and dates without a sign of their own are read. */
  country: string;
  /** IANA name of the zone in which times without a zone are read. */
  zone: string;
  /** Where commercial e-mail says it comes from. */
  postalAddress?: string;
  createdAt: Date;
}

/** The brand that exists from the start. */
export const DEFAULT_BRAND = "default";
