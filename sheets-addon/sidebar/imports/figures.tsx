import type { ImportDone } from "../../addon/calls.js";

/** What an import does, or did, in numbers. */
export function Figures({ rows, creators, rejected }: Pick<ImportDone, "rows" | "creators" | "rejected">) {
  const figures: [string, number][] = [
    ["Rows", rows],
    ["New creators", creators.new],
    ["Known creators", creators.known],
    ["Fields filled", creators.filled],
    ["Alternatives kept", creators.alternatives],
    ["Rejected rows", rejected],
  ];
  return (
    <dl class="figures">
      {figures.map(([name, count]) => (
        <div key={name} class={name === "Rejected rows" && count > 0 ? "figure figure-bad" : "figure"}>
          <dt>{name}</dt>
          <dd>{count.toLocaleString("en-US")}</dd>
        </div>
      ))}
    </dl>
  );
}
