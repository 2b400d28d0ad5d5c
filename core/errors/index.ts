export { CrmError, type CrmErrorCode } from "./crm-error.js";
export { explainError } from "./explain-error.js";
