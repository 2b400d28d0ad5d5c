/** What of a text counts when two say the same: not its case, and not its spaces. No text is as good as an empty one. */
export const squash = (text: string | null | undefined): string => (text ?? "").toLowerCase().replace(/\s+/g, "");
