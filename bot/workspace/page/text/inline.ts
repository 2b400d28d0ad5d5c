/** A run of text inside a line: what every small language of Slack's (mrkdwn, markdown, rich text) becomes. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "bold" | "italic" | "strike"; inside: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "link"; url: string; inside: Inline[] }
  | { kind: "user" | "channel"; id: string; label?: string }
  | { kind: "broadcast"; text: string }
  | { kind: "emoji"; name: string }
  | { kind: "date"; seconds: number; format: string; url?: string; fallback: string }
  | { kind: "break" };

/** A paragraph or another thing that stands on lines of its own. */
export type Passage =
  | { kind: "paragraph"; inside: Inline[] }
  | { kind: "heading"; level: number; inside: Inline[] }
  | { kind: "quote"; inside: Inline[] }
  | { kind: "pre"; text: string }
  | { kind: "list"; ordered: boolean; start: number; items: Inline[][] }
  | { kind: "table"; rows: Inline[][][] }
  | { kind: "rule" };

export const plain = (text: string): Inline => ({ kind: "text", text });
