import { expect } from "vitest";
import { Unreadable } from "../../../core/normalize/index.js";

/** Expects a cell to be refused, and gives the reason that a person would read. */
export function reasonOf(read: unknown): string {
  expect(read).toBeInstanceOf(Unreadable);
  return read instanceof Unreadable ? read.reason : "";
}
