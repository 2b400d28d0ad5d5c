/** A value of a row by its column's name, with dots into objects. */
export function valueAt(row: object, column: string): unknown {
  return column.includes(".") ? column.split(".").reduce<unknown>(inside, row) : inside(row, column);
}

function inside(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
