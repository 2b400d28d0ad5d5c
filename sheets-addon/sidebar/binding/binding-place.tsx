import { useState } from "preact/hooks";
import { ALL } from "../app/all-brands.js";
import { useApp } from "../app/app-context.js";
import { seesContacts, zoneOf } from "../app/brand-of.js";
import type { BoundTab } from "../app/place.js";
import { Filter } from "../filter/filter.js";
import { SortChoice } from "../filter/sort-choice.js";
import { BrandSelect } from "../parts/brand-select.js";
import { PlaceHead } from "../parts/place-head.js";
import { Problem } from "../parts/problem.js";
import { Radios } from "../parts/radios.js";
import { Waiting } from "../parts/waiting.js";
import { Columns } from "./columns.js";
import { defaultColumns } from "./default-columns.js";
import { type Draft, startDraft } from "./draft.js";
import { ListSelect } from "./list-select.js";
import { ScheduleChoice } from "./schedule-choice.js";
import { SyncButton } from "./sync-button.js";
import { Target } from "./target.js";
import { useFields } from "./use-fields.js";

/** What a tab shows: chosen for the first time, or changed. */
export function BindingPlace({ tab }: { tab?: BoundTab }) {
  const { opening, me, go } = useApp();
  const [draft, setDraft] = useState(() => startDraft(opening, tab));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const { list, brand, query, whenGone } = draft;
  const { fields, problem, again } = useFields(list, brand);
  const isBound = tab !== undefined && !tab.missing;
  const given = { columns: fields?.columns ?? [], seesContacts: seesContacts(me, brand), isAllBrands: brand === ALL };
  const columns = draft.columns[list] ?? defaultColumns(list, given);
  return (
    <>
      <PlaceHead title={isBound ? `Edit ${tab.title}` : "New list"} back={() => go({ kind: "lists" })} />
      <ListSelect list={list} onChange={(next) => change({ list: next })} />
      <BrandSelect
        brands={me.brands}
        hasAll={me.allBrands}
        value={brand}
        onChange={(next) => change({ brand: next })}
      />
      {problem && <Problem problem={problem} again={again} />}
      {!fields && !problem && <Waiting>Looking what can be asked…</Waiting>}
      {fields && (
        <>
          <Filter
            list={list}
            brand={brand}
            fields={fields.fields}
            query={query}
            write={(next) => change({ query: next })}
          />
          <SortChoice
            sorts={fields.sorts}
            fields={fields.fields}
            query={query}
            write={(next) => change({ query: next })}
          />
          <Columns
            all={fields.columns}
            chosen={columns}
            isBound={isBound}
            choose={(next) => change({ columns: { ...draft.columns, [list]: next } })}
          />
        </>
      )}
      {!isBound && <Target draft={draft} change={change} />}
      <Radios
        label="When a row no longer fits, and your own cells beside it hold something"
        value={whenGone}
        choices={GONE}
        onChange={(next) => change({ whenGone: next })}
      />
      <ScheduleChoice
        schedule={draft.schedule}
        zone={zoneOf(me, brand)}
        onChange={(schedule) => change({ schedule })}
      />
      <SyncButton
        draft={draft}
        columns={columns}
        isReady={fields !== undefined}
        replaces={tab?.missing && tab.sheetId}
      />
    </>
  );
}

const GONE = [
  { value: "grey" as const, label: "Keep it, in grey" },
  { value: "remove" as const, label: "Remove it" },
];
