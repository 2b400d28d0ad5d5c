import { describe, expect, it } from "vitest";
import { checkHome, checkView } from "../../../../bot/workspace/limits/index.js";
import { dataTable, home, input, letters, modal, plain, section, textInput } from "./make-blocks.js";

describe("checkView", () => {
  it.each([
    ["a form", modal()],
    ["a view to read, without submit", modal({ submit: undefined, blocks: [section()] })],
    [
      "every kind of input",
      modal({
        blocks: [
          textInput({ multiline: true, min_length: 1, max_length: 3_000 }),
          input({ type: "email_text_input" }),
          input({ type: "url_text_input" }),
          input({ type: "number_input", is_decimal_allowed: true, min_value: "0", initial_value: "1.5" }),
          input({ type: "file_input", filetypes: ["csv"], max_files: 1 }),
          input({ type: "rich_text_input" }),
          input({ type: "datetimepicker", initial_date_time: 1_700_000_000 }),
          input({ type: "multi_users_select", max_selected_items: 3 }),
        ],
      }),
    ],
    ["private_metadata of 3,000 characters", modal({ private_metadata: letters(3_000) })],
  ])("takes %s", (_what, view) => {
    expect(checkView(view)).toEqual([]);
  });

  it.each([
    ["a title of 25 characters", modal({ title: plain(letters(25)) }), "/title/text"],
    ["a submit of 25 characters", modal({ submit: plain(letters(25)) }), "/submit/text"],
    ["a close of 25 characters", modal({ close: plain(letters(25)) }), "/close/text"],
    ["no title", modal({ title: undefined }), "/title"],
    ["inputs without submit", modal({ submit: undefined }), "/submit"],
    ["private_metadata of 3,001 characters", modal({ private_metadata: letters(3_001) }), "/private_metadata"],
    ["a callback_id of 256 characters", modal({ callback_id: letters(256) }), "/callback_id"],
    ["an unknown field", modal({ footer: "a" }), "no such property: footer"],
    ["101 blocks", modal({ blocks: Array.from({ length: 101 }, () => ({ type: "divider" })) }), "no more than 100"],
    ["a data table", modal({ blocks: [dataTable()] }), "data_table is not allowed in a modal"],
    [
      "two inputs with the focus",
      modal({ blocks: [textInput({ focus_on_load: true }), textInput({ focus_on_load: true })] }),
      "focus_on_load",
    ],
    [
      "a first value longer than allowed",
      modal({ blocks: [textInput({ max_length: 3, initial_value: "four" })] }),
      "/initial_value",
    ],
    ["a Home", home(), "/type"],
    ["nothing", undefined, ""],
  ])("refuses %s", (_what, view, where) => {
    expect(checkView(view).map(({ message }) => message)).toContainEqual(expect.stringContaining(where));
  });

  it("says what is wrong with the view and with its blocks at once", () => {
    expect(checkView(modal({ title: plain(letters(25)), blocks: [{ type: "nope" }] }))).toHaveLength(2);
  });
});

describe("checkHome", () => {
  it("takes blocks", () => {
    expect(checkHome(home())).toEqual([]);
  });

  it("refuses a title, which only modals have", () => {
    expect(checkHome(home({ title: plain("Home") }))).toMatchObject([{ error: "invalid_arguments" }]);
  });
});
