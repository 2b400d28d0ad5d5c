import type { ColumnField } from "../sources/index.js";

/** Words by which people head a column of a field; a narrow word stands before the wide one that it contains. */
export interface HeaderWords {
  field: ColumnField;
  words: RegExp;
}

export const HEADER_WORDS: readonly HeaderWords[] = [
  { field: "videoId", words: /\bvideo id\b/ },
  { field: "videoLink", words: /\bvideo (?:link|url)\b/ },
  { field: "videoTitle", words: /\bvideo (?:title|name)\b/ },
  { field: "tiktokUserId", words: /\b(?:user|creator|buyer|open) id\b/ },
  { field: "profile", words: /\bprofile\b/ },
  {
    field: "handle",
    words: /\b(?:handle|username|user name|tiktok|tik tok|tt|creator|influencer|account|affiliate)\b/,
  },
  { field: "email", words: /\b(?:e-?mail|mail)\b/ },
  { field: "phone", words: /\b(?:phone|mobile|cell|tel|telephone|whatsapp|sms)\b/ },
  { field: "firstName", words: /\b(?:first ?name|given name)\b/ },
  { field: "lastName", words: /\b(?:last ?name|surname|family name)\b/ },
  { field: "recipient", words: /^(?:full |real |contact |recipient )?(?:name|recipient)$/ },
  { field: "line1", words: /\b(?:address(?: line)? ?1|street)\b/ },
  { field: "line2", words: /\b(?:address(?: line)? ?2|apt|apartment|suite|unit)\b/ },
  { field: "fullAddress", words: /\b(?:address|shipping)\b/ },
  { field: "city", words: /\b(?:city|town)\b/ },
  { field: "state", words: /\b(?:state|province|region)\b/ },
  { field: "zip", words: /\b(?:zip ?code|zip|post ?code|postal(?: code)?)\b/ },
  { field: "country", words: /\bcountry\b/ },
  { field: "badge", words: /\b(?:badge|tier|level)\b/ },
  { field: "platform", words: /\bplatform\b/ },
  { field: "followers", words: /\b(?:followers?|following|fans|audience)\b/ },
  { field: "emv", words: /\b(?:emv|earned media value)\b/ },
  { field: "gmv", words: /\b(?:gmv|sales|revenue)\b/ },
  { field: "commission", words: /\bcommissions?\b/ },
  { field: "items", words: /\b(?:items|units)(?: sold)?\b/ },
  { field: "orders", words: /\borders\b/ },
  { field: "videoCount", words: /\bvideos?\b/ },
  { field: "liveCount", words: /\blives?\b/ },
  { field: "postCount", words: /\bposts\b/ },
  { field: "lastPostAt", words: /\blast (?:post|posted|video|active)\b/ },
  { field: "orderId", words: /\border (?:id|number|no\.?|#)/ },
  { field: "skuId", words: /\bsku id\b/ },
  { field: "sellerSku", words: /\bsku\b/ },
  { field: "productId", words: /\bproduct id\b/ },
  { field: "productName", words: /\bproduct(?: name)?$/ },
  { field: "quantity", words: /\b(?:quantity|qty)\b/ },
  { field: "orderedAt", words: /\b(?:ordered|order date|created|sampled|sample date)\b/ },
  { field: "postedAt", words: /\b(?:posted|post date)\b/ },
  { field: "impressions", words: /\b(?:impressions|views)\b/ },
  { field: "likes", words: /\blikes\b/ },
  { field: "comments", words: /\bcomments\b/ },
  { field: "shares", words: /\bshares\b/ },
  { field: "engagement", words: /\bengagement\b/ },
];
