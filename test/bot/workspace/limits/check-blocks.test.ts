import { describe, expect, it } from "vitest";
import { checkBlocks } from "../../../../bot/workspace/limits/index.js";
import {
  actions,
  button,
  card,
  container,
  context,
  dataTable,
  image,
  letters,
  menu,
  mrkdwn,
  option,
  options,
  plain,
  richText,
  rows,
  section,
  table,
  task,
  textInput,
} from "./make-blocks.js";

const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const buttons = (count: number) => Array.from({ length: count }, (_, at) => button({ action_id: `b${at}` }));
const confirm = {
  title: plain("Sure?"),
  text: plain("It cannot be taken back."),
  confirm: plain("Yes"),
  deny: plain("No"),
};

describe("checkBlocks takes in a message", () => {
  const fine: [string, unknown][] = [
    ["a section with text", section()],
    ["a section of 10 fields without text", { type: "section", fields: many(10, mrkdwn("a")) }],
    ["a section with a menu beside it", section({ accessory: menu() })],
    ["a text of 3,000 characters", section({ text: mrkdwn(letters(3_000)) })],
    ["25 buttons", actions(...buttons(25))],
    ["a button that asks first", actions(button({ confirm, style: "danger", value: letters(2_000) }))],
    ["a button that opens a page", actions(button({ url: "https://example.com" }))],
    ["a menu of 100 options", actions(menu({ options: options(100) }))],
    [
      "a menu of groups",
      actions(menu({ options: undefined, option_groups: [{ label: plain("A"), options: options(3) }] })),
    ],
    ["a menu that starts with one of its options", actions(menu({ initial_option: option("o1") }))],
    ["an overflow of 5", actions({ type: "overflow", action_id: "o", options: options(5) })],
    ["checkboxes", actions({ type: "checkboxes", action_id: "c", options: options(10), initial_options: options(1) })],
    ["radio buttons", actions({ type: "radio_buttons", action_id: "r", options: options(2) })],
    [
      "a day and a time",
      actions({ type: "datepicker", initial_date: "2026-11-22" }, { type: "timepicker", initial_time: "09:30" }),
    ],
    ["an external menu", actions({ type: "external_select", action_id: "e", min_query_length: 2 })],
    [
      "people and channels to choose",
      actions(
        { type: "users_select" },
        { type: "channels_select" },
        { type: "conversations_select", filter: { include: ["im"] } },
      ),
    ],
    ["a context of texts and pictures", context(image(), mrkdwn("a"), plain("b"))],
    ["a header", { type: "header", text: plain(letters(150)) }],
    ["a divider", { type: "divider" }],
    ["a picture", image({ title: plain("A") })],
    ["an input", textInput({ max_length: 100 })],
    ["rich text", richText("a", "b")],
    [
      "a list in rich text",
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_list",
            style: "bullet",
            elements: [
              {
                type: "rich_text_section",
                elements: [{ type: "link", url: "https://example.com", text: "a", style: { bold: true } }],
              },
            ],
          },
        ],
      },
    ],
    ["a table of 100 rows and 20 columns", table({ rows: rows(100, 20) })],
    ["a table with settings", table({ column_settings: [{ align: "right" }, { is_wrapped: true }] })],
    [
      "a data table of 100 rows below its header",
      dataTable({ rows: rows(101, 9), page_size: 100, row_header_column_index: 8 }),
    ],
    [
      "a data table of numbers",
      dataTable({ rows: [...rows(1, 1), [{ type: "raw_number", value: 1.5, text: "1.5" }]] }),
    ],
    ["a card", card({ body: mrkdwn(letters(200)), actions: [button()] })],
    ["a carousel of 10", { type: "carousel", elements: many(10, card()) }],
    ["a container", container(section(), actions(button()))],
    ["a container that folds", { ...container(section()), is_collapsible: true, default_collapsed: true }],
    [
      "a task",
      task("1", { output: richText("done"), sources: [{ type: "url", url: "https://example.com", text: "a" }] }),
    ],
    ["a plan", { type: "plan", title: "Importing", tasks: [task("1"), task("2", { status: "complete" })] }],
    ["markdown", { type: "markdown", text: letters(12_000) }],
    [
      "a video",
      {
        type: "video",
        video_url: "https://example.com/v",
        thumbnail_url: "https://example.com/t.png",
        alt_text: "a",
        title: plain("A"),
      },
    ],
    [
      "a button with an icon",
      {
        type: "context_actions",
        elements: [{ type: "icon_button", icon: "trash", text: plain("Delete"), action_id: "d" }],
      },
    ],
    ["50 blocks", many(50, { type: "divider" })],
  ];

  it.each(fine)("%s", (_what, block) => {
    expect(checkBlocks([block].flat(), "message")).toEqual([]);
  });
});

