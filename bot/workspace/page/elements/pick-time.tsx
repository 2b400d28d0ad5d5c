import type { Datepicker, DateTimepicker, Timepicker } from "@slack/types";
import { type ElementProps, useElement } from "./use-element.js";

export function DatepickerElement(props: ElementProps<Datepicker>) {
  const { state, set, hasError } = useElement(props);
  return (
    <input
      class="input input-short"
      type="date"
      value={state.selected_date ?? ""}
      aria-label={props.labelledBy ? undefined : (props.element.placeholder?.text ?? "Day")}
      aria-labelledby={props.labelledBy}
      aria-invalid={hasError}
      onChange={({ currentTarget }) => void set({ selected_date: currentTarget.value || null })}
    />
  );
}

export function TimepickerElement(props: ElementProps<Timepicker>) {
  const { state, set, hasError } = useElement(props);
  return (
    <input
      class="input input-short"
      type="time"
      value={state.selected_time ?? ""}
      aria-label={props.labelledBy ? undefined : (props.element.placeholder?.text ?? "Time")}
      aria-labelledby={props.labelledBy}
      aria-invalid={hasError}
      onChange={({ currentTarget }) => void set({ selected_time: currentTarget.value || null })}
    />
  );
}

export function DateTimepickerElement(props: ElementProps<DateTimepicker>) {
  const { state, set, hasError } = useElement(props);
  const write = (value: string) =>
    set({ selected_date_time: value ? Math.floor(new Date(value).getTime() / 1000) : null });
  return (
    <input
      class="input input-short"
      type="datetime-local"
      value={localTime(state.selected_date_time)}
      aria-label={props.labelledBy ? undefined : "Day and time"}
      aria-labelledby={props.labelledBy}
      aria-invalid={hasError}
      onChange={({ currentTarget }) => void write(currentTarget.value)}
    />
  );
}

/** Seconds as the browser's input wants them: in the person's own time zone, without naming it. */
function localTime(seconds: number | null | undefined): string {
  if (seconds == null) return "";
  const time = new Date(seconds * 1000);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
