import type { ConfirmationDialog } from "@slack/types";
import { Dialog } from "../frame/dialog.js";
import { Text } from "../text/passages.js";

/** Asks before something is done. */
export function ConfirmDialog({ question, answer }: { question: ConfirmationDialog; answer(agreed: boolean): void }) {
  const { title, text, confirm, deny, style = "primary" } = question;
  const foot = (
    <>
      <button type="button" class="button button-plain" onClick={() => answer(false)}>
        {deny?.text ?? "Cancel"}
      </button>
      <button type="submit" class={`button button-${style}`}>
        {confirm?.text ?? "Yes"}
      </button>
    </>
  );
  return (
    <Dialog
      title={title?.text ?? "Are you sure?"}
      isSmall
      foot={foot}
      onClose={() => answer(false)}
      onSubmit={() => answer(true)}
    >
      <Text text={text} />
    </Dialog>
  );
}
