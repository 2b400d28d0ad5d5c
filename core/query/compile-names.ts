import type { NameValue } from "./ast.js";
import { compileWordsIn } from "./compile-text.js";
import type { Filter, SetField } from "./field.js";
import { anyOf, oneOf } from "./filters.js";
import { Mistake } from "./query-error.js";
import { suggest } from "./suggest.js";

/** @param path where the ids of brands are */
export function compileBrands(
  path: string,
  values: readonly NameValue[],
  brandIds: ReadonlyMap<string, string> = new Map(),
): Filter {
  const ids = values.map((value) => {
    const id = brandIds.get(value.text);
    if (id === undefined) {
      throw new Mistake(value, `There is no brand "${value.text}"`, suggest(value.text, brandIds.keys()));
    }
    return id;
  });
  return oneOf(path, ids);
}

/** @param idsOf ids of the products that an id or words of a name mean; left out, every value is an id */
export function compileProducts(
  { path, words }: SetField,
  values: readonly NameValue[],
  idsOf: (words: string) => readonly string[] = (id) => [id],
): Filter {
  const linked = oneOf(path, [...new Set(values.flatMap(({ text }) => idsOf(text)))]);
  return words === undefined ? linked : anyOf([linked, ...values.map(({ text }) => compileWordsIn(text, words))]);
}
