export {
  type Actor,
  ALL_BRANDS,
  asViewer,
  can,
  canSomewhere,
  inTheNameOf,
  ownerActor,
  ROLES,
  type Role,
  requireRight,
  type Surface,
} from "./actor.js";
export { actorOf, knownActor, type Standing } from "./actor-of.js";
export { countRequest, type RequestLimit } from "./count-request.js";
export { maskContacts, maskEmail, maskPhone } from "./mask-contacts.js";
export { CODE_MINUTES, makePairingCode, pairSpreadsheet } from "./pairing.js";
export { addPerson, changePerson, listPeople, removePerson } from "./people.js";
export type { Person } from "./person.js";
export type { Token } from "./token.js";
export { holderOfToken, listTokens, revokeToken } from "./tokens.js";
