export { CrmError, type CrmErrorCode, type CrmErrorOptions } from "./crm-error.js";
export { explainError } from "./explain-error.js";
