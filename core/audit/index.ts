export type { AuditEntry } from "./audit-entry.js";
export { auditLog } from "./audit-log.js";
