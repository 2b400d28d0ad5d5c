import type { EmailInput, NumberInput, PlainTextInput, URLInput } from "@slack/types";
import { type ElementProps, useElement } from "./use-element.js";

type TextElement = PlainTextInput | EmailInput | URLInput | NumberInput;

const MODES = {
  plain_text_input: "text",
  email_text_input: "email",
  url_text_input: "url",
  number_input: "decimal",
} as const;

/** One line or several. With `dispatch_action` the bot hears of Enter, or of each letter, as the element says. */
export function TextInputElement(props: ElementProps<TextElement>) {
  const { element, sends, labelledBy } = props;
  const { state, hold, set, send, hasError } = useElement(props);
  const isLong = element.type === "plain_text_input" && element.multiline === true;
  const when = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];

  const write = (text: string) => {
    const held = { value: text === "" ? null : text };
    if (sends && when.includes("on_character_entered")) void set(held);
    else hold(held);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || (isLong && !event.metaKey && !event.ctrlKey)) return;
    if (!sends || !when.includes("on_enter_pressed")) return;
    event.preventDefault();
    void send();
  };
  const shared = {
    class: "input",
    value: state.value ?? "",
    placeholder: element.placeholder?.text,
    autoFocus: element.focus_on_load,
    "aria-labelledby": labelledBy,
    "aria-invalid": hasError,
    onKeyDown: press,
  };
  if (isLong) return <textarea {...shared} rows={4} onInput={({ currentTarget }) => write(currentTarget.value)} />;
  return (
    <input
      {...shared}
      type="text"
      inputMode={MODES[element.type]}
      onInput={({ currentTarget }) => write(currentTarget.value)}
    />
  );
}
