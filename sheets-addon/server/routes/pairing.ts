import { z } from "zod";
import { ALL_BRANDS, can, pairSpreadsheet, type RequestLimit } from "../../../core/access/index.js";
import { allBrands } from "../../../core/brands/index.js";
import type { MeAnswer, PairAnswer } from "../../../core/contract/index.js";
import { disconnectSpreadsheet } from "../../../core/sheets/index.js";
import { requireWithin } from "../authenticate.js";
import { actorOf } from "../caller.js";
import { route } from "../route.js";
import { text } from "../schemas.js";

/** Tries of codes: by one address, and by all together, so that guessing from many places is no use either. */
const OF_ADDRESS: RequestLimit = { most: 10, seconds: 60 };
const OF_ALL: RequestLimit = { most: 100, seconds: 60 };

const person = z.object({ id: z.string(), name: z.string() });

export const pairRoute = route({
  method: "post",
  path: "/sheets/pair",
  summary: "Trades a pairing code for a token that is good for one spreadsheet.",
  open: true,
  body: z.strictObject({
    code: text(40).min(1),
    spreadsheetId: z.string().regex(/^[\w-]{1,200}$/, "is no spreadsheet's id"),
    title: text(300).optional(),
  }),
  answer: z.object({ token: z.string(), person }),
  async handle({ body }, { db, now, request }) {
    await requireWithin(`pair:${request.ip ?? "unknown"}`, OF_ADDRESS, { db, now });
    await requireWithin("pair", OF_ALL, { db, now });
    const { secret, person } = await pairSpreadsheet(db, body, now());
    const answer: PairAnswer = { token: secret, person: { id: person._id, name: person.name } };
    return { status: 201, body: answer };
  },
});

export const unpairRoute = route({
  method: "delete",
  path: "/sheets/pair",
  summary: "Disconnects the spreadsheet: the token is good no more.",
  answer: z.object({ disconnected: z.literal(true) }),
  async handle(_input, asked) {
    const actor = actorOf(asked);
    await disconnectSpreadsheet(asked.db, asked.caller?.token._id ?? "", { actor, now: asked.now() });
    return { body: { disconnected: true } };
  },
});

export const meRoute = route({
  method: "get",
  path: "/sheets/me",
  summary: "Who is connected, and what they may do.",
  answer: z.object({
    person,
    allBrands: z.boolean(),
    brands: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        currency: z.string(),
        zone: z.string(),
        mayEdit: z.boolean(),
        seesContacts: z.boolean(),
      }),
    ),
  }),
  async handle(_input, asked) {
    const actor = actorOf(asked);
    const brands = [...(await allBrands(asked.db)).values()].filter(({ _id }) => can(actor, "see", _id));
    const answer: MeAnswer = {
      person: { id: actor.id, name: actor.name },
      allBrands: can(actor, "see", ALL_BRANDS),
      brands: brands.map(({ _id, slug, name, currency, zone }) => {
        const may = { mayEdit: can(actor, "change", _id), seesContacts: can(actor, "see-contacts", _id) };
        return { slug, name, currency, zone, ...may };
      }),
    };
    return { body: answer };
  },
});
