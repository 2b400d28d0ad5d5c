import type { Source } from "./source.js";

/** TikTok's creator data; "affiliate-attributed" was its word before 2026. */
export const creators = {
  name: "creators",
  label: "TikTok creator analytics",
  rows: "creators",
  columns: {
    handle: ["creator name", "creator username", "creator handle"],
    gmv: [
      "creator-attributed gmv",
      "affiliate-attributed gmv",
      "creator attributed gmv",
      "affiliate attributed gmv",
      "creator gmv",
      "affiliate gmv",
    ],
    orders: ["attributed orders", "creator-attributed orders", "affiliate-attributed orders", "affiliate orders"],
    items: [
      "creator-attributed items sold",
      "affiliate-attributed items sold",
      "creator attributed items sold",
      "affiliate items sold",
    ],
    videoCount: ["videos"],
    liveCount: ["live streams", "lives"],
    commission: ["est. commission", "est commission", "estimated commission"],
    samplesShipped: ["samples shipped"],
    refunds: ["refunds"],
  },
  needs: [["handle"], ["gmv"]],
  excludes: ["video id", "video link", "video url", "video name", "video title", "video post date", "order id"],
} as const satisfies Source;
