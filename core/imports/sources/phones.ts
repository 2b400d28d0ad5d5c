import type { Source } from "./source.js";

/** A list of phone numbers by TikTok username, one creator on several lines, numbers full or masked. */
export const phones = {
  name: "phones",
  label: "phone list",
  rows: "creators",
  columns: {
    handle: ["username", "user name", "tiktok username", "buyer username"],
    recipient: ["recipient", "recipient name"],
    firstName: ["first name", "firstname"],
    lastName: ["last name", "lastname"],
    phone: ["phone #", "phone", "phone number", "phone no.", "phone no"],
  },
  needs: [["handle"], ["phone"]],
} as const satisfies Source;
