import type { SettingChange } from "../access/setting-change-model.js";
import type { ManyChange } from "../edits/batch.js";
import type { EditChange } from "../edits/edit.js";
import type { CreatorKey } from "../sightings/sighting.js";

/** One thing that a person did. */
export type AuditEntry = AuditSigned &
  (
    | {
        what: "edit" | "edit-undone";
        creator: CreatorKey;
        /** `@handle`, where `creator` is a user id. */
        creatorName?: string;
        change: EditChange;
        /** The same of the other creator, in a change that is about two. */
        otherName?: string;
        batch?: string;
        isUndone: boolean;
      }
    /** A change of many at once. */
    | {
        what: "batch" | "batch-undone";
        batch: string;
        change: ManyChange;
        query: string;
        creators: number;
        isUndone: boolean;
      }
    | {
        what: "import" | "import-undone";
        importId: string;
        file: string;
        source?: string;
        status: string;
        rows?: number;
      }
    /** People, brands, channels, segments: as it was and as it is, in words. */
    | { what: "setting"; kind: SettingChange["kind"]; subject: string; from?: string; to?: string; inNames?: InNames }
  );

/** The same as a setting's entry says, where it has ids that Roster knows names of. */
type InNames = Partial<Record<"subject" | "from" | "to", string>>;

interface AuditSigned {
  /** Kind and number: unique in the log. */
  id: string;
  at: Date;
  by: string;
  /** What that person is called, where Roster knows another name than the id. */
  byName?: string;
  via?: string;
  brandId: string;
}

/** Unique in the log: the kind of entry and the number of what it is about. */
export const idOf = (what: AuditEntry["what"], id: string) => `${what}:${id}`;
