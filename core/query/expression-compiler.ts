import { fold } from "../text/fold.js";
import type { Expression, NameValue, Query, Span, Term } from "./ast.js";
import { compileFacts, compileNumbers, compileOrdered, compileTimes } from "./compile-conditions.js";
import { compileBrands, compileProducts } from "./compile-names.js";
import type { CompileOptions } from "./compile-options.js";
import { compileTexts } from "./compile-text.js";
import type { Filter, ListName, SetField } from "./field.js";
import { FIELDS, findField } from "./fields.js";
import { ANYTHING, allOf, anyOf, noneOf, oneOf } from "./filters.js";
import { Mistake } from "./query-error.js";
import { suggest } from "./suggest.js";

/** Segments hold expressions too: together they stay below MongoDB's limit of 100. */
const MAX_DEPTH = 60;

/** Turns an expression into a filter, gathering on the way the queries about creators. Throws `Mistake`. */
export class ExpressionCompiler {
  readonly by: Query[] = [];
  readonly #list: ListName;
  readonly #options: CompileOptions;
  /** Segments that are being compiled, outermost first. */
  readonly #open: string[] = [];
  #depth = 0;

  constructor(list: ListName, options: CompileOptions) {
    this.#list = list;
    this.#options = options;
  }

  compile(expression: Expression): Filter {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new Mistake(expression, "Segments within segments go too deep");
    const filter = this.#compile(expression);
    this.#depth -= 1;
    return filter;
  }

  #compile(expression: Expression): Filter {
    switch (expression.kind) {
      case "and":
        return allOf(expression.of.map((part) => this.compile(part)));
      case "or":
        return anyOf(expression.of.map((part) => this.compile(part)));
      case "not":
        return noneOf(this.compile(expression.of));
      default:
        return this.#term(expression);
    }
  }

  #term(term: Term): Filter {
    if (term.kind === "words") return compileTexts(term.values, "word", this.#wordPlaces());
    if (term.kind === "by") return this.#by(term.where);
    const field = findField(this.#list, term.field);
    if (term.kind === "text" && field?.kind === "text") {
      if (field.contact) this.#checkContacts(term);
      return compileTexts(term.values, field.match, [field]);
    }
    if (term.kind === "set" && field?.kind === "set") return this.#set(term.values, field);
    if (term.kind === "ordered" && field?.kind === "set" && field.values) {
      return compileOrdered(field.path, term.values, field.values);
    }
    if (term.kind === "number" && field?.kind === "number") return compileNumbers(field.path, term.values);
    if (term.kind === "time" && field?.kind === "time") return compileTimes(field.path, term.values, this.#options);
    if (term.kind === "fact" && field?.kind === "fact") return compileFacts(field, term.values, this.#options);
    throw new Mistake(term, `${this.#list} cannot be asked for ${term.field}:`);
  }

  #wordPlaces() {
    return FIELDS[this.#list].words.filter(({ contact }) => !contact || this.#options.contacts !== false);
  }

  #checkContacts(term: Extract<Term, { kind: "text" }>): void {
    if (this.#options.contacts !== false) return;
    const reason = `You see contacts masked, so you cannot search by ${term.field}:`;
    throw new Mistake(term, reason, undefined, "forbidden");
  }

  #by(where: Expression): Filter {
    const ids = this.#options.creatorIds?.[this.by.length] ?? [];
    this.by.push({ list: "creators", text: "", where });
    return { creatorId: { $in: [...ids] } };
  }

  #set(values: readonly NameValue[], field: SetField): Filter {
    const { brandId, brandIds, productIds } = this.#options;
    switch (field.names) {
      case "brand": {
        // Creators over all brands hold the ids of theirs.
        const united = this.#list === "creators" && brandId === undefined;
        return compileBrands(united ? "brandIds" : field.path, values, brandIds);
      }
      case "product":
        return compileProducts(field, values, productIds);
      case "segment":
        return anyOf(values.map((value) => this.#segment(value)));
      default:
        return oneOf(
          field.path,
          values.map(({ text }) => text),
        );
    }
  }

  #segment(value: NameValue): Filter {
    const [name, query] = this.#findSegment(value);
    if (query.list !== this.#list) throw new Mistake(value, `Segment "${name}" is of ${query.list}`);
    if (this.#open.includes(name)) {
      const circle = [...this.#open.slice(this.#open.indexOf(name)), name].join(" → ");
      throw new Mistake(value, `Segments go in a circle: ${circle}`);
    }
    this.#open.push(name);
    const filter = query.where ? this.#within(name, value, query.where) : ANYTHING;
    this.#open.pop();
    return filter;
  }

  #findSegment(value: NameValue): [string, Query] {
    const known = this.#options.segments ?? new Map<string, Query>();
    const wanted = fold(value.text);
    const found = [...known].find(([name]) => fold(name) === wanted);
    if (found) return found;
    throw new Mistake(value, `There is no segment "${value.text}"`, suggest(value.text, known.keys()));
  }

  /** A mistake inside of a segment is shown where the segment is named. */
  #within(name: string, span: Span, where: Expression): Filter {
    try {
      return this.compile(where);
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      throw new Mistake(span, `In segment "${name}": ${error.message}`, undefined, error.code);
    }
  }
}
