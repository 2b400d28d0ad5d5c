export {
  type Actor,
  ALL_BRANDS,
  asViewer,
  can,
  canSomewhere,
  inTheNameOf,
  ownerActor,
  ROLES,
  requireRight,
  type Surface,
} from "./actor.js";
export { actorOf, knownActor } from "./actor-of.js";
export { countRequest, type RequestLimit } from "./count-request.js";

export { CODE_MINUTES, makePairingCode, pairSpreadsheet } from "./pairing.js";
export { addPerson, changePerson, listPeople, removePerson } from "./people.js";
export type { Person } from "./person.js";
export type { Token } from "./token.js";
export { holderOfToken, listTokens, revokeToken } from "./tokens.js";
