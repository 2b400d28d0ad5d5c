import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { PageChannel } from "../../wire.js";
import { nameOfChannel, useApp } from "../app/app-context.js";
import { isUnread } from "../app/select-messages.js";
import type { Place } from "../app/workspace.js";
import { Avatar } from "./avatar.js";
import { PersonSwitcher } from "./person-switcher.js";
import { SidebarContext } from "./sidebar-button.js";

export function Sidebar() {
  const { workspace } = useApp();
  const { isOpen, setOpen } = useContext(SidebarContext);
  const { channels } = workspace.state;
  const rooms = channels.filter(({ kind }) => kind === "channel");
  return (
    <>
      <nav id="sidebar" class={isOpen ? "sidebar is-open" : "sidebar"} aria-label="Workspace">
        <div class="sidebar-head">
          <strong>Roster workspace</strong>
          <span>A Slack to try the bot in, on this machine</span>
        </div>
        <div class="sidebar-places">
          <h2>Channels</h2>
          <ul>
            {rooms.map((channel) => (
              <li key={channel.id}>
                <ChannelLink channel={channel} />
              </li>
            ))}
          </ul>
          <h2>Apps</h2>
          <ul>
            <li>
              <BotLink />
            </li>
            {channels
              .filter(({ kind }) => kind === "dm")
              .map((channel) => (
                <li key={channel.id}>
                  <ChannelLink channel={channel} />
                </li>
              ))}
          </ul>
        </div>
        <PersonSwitcher />
      </nav>
      {isOpen && (
        <button type="button" class="sidebar-shade" aria-label="Close the channels" onClick={() => setOpen(false)} />
      )}
    </>
  );
}

function ChannelLink({ channel }: { channel: PageChannel }) {
  const { workspace } = useApp();
  const { place } = workspace;
  const isHere = place.kind === "channel" && place.id === channel.id;
  const hasNews = !isHere && isUnread(workspace, channel.id);
  const name =
    channel.kind === "dm" ? `${nameOfChannel(workspace, channel)} messages` : nameOfChannel(workspace, channel);
  return (
    <PlaceLink place={{ kind: "channel", id: channel.id }} isHere={isHere} hasNews={hasNews}>
      <span class="place-sign" aria-hidden="true">
        {channel.kind === "channel" ? "#" : "@"}
      </span>
      <span class="place-name">{name}</span>
      {hasNews && <span class="unread" role="img" aria-label="unread" />}
    </PlaceLink>
  );
}

function BotLink() {
  const { workspace } = useApp();
  const bot = workspace.state.users.find(({ isBot }) => isBot);
  return (
    <PlaceLink place={{ kind: "home" }} isHere={workspace.place.kind === "home"} hasNews={false}>
      <Avatar user={bot} isSmall />
      <span class="place-name">{bot?.name ?? "Bot"} home</span>
    </PlaceLink>
  );
}

interface PlaceLinkProps {
  place: Place;
  isHere: boolean;
  hasNews: boolean;
  children: ComponentChildren;
}

function PlaceLink({ place, isHere, hasNews, children }: PlaceLinkProps) {
  const { change } = useApp();
  const { setOpen } = useContext(SidebarContext);
  const go = () => {
    change({ kind: "went", place });
    setOpen(false);
  };
  return (
    <button
      type="button"
      class={hasNews ? "place-link has-news" : "place-link"}
      aria-current={isHere ? "page" : undefined}
      onClick={go}
    >
      {children}
    </button>
  );
}
