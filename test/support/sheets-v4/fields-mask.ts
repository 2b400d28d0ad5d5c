import { refuse } from "./refusal.js";

/** Names that may be asked for, each with what is inside; `true` where nothing is. */
export interface Shape {
  [name: string]: Shape | true;
}

/** The part of a resource that a `fields` mask names; a name that the resource cannot have is refused. */
export function applyMask(resource: object, mask: string, shape: Shape): unknown {
  const names = readMask(mask);
  checkNames(names, shape, "");
  return pick(resource, names);
}

interface Names {
  [name: string]: Names;
}

/** `a,b(c,d),e/f` or `e.f`. */
function readMask(mask: string): Names {
  let at = 0;
  const readList = (): Names => {
    const names: Names = {};
    for (;;) {
      const path: string[] = [];
      for (;;) {
        const [name = ""] = /^[A-Za-z*]+/.exec(mask.slice(at)) ?? [];
        if (name === "") refuse(`Error expanding 'fields' parameter. Cannot find matching fields for path '${mask}'.`);
        at += name.length;
        path.push(name);
        if (mask[at] !== "." && mask[at] !== "/") break;
        at += 1;
      }
      let inside: Names = {};
      if (mask[at] === "(") {
        at += 1;
        inside = readList();
        if (mask[at] !== ")") refuse(`Invalid field selection ${mask}`);
        at += 1;
      }
      place(names, path, inside);
      if (mask[at] !== ",") return names;
      at += 1;
    }
  };
  const names = readList();
  if (at !== mask.length) refuse(`Invalid field selection ${mask}`);
  return names;
}

function place(names: Names, path: string[], inside: Names): void {
  const [first = "", ...rest] = path;
  names[first] ??= {};
  if (rest.length > 0) place(names[first], rest, inside);
  else Object.assign(names[first], inside);
}

export function checkNames(names: Names, shape: Shape, at: string): void {
  for (const [name, inside] of Object.entries(names)) {
    if (name === "*") continue;
    const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (known === undefined) refuse(`Invalid field selection ${at}${name}`);
    if (known !== true) checkNames(inside, known as Shape, `${at}${name}.`);
    else if (Object.keys(inside).length > 0) refuse(`Invalid field selection ${at}${name}.…`);
  }
}

/** The `fields` of an update, as names. */
export const readFields = (fields: string): Names => readMask(fields);

function pick(value: unknown, names: Names): unknown {
  if (Object.keys(names).length === 0 || names["*"]) return value;
  if (Array.isArray(value)) return value.map((each) => pick(each, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inside]) => (names[name] ? [[name, pick(inside, names[name])]] : [])),
  );
}
