export { addressOf, normalizeAddress } from "./address.js";
export { normalizeBadge } from "./badge.js";
export { isBlank } from "./blank.js";
export { normalizeCount } from "./count.js";

export { countryDayOrder, type DayOrder, dayOrderOf, normalizeDay, normalizeTime } from "./day.js";
export { type Email, normalizeEmail } from "./email.js";
export { isShortLink, isTotal, normalizeHandle } from "./handle.js";
export { normalizeId, videoIdOf } from "./id.js";

export { normalizeMoney } from "./money.js";
export { nameOf, normalizeName } from "./name.js";
export { normalizePhone, type Phone } from "./phone.js";
export { quote } from "./quote.js";
export { normalizeRate } from "./rate.js";
export { normalizeSampleStatus } from "./sample-status.js";
export { normalizeText } from "./text.js";
export { type Read, Unreadable } from "./unreadable.js";
export { stateCodeOf, zipFitsState } from "./us-states.js";
