import { randomOf, streamOf, whole } from "./random.js";
import { PRODUCT_ADJECTIVES, PRODUCT_CATEGORIES, PRODUCT_KINDS, PRODUCT_NOUNS } from "./words.js";

export interface Product {
  id: string;
  name: string;
  category: string;
}

const PRODUCT = streamOf("product");

/** One of the shop's products. Numbers beyond its catalogue give products that no file describes. */
export function productOf(seed: number, number: number): Product {
  const random = randomOf(seed, PRODUCT, number);
  const adjective = PRODUCT_ADJECTIVES[number % PRODUCT_ADJECTIVES.length];
  const noun = PRODUCT_NOUNS[whole(random, PRODUCT_NOUNS.length)];
  return {
    id: `17294${10_000_000_000_000 + number * 3_456_789}`,
    name: `${adjective} ${noun} No. ${number + 1}`,
    category: PRODUCT_CATEGORIES[whole(random, PRODUCT_CATEGORIES.length)] ?? "",
  };
}

/** Each product comes in up to as many kinds as there are names of kinds. */
export function skuOf(product: number, kind: number): { id: string; sellerSku: string; variation: string } {
  const number = product * PRODUCT_KINDS.length + kind;
  return {
    id: `1729${100_000_000_000_000 + number * 7_654_321}`,
    sellerSku: `GL-${String(product + 1).padStart(4, "0")}-${kind + 1}`,
    variation: PRODUCT_KINDS[kind] ?? "Default",
  };
}

export const SKU_KINDS = PRODUCT_KINDS.length;

export function orderIdOf(order: number): string {
  return `5766${10_000_000_000_000 + order * 9_876_543}`;
}

export function videoIdOf(video: number): string {
  return `753${1_000_000_000_000_000 + video * 123_456_789}`;
}
