import type { KnownBlock, ModalView, RichTextBlock } from "@slack/types";

const plain = (text: string) => ({ type: "plain_text" as const, text, emoji: true });
const mrkdwn = (text: string) => ({ type: "mrkdwn" as const, text });
const option = (text: string, value = text) => ({ text: plain(text), value });
const words = (text: string): RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
});
const picture = { type: "image" as const, image_url: "https://example.com/mia.png", alt_text: "Mia's picture" };

export const LONG_NAME = `${"Mia*_~`<!channel>&amp; ".repeat(22)}🎉`.slice(0, 500);

/** What a name of markup looks like once the bot has escaped it for mrkdwn. */
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Every kind of block, a few to a message. */
export const GALLERY: Record<string, KnownBlock[]> = {
  words: [
    { type: "header", text: plain(":sparkles: Mia Moreno") },
    {
      type: "section",
      text: mrkdwn(
        "*Bold*, _italic_, ~struck~, `code`, <https://example.com|a link>, <@U0ADA>, <#C0GENERAL>, <!here>, :tada: and :no_such_emoji:\n> quoted & *bold*\n```\nconst a = 1 < 2;\n```\nafter <!date^1790000000^{date_short} at {time}|a day>",
      ),
    },
    { type: "divider" },
    {
      type: "section",
      fields: [
        mrkdwn("*Followers*\n128,400"),
        mrkdwn("*GMV, 30 days*\n$4,120.50"),
        plain("Status: active"),
        plain("Tags: vip"),
      ],
    },
    { type: "context", elements: [{ ...picture }, mrkdwn("From *Euka*, 3 days ago"), plain("fresh")] },
    {
      type: "markdown",
      text: "## Markdown\n\nSome **bold**, *italic* and [a link](https://example.com).\n\n- one\n- two\n\n1. first\n2. second\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> quoted\n\n```\ncode\n```",
    },
  ],
  rich: [
    {
      type: "rich_text",
      elements: [
        {
          type: "rich_text_section",
          elements: [
            { type: "text", text: "Rich ", style: { bold: true } },
            { type: "text", text: "text ", style: { italic: true, strike: true } },
            { type: "text", text: "code", style: { code: true } },
            { type: "text", text: " " },
            { type: "link", url: "https://example.com", text: "link" },
            { type: "text", text: " " },
            { type: "user", user_id: "U0VIC" },
            { type: "text", text: " " },
            { type: "channel", channel_id: "C0CREATORS" },
            { type: "text", text: " " },
            { type: "emoji", name: "tada", unicode: "1f389" },
            { type: "text", text: " " },
            { type: "broadcast", range: "here" },
            { type: "text", text: " " },
            { type: "color", value: "#4a154b" },
            { type: "text", text: " " },
            { type: "date", timestamp: 1790000000, format: "{date_long}", fallback: "a day" },
          ],
        },
        {
          type: "rich_text_list",
          style: "bullet",
          elements: [
            { type: "rich_text_section", elements: [{ type: "text", text: "one" }] },
            { type: "rich_text_section", elements: [{ type: "text", text: "two" }] },
          ],
        },
        {
          type: "rich_text_list",
          style: "ordered",
          indent: 1,
          elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "deeper" }] }],
        },
        { type: "rich_text_quote", elements: [{ type: "text", text: "quoted" }] },
        { type: "rich_text_preformatted", elements: [{ type: "text", text: "line 1\nline 2" }] },
      ],
    },
  ],
  acting: [
    {
      type: "actions",
      block_id: "buttons",
      elements: [
        { type: "button", action_id: "slow", text: plain("Import"), style: "primary", value: "go" },
        {
          type: "button",
          action_id: "sure",
          text: plain("Undo"),
          style: "danger",
          value: "undo",
          confirm: {
            title: plain("Undo this import?"),
            text: mrkdwn("*42* creators go."),
            confirm: plain("Undo"),
            deny: plain("Keep"),
            style: "danger",
          },
        },
        { type: "button", action_id: "open-form", text: plain("Edit") },
        { type: "button", action_id: "away", text: plain("Profile"), url: "https://example.com/@mia" },
        { type: "overflow", action_id: "more", options: [option("Where from"), option("Share")] },
      ],
    },
    {
      type: "actions",
      block_id: "menus",
      elements: [
        {
          type: "static_select",
          action_id: "brand",
          placeholder: plain("Choose a brand"),
          options: [option("Glow"), option("Luma"), option("Zest")],
        },
        { type: "external_select", action_id: "who", placeholder: plain("A creator"), min_query_length: 1 },
        { type: "users_select", action_id: "person", initial_user: "U0VIC" },
        { type: "conversations_select", action_id: "place" },
        { type: "channels_select", action_id: "channel" },
        { type: "datepicker", action_id: "day", initial_date: "2026-07-01" },
        { type: "timepicker", action_id: "time", initial_time: "09:30" },
        { type: "datetimepicker", action_id: "moment", initial_date_time: 1790000000 },
      ],
    },
    {
      type: "section",
      text: mrkdwn("With a *menu* beside it"),
      accessory: {
        type: "multi_static_select",
        action_id: "tags",
        placeholder: plain("Tags"),
        options: [option("vip"), option("cold")],
        initial_options: [option("vip")],
      },
    },
    { type: "section", text: mrkdwn("With a picture from elsewhere"), accessory: picture },
    {
      type: "section",
      text: plain("With boxes"),
      accessory: {
        type: "checkboxes",
        action_id: "boxes",
        options: [option("New"), { ...option("Known"), description: plain("seen before") }],
      },
    },
    {
      type: "actions",
      elements: [
        {
          type: "radio_buttons",
          action_id: "radio",
          initial_option: option("All"),
          options: [option("All"), option("Some")],
        },
      ],
    },
    {
      type: "context_actions",
      elements: [
        {
          type: "feedback_buttons",
          action_id: "good",
          positive_button: { text: plain("Good"), value: "1" },
          negative_button: { text: plain("Bad"), value: "0" },
        },
      ],
    },
  ],
  cards: [
    {
      type: "card",
      icon: picture,
      title: mrkdwn("*@mia.makes*"),
      subtitle: mrkdwn("128,400 followers"),
      body: mrkdwn("GMV $4,120.50 in 30 days"),
      actions: [{ type: "button", action_id: "card-1", text: plain("Look up"), value: "mia" }],
    },
    {
      type: "carousel",
      elements: [1, 2, 3, 4].map((at) => ({
        type: "card" as const,
        title: mrkdwn(`Video ${at}`),
        subtitle: mrkdwn("July 2026"),
        body: mrkdwn(`${at},000 views`),
      })),
    },
    {
      type: "container",
      title: plain("Where from"),
      subtitle: mrkdwn("each value and its source"),
      is_collapsible: true,
      has_header_divider: true,
      child_blocks: [
        { type: "section", text: mrkdwn("*E-mail* mia@example.com, from Euka, line 12") },
        { type: "divider" },
        { type: "context", elements: [mrkdwn("1 alternative")] },
      ],
    },
    {
      type: "video",
      video_url: "https://example.com/v",
      title_url: "https://example.com/v",
      thumbnail_url: "https://example.com/v.png",
      alt_text: "A video",
      title: plain("Unboxing the serum"),
      author_name: "@mia.makes",
      provider_name: "TikTok",
      description: plain("12,000 views"),
    },
    { type: "image", image_url: "https://example.com/chart.png", alt_text: "GMV by week", title: plain("GMV by week") },
  ],
  work: [
    {
      type: "plan",
      title: "Importing euka.csv",
      tasks: [
        {
          type: "task_card",
          task_id: "1",
          title: "Read 25,284 rows",
          status: "complete",
          output: words("25,284 rows, 12 rejected"),
        },
        {
          type: "task_card",
          task_id: "2",
          title: "Merge creators",
          status: "in_progress",
          details: words("14,000 of 25,284"),
        },
        { type: "task_card", task_id: "3", title: "Count again", status: "pending" },
        {
          type: "task_card",
          task_id: "4",
          title: "Tell subscribers",
          status: "error",
          details: words("The channel is gone."),
          sources: [{ type: "url", url: "https://example.com", text: "example.com" }],
        },
      ],
    },
    { type: "task_card", task_id: "alone", title: "Writing the export", status: "in_progress" },
    {
      type: "table",
      column_settings: [{ is_wrapped: true }, { align: "right" }],
      rows: [
        [
          { type: "raw_text", text: "Field" },
          { type: "raw_text", text: "Count" },
        ],
        [
          { type: "raw_text", text: "E-mail" },
          { type: "raw_text", text: "1,204" },
        ],
        [words("Phone"), { type: "raw_text", text: "310" }],
      ],
    },
  ],
  rows: [
    {
      type: "data_table",
      caption: "100 creators",
      page_size: 5,
      row_header_column_index: 0,
      rows: [
        [
          { type: "raw_text", text: "Creator" },
          { type: "raw_text", text: "Followers" },
          { type: "raw_text", text: "Status" },
        ],
        ...Array.from({ length: 100 }, (_, at) => [
          { type: "raw_text" as const, text: `@creator${at}` },
          { type: "raw_number" as const, value: (at * 7919) % 1000, text: String((at * 7919) % 1000) },
          { type: "raw_text" as const, text: at % 2 ? "active" : "new" },
        ]),
      ],
    },
  ],
  empty: [
    {
      type: "data_table",
      caption: "Nobody",
      rows: [[{ type: "raw_text", text: "Creator" }], [{ type: "raw_text", text: "-" }]],
    },
    { type: "plan", title: "Nothing to do" },
  ],
  extreme: [
    { type: "header", text: plain(LONG_NAME.slice(0, 150)) },
    {
      type: "section",
      text: mrkdwn(escaped(LONG_NAME)),
      accessory: { type: "button", action_id: "long", text: plain("W".repeat(75)) },
    },
    { type: "section", text: plain(`👩‍👩‍👧‍👦 ${"W".repeat(200)}`) },
    { type: "card", title: mrkdwn(escaped(LONG_NAME).slice(0, 150)), body: mrkdwn("short") },
    {
      type: "table",
      rows: [
        [
          { type: "raw_text", text: LONG_NAME },
          { type: "raw_text", text: "b" },
        ],
        [
          { type: "raw_text", text: "c" },
          { type: "raw_text", text: LONG_NAME },
        ],
      ],
    },
    { type: "section", text: mrkdwn("A line of words that goes on. ".repeat(60)) },
  ],
};

