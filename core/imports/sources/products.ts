import type { Source } from "./source.js";

/** TikTok's product analytics: what each product sold, and by which channel. */
export const products = {
  name: "products",
  label: "TikTok product analytics",
  rows: "products",
  columns: {
    productId: ["product id"],
    productName: ["product name"],
    category: ["product category", "category"],
    gmv: ["gmv", "total gmv", "product gmv"],
    items: ["items sold", "units sold"],
    orders: ["orders"],
    gmvVideo: ["video gmv", "gmv (video)", "gmv by video", "gmv from video", "gmv from videos", "video-attributed gmv"],
    gmvLive: ["live gmv", "gmv (live)", "gmv by live", "gmv from live", "live-attributed gmv"],
    gmvCard: [
      "product card gmv",
      "gmv (product card)",
      "gmv by product card",
      "gmv from product card",
      "product card-attributed gmv",
    ],
    gmvShopTab: ["shop tab gmv", "gmv (shop tab)", "gmv by shop tab", "gmv from shop tab", "shop tab-attributed gmv"],
  },
  needs: [["productId"], ["productName"]],
  excludes: [
    "order id",
    "video id",
    "video link",
    "video url",
    "video name",
    "video title",
    "creator name",
    "creator username",
    "creator handle",
    "creator",
    "creator id",
    "buyer username",
    "username",
    "handle",
  ],
} as const satisfies Source;
