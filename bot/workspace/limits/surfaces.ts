/** Where blocks are shown. */
export type BlockSurface = "message" | "modal" | "home";

const EVERYWHERE: readonly BlockSurface[] = ["message", "modal", "home"];
const MESSAGES: readonly BlockSurface[] = ["message"];

/** Blocks in one surface. */
export const MOST_BLOCKS: Record<BlockSurface, number> = { message: 50, modal: 100, home: 100 };

/** Kinds of blocks and elements that do not stand everywhere, as Slack's reference pages list them. */
const PLACES: Partial<Record<string, readonly BlockSurface[]>> = {
  alert: ["modal"],
  card: ["message", "home"],
  carousel: ["message", "home"],
  container: ["message", "home"],
  context_actions: MESSAGES,
  // Listed for Home too, and reported not to be shown there.
  data_table: MESSAGES,
  markdown: MESSAGES,
  plan: MESSAGES,
  table: MESSAGES,
  task_card: MESSAGES,
  datetimepicker: ["message", "modal"],
  email_text_input: ["modal"],
  file_input: ["modal"],
  number_input: ["modal"],
  rich_text_input: ["modal", "home"],
  url_text_input: ["modal"],
  workflow_button: MESSAGES,
};

export const standsIn = (type: string, surface: BlockSurface): boolean =>
  (PLACES[type] ?? EVERYWHERE).includes(surface);
