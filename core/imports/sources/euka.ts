import type { Source } from "./source.js";

/** Euka's contacts; the full export adds what was sampled and figures, often under the brand's name. */
export const euka = {
  name: "euka",
  label: "Euka contacts",
  rows: "creators",
  columns: {
    handle: ["handle", "creator handle", "tiktok handle"],
    email: ["email", "email address", "e-mail"],
    phone: ["phone", "phone number"],
    fullAddress: ["address", "full address", "shipping address", "mailing address"],
    productsSampled: ["products_sampled"],
    gmv: ["gmv", "total gmv", "gmv all time"],
    videoCount: ["video_count", "videos posted", "videos posted all time"],
    liveCount: ["live_count", "lives", "lives all time"],
  },
  needs: [["handle"], ["email", "phone", "fullAddress"]],
  brandColumns: {
    gmv: ["gmv all time"],
    videoCount: ["videos posted all time"],
    liveCount: ["lives all time"],
  },
} as const satisfies Source;
