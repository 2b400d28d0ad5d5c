import { useApp } from "../app/app-context.js";
import { Notice } from "../parts/notice.js";
import { Select } from "../parts/select.js";
import { TextField } from "../parts/text-field.js";
import type { Draft } from "./draft.js";

const NEW = "new";

/** In which tab the list goes. */
export function Target({ draft, change }: { draft: Draft; change(part: Partial<Draft>): void }) {
  const { free, active } = useApp().opening;
  const chosen = free.find(({ sheetId }) => sheetId === draft.sheetId);
  const choices = [
    { value: NEW, label: "A new tab" },
    ...free.map(({ sheetId, title, empty }) => {
      const notes = [sheetId === active.sheetId && "in front", !empty && "not empty"].filter(Boolean);
      return { value: `${sheetId}`, label: notes.length > 0 ? `${title} (${notes.join(", ")})` : title };
    }),
  ];
  return (
    <>
      <Select
        label="Tab"
        value={chosen ? `${chosen.sheetId}` : NEW}
        choices={choices}
        onChange={(value) => change({ sheetId: value === NEW ? undefined : Number(value) })}
      />
      {!chosen && (
        <TextField
          label="Name of the new tab"
          value={draft.title}
          maxLength={100}
          onValue={(title) => change({ title })}
        />
      )}
      {chosen && !chosen.empty && (
        <Notice kind="warning">
          <p>
            <strong>{chosen.title}</strong> holds something already. It stays: the list’s columns are put behind it, and
            its rows below. Take a new tab to have them apart.
          </p>
        </Notice>
      )}
    </>
  );
}