describe("checkBlocks refuses in a message", () => {
  const wrong: [string, unknown, words: string, where: string][] = [
    ["51 blocks", many(51, { type: "divider" }), "no more than 50 items", "/blocks]"],
    ["an unknown block", { type: "sections" }, "unsupported type", "/blocks/0/type"],
    ["a block without a type", { text: mrkdwn("a") }, "unsupported type", "/blocks/0/type"],
    ["an unknown field", section({ colour: "red" }), "no such property: colour", "/blocks/0]"],
    ["an empty section", { type: "section" }, "text or fields", "/blocks/0]"],
    ["an empty text", section({ text: mrkdwn("") }), "more than 0 characters", "/blocks/0/text/text"],
    ["a text of 3,001 characters", section({ text: mrkdwn(letters(3_001)) }), "less than 3001", "/blocks/0/text/text"],
    [
      "a field of 2,001 characters",
      { type: "section", fields: [mrkdwn(letters(2_001))] },
      "less than 2001",
      "/fields/0/text",
    ],
    ["11 fields", { type: "section", fields: many(11, mrkdwn("a")) }, "no more than 10", "/blocks/0/fields"],
    ["26 buttons", actions(...buttons(26)), "no more than 25", "/blocks/0/elements"],
    ["no buttons", actions(), "at least 1", "/blocks/0/elements"],
    ["two buttons of one name", actions(button(), button()), "go already exists", "/elements/1/action_id"],
    [
      "a button text of 76 characters",
      actions(button({ text: plain(letters(76)) })),
      "less than 76",
      "/elements/0/text/text",
    ],
    ["formatted text on a button", actions(button({ text: mrkdwn("*a*") })), "plain_text", "/elements/0/text/type"],
    [
      "a button value of 2,001 characters",
      actions(button({ value: letters(2_001) })),
      "less than 2001",
      "/elements/0/value",
    ],
    [
      "a button name of 256 characters",
      actions(button({ action_id: letters(256) })),
      "less than 256",
      "/elements/0/action_id",
    ],
    ["a button in an unknown style", actions(button({ style: "green" })), "", "/elements/0/style"],
    ["a button that leads nowhere", actions(button({ url: "example" })), "valid URL", "/elements/0/url"],
    [
      "a button that leads to a script",
      actions(button({ url: "javascript:alert(1)" })),
      "valid URL",
      "/elements/0/url",
    ],
    [
      "a question of 301 characters",
      actions(button({ confirm: { ...confirm, text: plain(letters(301)) } })),
      "less than 301",
      "/confirm/text/text",
    ],
    ["a menu of 101 options", actions(menu({ options: options(101) })), "no more than 100", "/elements/0/options"],
    ["a menu of none", actions(menu({ options: [] })), "at least 1", "/elements/0/options"],
    ["a menu without options", actions(menu({ options: undefined })), "options or option_groups", "/elements/0]"],
    [
      "an option text of 76 characters",
      actions(menu({ options: [option("a", letters(76))] })),
      "less than 76",
      "/options/0/text/text",
    ],
    [
      "an option value of 151 characters",
      actions(menu({ options: [option(letters(151), "a")] })),
      "less than 151",
      "/options/0/value",
    ],
    [
      "a first option that is none of them",
      actions(menu({ initial_option: option("z") })),
      "one of the options",
      "/initial_option",
    ],
    [
      "a placeholder of 151 characters",
      actions(menu({ placeholder: plain(letters(151)) })),
      "less than 151",
      "/placeholder/text",
    ],
    ["an overflow of 6", actions({ type: "overflow", options: options(6) }), "no more than 5", "/elements/0/options"],
    ["11 checkboxes", actions({ type: "checkboxes", options: options(11) }), "no more than 10", "/elements/0/options"],
    [
      "a day in another order",
      actions({ type: "datepicker", initial_date: "22.11.2026" }),
      "YYYY-MM-DD",
      "/initial_date",
    ],
    ["an input among buttons", actions({ type: "plain_text_input" }), "unsupported type", "/elements/0/type"],
    [
      "a button in an input",
      { type: "input", label: plain("a"), element: button() },
      "unsupported type",
      "/element/type",
    ],
    [
      "an input without a label",
      { type: "input", element: { type: "plain_text_input" } },
      "must be provided",
      "/label",
    ],
    ["a context of 11", context(...many(11, mrkdwn("a"))), "no more than 10", "/blocks/0/elements"],
    ["a button in a context", context(button()), "unsupported type", "/elements/0/type"],
    ["a header of 151 characters", { type: "header", text: plain(letters(151)) }, "less than 151", "/text/text"],
    ["a formatted header", { type: "header", text: mrkdwn("a") }, "plain_text", "/text/type"],
    ["a picture without words for it", image({ alt_text: undefined }), "must be provided", "/alt_text"],
    ["a picture from nowhere", image({ image_url: undefined }), "image_url or slack_file", "/blocks/0]"],
    ["a picture out of a page", image({ image_url: "data:image/png;base64,AA" }), "valid URL", "/image_url"],
    ["an empty text in rich text", richText(""), "more than 0 characters", "/elements/0/elements/0/text"],
    ["101 rows in a table", table({ rows: rows(101, 1) }), "no more than 100", "/blocks/0/rows"],
    ["21 columns in a table", table({ rows: rows(1, 21) }), "no more than 20", "/rows/0"],
    ["two tables", [table(), table()], "only one table", "/blocks]"],
    ["102 rows in a data table", dataTable({ rows: rows(102, 1) }), "no more than 101", "/blocks/0/rows"],
    ["a data table of a header only", dataTable({ rows: rows(1, 2) }), "at least 2", "/blocks/0/rows"],
    ["21 columns in a data table", dataTable({ rows: rows(2, 21) }), "no more than 20", "/rows/0"],
    ["uneven rows", dataTable({ rows: [...rows(1, 2), ...rows(1, 3)] }), "same number of cells", "/rows"],
    [
      "rich text in the header of a data table",
      dataTable({ rows: [[richText("a")], ...rows(1, 1)] }),
      "not allowed in the header",
      "/rows/0",
    ],
    ["pages of 101 rows", dataTable({ page_size: 101 }), "", "/page_size"],
    [
      "a row header beyond the columns",
      dataTable({ row_header_column_index: 2 }),
      "index of a column",
      "/row_header_column_index",
    ],
    ["an empty cell", dataTable({ rows: rows(2, 1, "") }), "more than 0 characters", "/rows/0/0/text"],
    [
      "cells of more than 10,000 characters",
      dataTable({ rows: rows(101, 10, letters(10)) }),
      "characters in cells",
      "/blocks]",
    ],
    ["an empty card", { type: "card", subtitle: mrkdwn("a") }, "at least one of", "/blocks/0]"],
    ["a card body of 201 characters", card({ body: mrkdwn(letters(201)) }), "less than 201", "/body/text"],
    ["a carousel of 11", { type: "carousel", elements: many(11, card()) }, "no more than 10", "/elements"],
    ["a carousel of sections", { type: "carousel", elements: [section()] }, "", "/elements/0"],
    ["a container of 11", container(...many(11, section())), "no more than 10", "/child_blocks"],
    ["a container in a container", container(container(section())), "unsupported type", "/child_blocks/0/type"],
    ["a container without a title", { type: "container", child_blocks: [section()] }, "title", "/blocks/0]"],
    [
      "a container folded for ever",
      { ...container(section()), default_collapsed: true },
      "is_collapsible",
      "/default_collapsed",
    ],
    ["a task in an unknown state", task("1", { status: "running" }), "", "/status"],
    ["two tasks of one id", { type: "plan", title: "a", tasks: [task("1"), task("1")] }, "must be unique", "/tasks"],
    ["an alert", { type: "alert", text: plain("a") }, "alert is not allowed in a message", "/blocks/0]"],
    [
      "an e-mail input",
      { type: "input", label: plain("a"), element: { type: "email_text_input" } },
      "not allowed in a message",
      "/element]",
    ],
    [
      "two blocks of one id",
      [section({ block_id: "a" }), section({ block_id: "a" })],
      "a already exists",
      "/blocks/1]",
    ],
    ["a block id of 256 characters", section({ block_id: letters(256) }), "less than 256", "/block_id"],
    ["a file block", { type: "file", external_id: "a", source: "remote" }, "unsupported type", "/blocks/0/type"],
  ];

  it.each(wrong)("%s", (_what, block, words, where) => {
    const problems = checkBlocks([block].flat(), "message");
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(new RegExp(`${literal(words)}.*${literal(where)}`)),
    );
  });

  it("more than about 13,200 characters in all blocks together", () => {
    const blocks = many(5, section({ text: mrkdwn(letters(2_700)) }));
    expect(checkBlocks(blocks, "message")).toMatchObject([{ error: "msg_blocks_too_long" }]);
    expect(checkBlocks(blocks.slice(1), "message")).toEqual([]);
  });

  it("what is no list", () => {
    expect(checkBlocks("blocks", "message")).toMatchObject([{ error: "invalid_blocks_format" }]);
  });
});

describe("checkBlocks knows what stands where", () => {
  it.each([
    ["alert", { type: "alert", text: plain("a"), level: "warning" }, ["modal"]],
    ["data_table", dataTable(), ["message"]],
    ["table", table(), ["message"]],
    ["plan", { type: "plan", title: "a" }, ["message"]],
    ["card", card(), ["message", "home"]],
    ["container", container(section()), ["message", "home"]],
    ["markdown", { type: "markdown", text: "a" }, ["message"]],
    ["section", section(), ["message", "modal", "home"]],
  ])("%s", (_kind, block, places) => {
    const surfaces = ["message", "modal", "home"] as const;
    expect(surfaces.filter((surface) => checkBlocks([block], surface).length === 0)).toEqual(places);
  });

  it("takes 100 blocks in a Home", () => {
    expect(checkBlocks(many(100, { type: "divider" }), "home")).toEqual([]);
    expect(checkBlocks(many(101, { type: "divider" }), "home")).toHaveLength(1);
  });
});

const literal = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
