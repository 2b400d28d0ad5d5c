export { CrmError, type CrmErrorCode, type CrmErrorOptions } from "./crm-error.js";