/** A view with every element that can be filled in. */
export const FORM: ModalView = {
  type: "modal",
  callback_id: "form",
  title: plain("Edit @mia.makes"),
  submit: plain("Save"),
  close: plain("Cancel"),
  notify_on_close: true,
  blocks: [
    {
      type: "input",
      block_id: "name",
      label: plain("First name"),
      hint: plain("As on parcels."),
      element: { type: "plain_text_input", action_id: "name", initial_value: "Mia" },
    },
    {
      type: "input",
      block_id: "email",
      label: plain("E-mail"),
      optional: true,
      element: { type: "email_text_input", action_id: "email", placeholder: plain("mia@example.com") },
    },
    {
      type: "input",
      block_id: "note",
      label: plain("Note"),
      optional: true,
      element: { type: "plain_text_input", action_id: "note", multiline: true },
    },
    {
      type: "input",
      block_id: "count",
      label: plain("Samples"),
      optional: true,
      element: { type: "number_input", action_id: "count", is_decimal_allowed: false, min_value: "0" },
    },
    {
      type: "input",
      block_id: "link",
      label: plain("Profile"),
      optional: true,
      element: { type: "url_text_input", action_id: "link" },
    },
    {
      type: "input",
      block_id: "status",
      label: plain("Status"),
      element: {
        type: "static_select",
        action_id: "status",
        initial_option: option("active"),
        options: [option("active"), option("paused")],
      },
    },
    {
      type: "input",
      block_id: "tags",
      label: plain("Tags"),
      optional: true,
      element: {
        type: "multi_static_select",
        action_id: "tags",
        options: [option("vip"), option("cold"), option("beauty")],
      },
    },
    {
      type: "input",
      block_id: "picks",
      label: plain("Send by"),
      optional: true,
      element: { type: "checkboxes", action_id: "picks", options: [option("E-mail"), option("SMS")] },
    },
    {
      type: "input",
      block_id: "once",
      label: plain("Window"),
      element: {
        type: "radio_buttons",
        action_id: "once",
        initial_option: option("30 days"),
        options: [option("30 days"), option("lifetime")],
      },
    },
    {
      type: "input",
      block_id: "day",
      label: plain("As of"),
      optional: true,
      element: { type: "datepicker", action_id: "day" },
    },
    {
      type: "input",
      block_id: "rich",
      label: plain("Message"),
      optional: true,
      element: { type: "rich_text_input", action_id: "rich" },
    },
    {
      type: "input",
      block_id: "files",
      label: plain("Contract"),
      optional: true,
      element: { type: "file_input", action_id: "files", filetypes: ["csv"], max_files: 2 },
    },
    {
      type: "input",
      block_id: "people",
      label: plain("People"),
      optional: true,
      element: { type: "multi_users_select", action_id: "people" },
    },
    {
      type: "section",
      text: mrkdwn("One more on top?"),
      accessory: { type: "button", action_id: "push-form", text: plain("Open another") },
    },
  ],
};

/** A view on top of the form, with what only views may hold. */
export const ALERTS: ModalView = {
  type: "modal",
  callback_id: "alerts",
  title: plain("Take care"),
  close: plain("Back"),
  blocks: [
    { type: "alert", level: "info", text: mrkdwn("An *info* alert") },
    { type: "alert", level: "success", text: plain("It worked") },
    { type: "alert", level: "warning", text: plain("Take care") },
    { type: "alert", level: "error", text: plain("It failed") },
    { type: "alert", text: plain("Just so") },
  ],
};
