import type { Comparison, Span } from "./ast.js";
import { Mistake } from "./query-error.js";

/** The longest value: no handle, name or title is longer. */
const MAX_VALUE = 200;

const SPACE = /\s*/y;
const OPERATOR = />=|<=|>|<|=/y;
const FIELD_NAME = /\p{L}[\p{L}\p{N}_-]*:(?!\/\/)/uy;
const KEYWORD = /(?:AND|OR|NOT)(?=[\s()]|$)/y;
const BARE = /[^\s(),"“”]+/y;
const QUOTE = /["“”]/;
/** What may follow a value. */
const ENDS = /^$|[\s(),]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/;

export type Keyword = "AND" | "OR" | "NOT";

/** One value as it stands there, before its field gives it a meaning; `text` has quotes and escapes taken away. */
export interface RawValue extends Span {
  operator?: Comparison | "=";
  text: string;
  quoted: boolean;
}

/** Walks over a query's text. Curly quotes, which phones put in, are quotes too. */
export class Scanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
    const control = CONTROL.exec(text);
    if (control) throw new Mistake(this.#letterAt(control.index), "There is a letter here that cannot be read");
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  peek(): string {
    return this.text[this.at] ?? "";
  }

  skipSpace(): void {
    this.#take(SPACE);
  }

  /** Takes the letter if it stands here. */
  takes(letter: string): boolean {
    if (this.peek() !== letter) return false;
    this.at += 1;
    return true;
  }

  /** Takes the keyword if it stands here, or any keyword, and says which. */
  keyword(wanted?: Keyword): Keyword | undefined {
    const start = this.at;
    const found = this.#take(KEYWORD) as Keyword | undefined;
    if (found !== undefined && wanted !== undefined && found !== wanted) this.at = start;
    return wanted === undefined || found === wanted ? found : undefined;
  }

  /** Takes `name:` and gives the name. */
  fieldName(): string | undefined {
    return this.#take(FIELD_NAME)?.slice(0, -1);
  }

  /** The keyword or the one letter here, or the place after the last one. */
  here(): Span {
    const start = this.at;
    const keyword = this.keyword() ?? "";
    this.at = start;
    return keyword === "" ? this.#letterAt(start) : { start, end: start + keyword.length };
  }

  since(start: number): Span {
    return { start, end: this.at };
  }

  /** @param operators whether `>`, `=` and the like have a meaning here */
  value(missing: string, operators: boolean): RawValue {
    const start = this.at;
    const operator = operators ? (this.#take(OPERATOR) as RawValue["operator"]) : undefined;
    const quoted = QUOTE.test(this.peek());
    const text = quoted ? this.#quoted() : this.#take(BARE);
    if (text === undefined) throw new Mistake(this.here(), missing);
    const value = { operator, text, quoted, ...this.since(start) };
    if (text.length > MAX_VALUE) throw new Mistake(value, `A value has at most ${MAX_VALUE} characters`);
    if (!ENDS.test(this.peek())) throw new Mistake(this.here(), "Quotes stand around a whole value");
    return value;
  }

  #quoted(): string {
    const open = this.here();
    const closing = this.peek() === '"' ? /"/ : QUOTE;
    this.at += 1;
    let text = "";
    while (!this.done && !closing.test(this.peek())) {
      if (this.peek() === "\\" && /["“”\\]/.test(this.text[this.at + 1] ?? "")) this.at += 1;
      text += this.peek();
      this.at += 1;
    }
    if (this.done) throw new Mistake(open, "This quote is never closed");
    this.at += 1;
    return text;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  #letterAt(start: number): Span {
    return { start, end: Math.min(start + 1, this.text.length) };
  }
}
