import type { AlertBlock } from "@slack/types";
import { Icon, type IconName } from "../frame/icon.js";
import { Text } from "../text/passages.js";

const ICONS: Record<NonNullable<AlertBlock["level"]>, IconName> = {
  default: "info",
  info: "info",
  warning: "warning",
  error: "error",
  success: "success",
};

export function AlertView({ block: { text, level = "default" } }: { block: AlertBlock }) {
  return (
    <div class={`block-alert alert-${level}`} role={level === "error" || level === "warning" ? "alert" : "note"}>
      <Icon name={ICONS[level]} />
      <div class="alert-text">
        <Text text={text} />
      </div>
    </div>
  );
}
