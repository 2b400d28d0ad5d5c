import type { Source } from "./source.js";

/** The video list of the affiliate centre and the video data of analytics, before and since the renaming of 2026. */
export const videos = {
  name: "videos",
  label: "TikTok video analytics",
  rows: "videos",
  columns: {
    videoId: ["video id"],
    videoLink: ["video link", "video url"],
    videoTitle: ["video name", "video title"],
    postedAt: ["video post date", "post date", "video post time", "post time"],
    handle: ["creator username", "creator name", "creator handle", "creator"],
    gmv: [
      "gmv",
      "creator video-attributed gmv",
      "affiliate-attributed gmv",
      "affiliate video-attributed gmv",
      "video-attributed gmv",
      "video gmv",
    ],
    items: ["affiliate items sold", "video-attributed items sold", "creator video-attributed items sold", "items sold"],
    orders: ["affiliate orders", "video-attributed orders", "creator video-attributed orders", "orders"],
    impressions: [
      "shoppable video impressions",
      "video product impressions",
      "video views",
      "video impressions",
      "impressions",
      "views",
    ],
    likes: ["likes", "video likes", "shoppable video likes"],
    comments: ["comments", "video comments", "shoppable video comments"],
    shares: ["shares", "video shares", "shoppable video shares"],
    ctr: ["affiliate ctr", "ctr", "video ctr"],
    commission: ["est. commission", "est commission", "estimated commission"],
    productId: ["product id"],
    productName: ["product name"],
  },
  needs: [["videoLink", "videoId"]],
  excludes: ["order id"],
} as const satisfies Source;
