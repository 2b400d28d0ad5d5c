import type { Source } from "./source.js";

/** Refunnel's creator export: what a creator's posts about the brand reached and were worth. */
export const refunnel = {
  name: "refunnel",
  label: "Refunnel list",
  rows: "creators",
  columns: {
    handle: ["username", "user name"],
    profile: ["profile", "profile url", "profile link"],
    followers: ["followers", "follower count"],
    emv: ["emv", "earned media value"],
    gmv: ["gmv"],
    platform: ["platform"],
    lastPostAt: ["last_post", "last post date", "last posted"],
    postCount: ["total_posts", "posts"],
    likes: ["likes", "total likes"],
    comments: ["comments", "total comments"],
    shares: ["shares", "total shares"],
    engagement: ["engagement", "engagement rate"],
    impressions: ["impressions", "total impressions"],
  },
  needs: [["handle"], ["emv"]],
} as const satisfies Source;
