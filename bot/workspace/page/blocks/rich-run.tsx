import type { RichTextElement } from "@slack/types";
import type { ComponentChildren } from "preact";
import { ChannelMention, DateRun, Emoji, Link, UserMention } from "../text/lines.js";
import { safeUrl } from "../text/safe-url.js";

/** The runs of a rich text section. */
export function RichRuns({ runs }: { runs: readonly RichTextElement[] }) {
  return (
    <>
      {runs.map((run, at) => (
        <Styled key={String(at)} style={run.style}>
          <Run run={run} />
        </Styled>
      ))}
    </>
  );
}

function Run({ run }: { run: RichTextElement }) {
  switch (run.type) {
    case "text":
      return <>{run.text}</>;
    case "link":
      return <LinkRun url={run.url} text={run.text} />;
    case "user":
      return <UserMention id={run.user_id} />;
    case "channel":
      return <ChannelMention id={run.channel_id} />;
    case "broadcast":
      return <span class="mention mention-loud">@{run.range}</span>;
    case "usergroup":
      return <span class="mention">@{run.usergroup_id}</span>;
    case "team":
      return <span class="mention">@{run.team_id}</span>;
    case "emoji":
      return <Emoji name={run.name} sign={signOf(run.unicode)} />;
    case "date":
      return (
        <DateRun
          seconds={run.timestamp}
          format={run.format}
          url={run.url && safeUrl(run.url)}
          fallback={run.fallback}
        />
      );
    case "color":
      return (
        <>
          <span class="colour-swatch" style={{ backgroundColor: run.value }} aria-hidden="true" />
          {run.value}
        </>
      );
  }
}

function LinkRun({ url, text }: { url: string; text?: string }) {
  const safe = safeUrl(url);
  return safe ? <Link url={safe}>{text ?? url}</Link> : (text ?? url);
}

/** Each style wraps what is inside it. */
function Styled({ style = {}, children }: { style?: RichTextElement["style"]; children: ComponentChildren }) {
  let shown = <>{children}</>;
  if (style.code) shown = <code>{shown}</code>;
  if (style.strike) shown = <s>{shown}</s>;
  if (style.italic) shown = <em>{shown}</em>;
  if (style.bold) shown = <strong>{shown}</strong>;
  if (style.underline) shown = <u>{shown}</u>;
  return shown;
}

/** Slack names an emoji's code points in hex, joined by dashes. */
function signOf(unicode: string | undefined): string | undefined {
  const points = unicode?.split("-").map((point) => Number.parseInt(point, 16)) ?? [];
  return points.length > 0 && points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined;
}
