import type { ComponentChildren } from "preact";
import { findChannel, findUser, nameOfChannel, useApp } from "../app/app-context.js";
import { emojiOf, withEmoji } from "./emoji.js";
import { formatDate } from "./format-date.js";
import type { Inline } from "./inline.js";

/** Runs of text. Text reaches the page as text nodes only. */
export function Lines({ inside }: { inside: readonly Inline[] }) {
  return (
    <>
      {inside.map((inline, at) => (
        <Run key={`${at}${inline.kind}`} inline={inline} />
      ))}
    </>
  );
}

function Run({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case "text":
      return <>{inline.text}</>;
    case "bold":
      return (
        <strong>
          <Lines inside={inline.inside} />
        </strong>
      );
    case "italic":
      return (
        <em>
          <Lines inside={inline.inside} />
        </em>
      );
    case "strike":
      return (
        <s>
          <Lines inside={inline.inside} />
        </s>
      );
    case "code":
      return <code>{inline.text}</code>;
    case "link":
      return (
        <Link url={inline.url}>
          <Lines inside={inline.inside} />
        </Link>
      );
    case "user":
      return <UserMention id={inline.id} label={inline.label} />;
    case "channel":
      return <ChannelMention id={inline.id} label={inline.label} />;
    case "broadcast":
      return <span class="mention mention-loud">{inline.text}</span>;
    case "emoji":
      return <Emoji name={inline.name} />;
    case "date":
      return <DateRun {...inline} />;
    case "break":
      return <br />;
  }
}

/** A link that somebody else wrote: the page it opens learns nothing of this one. */
export function Link({ url, children }: { url: string; children: ComponentChildren }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

export function Emoji({ name, sign }: { name: string; sign?: string }) {
  const shown = sign ?? emojiOf(name);
  return shown.startsWith(":") ? (
    shown
  ) : (
    <span class="emoji" role="img" aria-label={name.replaceAll("_", " ")}>
      {shown}
    </span>
  );
}

export function UserMention({ id, label }: { id: string; label?: string }) {
  const { workspace } = useApp();
  const name = findUser(workspace, id)?.name ?? label ?? id;
  return <span class={id === workspace.state.me ? "mention mention-loud" : "mention"}>@{name}</span>;
}

export function ChannelMention({ id, label }: { id: string; label?: string }) {
  const { workspace, change } = useApp();
  const channel = findChannel(workspace, id);
  if (channel === undefined) return <span class="mention">#{label ?? id}</span>;
  const go = () => change({ kind: "went", place: { kind: "channel", id } });
  return (
    <button type="button" class="mention" onClick={go}>
      #{nameOfChannel(workspace, channel)}
    </button>
  );
}

export function DateRun({
  seconds,
  format,
  url,
  fallback,
}: {
  seconds: number;
  format: string;
  url?: string;
  fallback?: string;
}) {
  const time = new Date(seconds * 1000);
  const isTime = !Number.isNaN(time.getTime());
  const shown = isTime ? (
    <time dateTime={time.toISOString()} title={time.toLocaleString("en-US")}>
      {formatDate(seconds, format, new Date())}
    </time>
  ) : (
    fallback
  );
  return url ? <Link url={url}>{shown}</Link> : shown;
}

/** Plain text of Slack's: line breaks and emoji names, nothing else. */
export function PlainText({ text }: { text: string }) {
  return <span class="plain-text">{withEmoji(text)}</span>;
}
