/**
 * A new object without the names that have no value: what is unknown is absent, never null.
 *
 * Copied, not deleted from: an object that something was deleted from takes four times the memory, and an import holds
 * a hundred thousand of them.
 */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const said: Partial<T> = {};
  for (const name in fields) if (fields[name] !== undefined && fields[name] !== null) said[name] = fields[name];
  return said as { [K in keyof T]: Exclude<T[K], undefined> };
}
