import type { MultiSelect, Option, PlainTextOption, Select } from "@slack/types";
import { nameOfChannel } from "../app/app-context.js";
import type { Workspace } from "../app/workspace.js";
import type { OfferedOptions } from "../ask/requests.js";
import type { ElementState } from "./element-state.js";

export type Menu = Select | MultiSelect;

/** One thing to choose in a select, of whatever kind. */
export interface Choice {
  id: string;
  label: string;
  description?: string;
  group?: string;
  /** The option itself, where the bot wrote it. */
  option?: Option | PlainTextOption;
}

const choiceOf = (option: Option | PlainTextOption, group?: string): Choice => ({
  id: option.value ?? option.text.text,
  label: option.text.text,
  description: option.description?.text,
  group,
  option,
});

/** All that a select offers without asking the bot. */
export function choicesOf(menu: Menu, workspace: Workspace): Choice[] {
  const { users, channels } = workspace.state;
  const rooms = channels.map((channel) => ({
    id: channel.id,
    label: nameOfChannel(workspace, channel),
    kind: channel.kind,
  }));
  switch (menu.type) {
    case "static_select":
    case "multi_static_select":
      return offered(menu);
    case "users_select":
    case "multi_users_select":
      return users.map(({ id, name }) => ({ id, label: name }));
    case "channels_select":
    case "multi_channels_select":
      return rooms.filter(({ kind }) => kind === "channel").map(({ id, label }) => ({ id, label: `#${label}` }));
    case "conversations_select":
    case "multi_conversations_select":
      return rooms.map(({ id, label, kind }) => ({ id, label: kind === "channel" ? `#${label}` : label }));
    default:
      return [];
  }
}

export function offered({ options, option_groups }: OfferedOptions): Choice[] {
  const grouped = (option_groups ?? []).flatMap(({ label, options }) =>
    options.map((option) => choiceOf(option, label.text)),
  );
  return [...(options ?? []).map((option) => choiceOf(option)), ...grouped];
}

/** What is chosen, named as the select names it. */
export function chosenIn(state: ElementState, choices: readonly Choice[]): Choice[] {
  const option = state.selected_option ? [state.selected_option] : [];
  const options = [...option, ...(state.selected_options ?? [])].map((chosen) => choiceOf(chosen));
  const single = [state.selected_user, state.selected_channel, state.selected_conversation].filter((id) => id != null);
  const several = [state.selected_users, state.selected_channels, state.selected_conversations].flatMap(
    (ids) => ids ?? [],
  );
  return [
    ...options,
    ...[...single, ...several].map((id) => choices.find((choice) => choice.id === id) ?? { id, label: id }),
  ];
}

/** The other way: what a select holds when these are chosen. */
export function stateOf({ type }: Menu, chosen: readonly Choice[]): Omit<ElementState, "type"> {
  const ids = chosen.map(({ id }) => id);
  const options = chosen.flatMap(({ option }) => option ?? []);
  switch (type) {
    case "static_select":
    case "external_select":
      return { selected_option: options[0] ?? null };
    case "multi_static_select":
    case "multi_external_select":
      return { selected_options: options };
    case "users_select":
      return { selected_user: ids[0] ?? null };
    case "multi_users_select":
      return { selected_users: ids };
    case "channels_select":
      return { selected_channel: ids[0] ?? null };
    case "multi_channels_select":
      return { selected_channels: ids };
    case "conversations_select":
      return { selected_conversation: ids[0] ?? null };
    case "multi_conversations_select":
      return { selected_conversations: ids };
  }
}

/** What a person means who has typed this. */
export function matching(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = typed.trim().toLowerCase();
  return choices.filter(({ label, description }) => `${label} ${description ?? ""}`.toLowerCase().includes(wanted));
}
