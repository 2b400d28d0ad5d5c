import { figure, moment, shown, sortBy } from "./build-fields.js";
import { HAS, IS } from "./creator-facts.js";
import { CREATOR_SETS } from "./creator-sets.js";
import type { Field, ListFields } from "./field.js";

const texts: readonly Field[] = [
  {
    kind: "text",
    name: "handle",
    aliases: ["username"],
    path: "handles",
    match: "handle",
    suffixes: true,
    label: "Handle",
    help: "How the TikTok username starts, former ones too; * stands for anything, = asks for the whole.",
    examples: ["handle:mia", "handle:*glow*", "handle:=mia.glow"],
    format: "text",
    column: "handle",
    sort: { path: "handle", first: 1 },
  },
  {
    kind: "text",
    name: "name",
    path: "search.name",
    match: "contains",
    suffixes: true,
    label: "Name",
    help: "Part of the person's name, with or without accents.",
    examples: ["name:martinez", 'name:"mia cruz"'],
    format: "text",
  },
  {
    kind: "text",
    name: "email",
    aliases: ["mail"],
    path: "email",
    match: "contains",
    suffixes: true,
    contact: true,
    label: "E-mail",
    help: "Part of the e-mail address.",
    examples: ["email:gmail", "email:=mia@example.com"],
    format: "text",
    column: "email",
  },
  {
    kind: "text",
    name: "phone",
    path: "phone",
    match: "phone",
    contact: true,
    label: "Phone",
    help: "Digits of the phone number; with + they are its start.",
    examples: ["phone:832555", "phone:+1832", "phone:*59"],
    format: "text",
    column: "phone",
  },
  {
    kind: "text",
    name: "city",
    path: "search.city",
    match: "prefix",
    label: "City",
    help: "How the city's name starts.",
    examples: ["city:austin", 'city:"new york"'],
    format: "text",
    column: "address.city",
  },
  {
    kind: "text",
    name: "notes",
    aliases: ["note"],
    path: "search.notes",
    match: "contains",
    label: "Notes",
    help: "Words in the notes that people wrote.",
    examples: ['notes:"free shipping"'],
    format: "list",
    column: "notes",
  },
];

const figures: readonly Field[] = [
  figure("followers", "followers", "count", "Followers", "Followers on TikTok."),
  figure("gmv", "gmvCents", "money", "GMV", "Sales over the longest time that is known, in whole currency units."),
  figure("gmv30", "gmv30Cents", "money", "GMV 30 days", "Sales of the last 30 days that a source reported."),
  figure("videogmv", "videoGmvCents", "money", "Video GMV", "Sales by the creator's videos."),
  figure("emv", "emvCents", "money", "EMV", "Earned media value."),
  figure("videos", "videos", "count", "Videos", "How many videos; 0 finds those without."),
  figure("samples", "samples", "count", "Samples", "How many samples; 0 finds those without."),
  figure("items", "itemsSold", "count", "Items sold", "How many items were sold."),
];

const times: readonly Field[] = [
  moment("sampled", "lastSampledAt", "Last sample", "When the last sample was ordered."),
  moment("posted", "lastPostedAt", "Last video", "When the last video was posted."),
  moment("contacted", "lastContactedAt", "Last contact", "When the creator was last written to."),
  moment("joined", "joinedAt", "Joined", "Earliest sign that the creator works with the brand."),
  moment("updated", "updatedAt", "Updated", "When anything about the creator last changed."),
];

const facts: readonly Field[] = [
  {
    kind: "fact",
    name: "has",
    facts: HAS,
    label: "Has",
    help: "What is known of the creator.",
    examples: ["has:email", "-has:phone", "has:email,phone"],
    format: "yes-no",
  },
  {
    kind: "fact",
    name: "is",
    facts: IS,
    label: "Is",
    help: "What the creator is.",
    examples: ["is:active", "is:ghosting", "-is:opted-out"],
    format: "yes-no",
  },
];

const columns: readonly Field[] = [
  shown("id", "Id", "Roster's own id of the creator."),
  shown("formerHandles", "Former handles", "Usernames that the creator had before.", "list"),
  shown("tiktokUserId", "TikTok user id", "TikTok's own id, which never changes."),
  shown("profileUrl", "Profile", "Link to the TikTok profile."),
  shown("phoneVerified", "Phone verified", "The number is full and valid.", "yes-no"),
  shown("firstName", "First name", "First name."),
  shown("lastName", "Last name", "Last name."),
  shown("address.line1", "Address, line 1", "Street and number."),
  shown("address.line2", "Address, line 2", "Apartment, suite."),
  shown("address.zip", "ZIP", "ZIP or postal code."),
  shown("whitelisted", "Whitelisted", "On the brand's whitelist.", "yes-no"),
  shown("optedOut.email", "No e-mails", "Must not get e-mails.", "yes-no"),
  shown("optedOut.sms", "No texts", "Must not get text messages.", "yes-no"),
];

export const CREATOR_FIELDS: ListFields = {
  fields: [...texts, ...CREATOR_SETS, ...figures, ...times, ...facts, sortBy("gmv"), ...columns],
  words: [
    { path: "handles", suffixes: true },
    { path: "search.name", suffixes: true },
    { path: "email", suffixes: true, contact: true },
  ],
  order: "gmv",
};
