import type { CompleteAnswer, CompleteRequest, SheetList } from "../../core/contract/index.js";
import { ask } from "./api.js";

export const complete = (asked: CompleteRequest): CompleteAnswer => ask("/complete", { body: asked });

export function count({ list, brand, query }: { list: SheetList; brand: string; query: string }): {
  total: number;
  more?: true;
} {
  const asked = `brand=${encodeURIComponent(brand)}&query=${encodeURIComponent(query)}&limit=1`;
  const { total, more } = ask<{ total: number; more?: true }>(`/${list}?${asked}`);
  return { total, ...(more ? { more } : {}) };
}
