/** A table that is known and not taken in. */
export interface RefusedTable {
  name: string;
  /** Each group needs one of its headers to be there; in lower case. */
  headers: readonly (readonly string[])[];
  /** What the person reads: why not, and what to drop instead. */
  reason: string;
}

const OTHER_PLATFORM = "Roster keeps TikTok Shop creators. If it lists them by TikTok handle, map its columns once.";

export const REFUSED_TABLES: readonly RefusedTable[] = [
  {
    name: "affiliate orders of TikTok Shop",
    headers: [
      ["order id"],
      [
        "content id",
        "content type",
        "est. commission base",
        "est. standard commission payment",
        "standard commission rate",
        "commission rate",
        "commission model",
        "actual commission payment",
      ],
    ],
    reason: "Commissions come by the TikTok API. For samples drop Seller Center's order export, with Buyer Username.",
  },
  {
    name: "orders of Shopify",
    headers: [["financial status"], ["fulfillment status", "lineitem name"]],
    reason: OTHER_PLATFORM,
  },
  {
    name: "customers of Shopify",
    headers: [
      ["accepts email marketing", "accepts marketing"],
      ["total spent", "total orders"],
    ],
    reason: OTHER_PLATFORM,
  },
  { name: "orders of Amazon", headers: [["amazon-order-id", "amazon order id"]], reason: OTHER_PLATFORM },
  {
    name: "posts of Instagram or Facebook",
    headers: [["permalink"], ["account username", "page name"]],
    reason: OTHER_PLATFORM,
  },
  {
    name: "videos of YouTube",
    headers: [["video publish time"], ["watch time (hours)", "subscribers"]],
    reason: OTHER_PLATFORM,
  },
];
