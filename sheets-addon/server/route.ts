import type { Request } from "express";
import { z } from "zod";
import type { Actor, Token } from "../../core/access/index.js";
import type { ApiParts } from "./parts.js";

type Method = "get" | "post" | "put" | "patch" | "delete";

/** What a request carries, after the schemas of its route have read it. */
interface Input<P, Q, B> {
  params: P;
  query: Q;
  body: B;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** Who asks; of a route that is open to all there is none. */
export interface Caller {
  actor: Actor;
  token: Token;
}

export interface Asked extends ApiParts {
  caller?: Caller;
  request: Request;
}

/** One method of one path: its schemas read the request and describe it in the OpenAPI document. */
export interface Route<P = unknown, Q = unknown, B = unknown> {
  method: Method;
  /** As Express writes it: `/creators/:handle`. */
  path: string;
  summary: string;
  /** Needs no token. */
  open?: true;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  /** A JSON body. */
  body?: z.ZodType<B>;
  /** Bytes of the largest body; else `USUAL_BODY`. */
  most?: number;
  /** A form with one file, in place of a JSON body. */
  file?: true;
  answer: z.ZodType;
  handle(input: Input<P, Q, B>, asked: Asked): Promise<Answer>;
}

/** A route whose handler has the types of its schemas. */
export const route = <P = unknown, Q = unknown, B = unknown>(given: Route<P, Q, B>): Route => ({
  ...given,
  handle: (input, asked) =>
    given.handle(
      {
        params: (given.params ?? NOTHING).parse(input.params) as P,
        query: (given.query ?? NOTHING).parse(input.query) as Q,
        body: (given.body ?? z.unknown()).parse(input.body) as B,
      },
      asked,
    ),
});

/** Where a route says nothing of parameters it takes none. */
const NOTHING = z.strictObject({});
