import { type Expression, join, type Sort, type Span, type Term } from "./ast.js";
import type { ListName } from "./field.js";
import { parseSort } from "./parse-sort.js";
import { isValued, namedField, parseValues, parseWords } from "./parse-term.js";
import { Mistake } from "./query-error.js";
import { Scanner } from "./scanner.js";

/** How deep parentheses and negations go: beyond this, nobody follows. Keeps MongoDB's own limit of 100 far away. */
const MAX_DEPTH = 20;

/** The most terms of one query: this many bare words take MongoDB a second, most of it to choose a plan. */
const MAX_TERMS = 100;

/** Recursive descent: `or` of `and` of negated or plain terms and parentheses. Throws `Mistake`. */
export class ExpressionParser {
  readonly #scanner: Scanner;
  #list: ListName;
  #depth = 0;
  #terms = 0;
  #sort: Sort | undefined;

  constructor(text: string, list: ListName) {
    this.#scanner = new Scanner(text);
    this.#list = list;
  }

  parse(): { where?: Expression; sort?: Sort } {
    this.#scanner.skipSpace();
    const nothing = this.#scanner.done || this.#scanner.peek() === ")";
    const where = nothing ? undefined : this.#or();
    if (!this.#scanner.done) throw new Mistake(this.#scanner.here(), "This parenthesis closes nothing");
    return { where, sort: this.#sort };
  }

  /** Nothing, when there is only `sort:` to be read. */
  #or(): Expression | undefined {
    const first = this.#and();
    if (this.#scanner.keyword("OR") === undefined) return first;
    const parts: [Expression, ...Expression[]] = [this.#operand(first)];
    do {
      this.#scanner.skipSpace();
      if (this.#atEnd()) throw new Mistake(this.#scanner.here(), "OR stands between two terms");
      parts.push(this.#operand(this.#and()));
    } while (this.#scanner.keyword("OR") !== undefined);
    return join("or", parts);
  }

  #operand(found: Expression | undefined): Expression {
    if (found) return found;
    throw new Mistake(this.#scanner.here(), "OR stands between two terms");
  }

  #and(): Expression | undefined {
    const found: Expression[] = [];
    do {
      const expression = this.#item();
      if (expression) found.push(expression);
      this.#scanner.skipSpace();
      if (this.#scanner.keyword("AND") === undefined) continue;
      this.#scanner.skipSpace();
      if (this.#atEnd()) throw new Mistake(this.#scanner.here(), "AND stands between two terms");
    } while (!this.#atEnd());
    const [first, ...rest] = found;
    return first && join("and", [first, ...rest]);
  }

  /** Whether a list of terms ends here. */
  #atEnd(): boolean {
    if (this.#scanner.done || this.#scanner.peek() === ")") return true;
    const { at } = this.#scanner;
    const or = this.#scanner.keyword("OR") !== undefined;
    this.#scanner.at = at;
    return or;
  }

  /** A term, a negation, parentheses; nothing for `sort:`, which is taken note of. */
  #item(negated = false): Expression | undefined {
    const scanner = this.#scanner;
    const start = scanner.at;
    const keyword = scanner.keyword();
    if (keyword === "NOT" || (keyword === undefined && scanner.takes("-"))) return this.#not(start, keyword === "NOT");
    if (keyword)
      throw new Mistake(scanner.since(start), `${keyword} stands between two terms; as a word it needs quotes`);
    if (scanner.takes("(")) return this.#group(start);

    const name = scanner.fieldName();
    this.#countTerm(scanner.since(start));
    if (name === undefined) return parseWords(scanner);
    const field = namedField(this.#list, name, scanner.since(start));
    if (field.kind === "by") return this.#by(start, field.name);
    if (isValued(field)) return parseValues(scanner, field, start);

    if (negated || this.#depth > 0) {
      throw new Mistake(scanner.since(start), "sort: is said once for the whole query, outside parentheses");
    }
    const sort = parseSort(scanner, this.#list, start);
    if (this.#sort) throw new Mistake(sort, "A list has one order; sort: is here twice");
    this.#sort = sort;
    return undefined;
  }

  #not(start: number, spaced: boolean): Expression {
    if (spaced) this.#scanner.skipSpace();
    this.#enter(start);
    if (/^\s/.test(this.#scanner.peek())) {
      throw new Mistake(this.#scanner.since(start), "A minus stands right before what it negates");
    }
    if (this.#atEnd()) throw new Mistake(this.#scanner.here(), "There is nothing after NOT");
    const of = this.#item(true);
    this.#depth -= 1;
    if (of) return { kind: "not", of, ...this.#scanner.since(start) };
    throw new Mistake(this.#scanner.since(start), "There is nothing to negate");
  }

  /** The scanner stands after the parenthesis. */
  #group(start: number): Expression {
    this.#enter(start);
    this.#scanner.skipSpace();
    if (this.#scanner.takes(")")) throw new Mistake(this.#scanner.since(start), "These parentheses hold nothing");
    if (this.#scanner.done) throw new Mistake({ start, end: start + 1 }, "This parenthesis is never closed");
    const inside = this.#or();
    if (!this.#scanner.takes(")")) throw new Mistake({ start, end: start + 1 }, "This parenthesis is never closed");
    this.#depth -= 1;
    if (inside) return inside;
    throw new Mistake(this.#scanner.since(start), "These parentheses hold nothing");
  }

  #by(start: number, field: string): Term {
    const open = this.#scanner.at;
    if (!this.#scanner.takes("(")) {
      throw new Mistake(this.#scanner.since(start), `${field}: takes a query in parentheses, such as by:(tag:vip)`);
    }
    const list = this.#list;
    this.#list = "creators";
    const where = this.#group(open);
    this.#list = list;
    return { kind: "by", field, where, ...this.#scanner.since(start) };
  }

  #enter(start: number): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new Mistake(this.#scanner.since(start), `A query is at most ${MAX_DEPTH} deep`);
  }

  #countTerm(span: Span): void {
    this.#terms += 1;
    if (this.#terms > MAX_TERMS) throw new Mistake(span, `A query has at most ${MAX_TERMS} terms`);
  }
}
