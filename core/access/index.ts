export {
  type Actor,
  ALL_BRANDS,
  asViewer,
  can,
  canSomewhere,
  type Grant,
  inTheNameOf,
  type Looker,
  ownerActor,
  type Right,
  ROLES,
  ROSTER,
  type Role,
  requireRight,
  SURFACES,
  type Surface,
} from "./actor.js";
export { actorOf, knownActor, type Standing, type SurfaceUser } from "./actor-of.js";
export type { AuditEntry } from "./audit-entry.js";
export { type AuditPage, type AuditRequest, auditLog } from "./audit-log.js";
export { countRequest, type RequestLimit } from "./count-request.js";
export { maskContacts, maskEmail, maskPhone, type WithContacts } from "./mask-contacts.js";
export { CODE_MINUTES, makePairingCode, pairSpreadsheet } from "./pairing.js";
export { addPerson, changePerson, listPeople, type RoleGiven, removePerson } from "./people.js";
export type { Person } from "./person.js";
export type { Token } from "./token.js";
export { holderOfToken, listTokens, revokeToken, type TokenHolder } from "./tokens.js";
