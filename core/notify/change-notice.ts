/** Where somebody is answered who asked for work that takes a while. */
export interface AnswerTo {
  /** Leads to what they pressed, for as long as their surface lets it be answered. */
  reply: string;
  /** Whether the answer takes the place of what they pressed, or stands below it. */
  replace: boolean;
  /** Where they are told afterwards. */
  place: string;
}

/** How it goes: a change of many, or an export. */
export type ChangeNotice =
  | { is: "running"; done: number; of: number }
  | {
      is: "tagged";
      tags: { add: string[]; remove: string[] };
      /** What it is undone by; absent where nobody was changed. */
      batch?: string;
      selected: number;
      changed: number;
    }
  | { is: "undone"; creators: number }
  | { is: "exported"; rows: number; masked: boolean }
  | { is: "stopped"; say: string };
