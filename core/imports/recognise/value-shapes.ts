import type { ColumnField } from "../sources/index.js";

/** A form that the values of a field have; `telling` when hardly anything else has it. */
export interface ValueShape {
  field: ColumnField;
  shape: RegExp;
  telling?: true;
}

const HANDLE = /^@?[a-z0-9_.]{2,24}$/i;
const MONEY = /^\(?-?(?:[a-z]{0,3}\s?[$€£]\s?)?\d[\d,]*(?:\.\d+)?[kmb]?\)?$/i;
const COUNT = /^\d[\d,]*(?:\.\d+)?[kmb]?$/i;
const DAY = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b/;

export const VALUE_SHAPES: readonly ValueShape[] = [
  { field: "email", shape: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, telling: true },
  { field: "phone", shape: /^\+?[\d\s().*-]{7,20}$/ },
  { field: "phone", shape: /^(?:\+|\(\d{3}\))[\d\s().*-]{7,20}$/, telling: true },
  { field: "videoLink", shape: /tiktok\.com\/.*\/video\/\d+/i, telling: true },
  { field: "handle", shape: /^(?:https?:\/\/)?(?:www\.)?tiktok\.com\/@[^/]+\/?$/i, telling: true },
  { field: "handle", shape: /^@[a-z0-9_.]{2,24}$/i, telling: true },
  { field: "handle", shape: HANDLE },
  { field: "fullAddress", shape: /^\d+ .+,.+\b\d{5}(?:-\d{4})?\b/, telling: true },
  { field: "zip", shape: /^\d{5}(?:-\d{4})?$/ },
  { field: "state", shape: /^[A-Z]{2}$/ },
  { field: "gmv", shape: MONEY },
  { field: "emv", shape: MONEY },
  { field: "followers", shape: COUNT },
  { field: "videoCount", shape: COUNT },
  { field: "postedAt", shape: DAY },
  { field: "orderedAt", shape: DAY },
];
