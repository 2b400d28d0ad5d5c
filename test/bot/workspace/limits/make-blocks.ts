// Blocks as small as Slack takes them; a test says what it changes.

export const plain = (text: string) => ({ type: "plain_text", text });
export const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
export const option = (value: string, text = value) => ({ text: plain(text), value });
export const options = (count: number) => Array.from({ length: count }, (_, at) => option(`o${at}`));
export const letters = (count: number) => "x".repeat(count);

type Fields = Record<string, unknown>;

export const section = (fields: Fields = {}) => ({ type: "section", text: mrkdwn("hello"), ...fields });
export const button = (fields: Fields = {}) => ({ type: "button", action_id: "go", text: plain("Go"), ...fields });
export const menu = (fields: Fields = {}) => ({
  type: "static_select",
  action_id: "m",
  options: options(2),
  ...fields,
});
export const actions = (...elements: Fields[]) => ({ type: "actions", elements });
export const context = (...elements: Fields[]) => ({ type: "context", elements });
export const image = (fields: Fields = {}) => ({
  type: "image",
  image_url: "https://example.com/a.png",
  alt_text: "a picture",
  ...fields,
});
export const input = (element: Fields, fields: Fields = {}) => ({
  type: "input",
  label: plain("Name"),
  element: { action_id: "name", ...element },
  ...fields,
});
export const textInput = (fields: Fields = {}) => input({ type: "plain_text_input", ...fields });
export const richText = (...texts: string[]) => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: texts.map((text) => ({ type: "text", text })) }],
});
export const card = (fields: Fields = {}) => ({ type: "card", title: mrkdwn("Mia"), ...fields });
export const container = (...child_blocks: Fields[]) => ({ type: "container", title: plain("Results"), child_blocks });
export const task = (task_id: string, fields: Fields = {}) => ({
  type: "task_card",
  task_id,
  title: "Reading",
  status: "in_progress",
  ...fields,
});
export const rows = (count: number, columns: number, text = "a") =>
  Array.from({ length: count }, () => Array.from({ length: columns }, () => ({ type: "raw_text", text })));
export const dataTable = (fields: Fields = {}) => ({
  type: "data_table",
  caption: "Creators",
  rows: rows(2, 2),
  ...fields,
});
export const table = (fields: Fields = {}) => ({ type: "table", rows: rows(2, 2), ...fields });

export const modal = (fields: Fields = {}) => ({
  type: "modal",
  title: plain("Edit"),
  submit: plain("Save"),
  blocks: [textInput()],
  ...fields,
});
export const home = (fields: Fields = {}) => ({ type: "home", blocks: [section()], ...fields });
