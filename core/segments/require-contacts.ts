import type { Connection } from "mongoose";
import { can, type Looker } from "../access/actor.js";
import { CrmError } from "../errors/crm-error.js";
import { FIELDS, readQuery } from "../query/index.js";
import { fieldsAsked } from "./own-acts.js";
import type { Segment } from "./segment.js";
import { segmentQueries } from "./segment-queries.js";

/** What finds creators by their contacts; words without a field are looked for in e-mail addresses too. */
const BY_CONTACTS = [
  "words",
  ...FIELDS.creators.fields.flatMap((field) => (field.kind === "text" && field.contact ? [field.name] : [])),
];

/** Who is in a segment may tell a contact: `email:mia@example.com` finds one creator. */
async function asksForContacts(db: Connection, { query, list }: Segment): Promise<boolean> {
  const asked = fieldsAsked(readQuery(query, list), await segmentQueries(db));
  return BY_CONTACTS.some((field) => asked.has(field));
}

/** @throws CrmError `forbidden` for who sees contacts masked, where the segment is found by contacts */
export async function requireContacts(db: Connection, segment: Segment, actor: Looker): Promise<void> {
  if (can(actor, "see-contacts", segment.brandId) || !(await asksForContacts(db, segment))) return;
  throw new CrmError("forbidden", `${actor.id} may not know who is in ${segment._id}`, {
    say: `"${segment.name}" looks into e-mails or phones, as words without a field do. Who is in it is told only where everybody who reads it sees those; handle:… and name:… look into nothing that is masked.`,
  });
}
