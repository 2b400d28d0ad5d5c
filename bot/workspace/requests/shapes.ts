import type { WorkspaceFile } from "../state/files.js";
import { extensionOf } from "../state/mimetypes.js";
import type { OpenView, PageHome } from "../state/views.js";
import { APP_ID, BOT, findChannel, nameOf, TEAM, userNameOf } from "../team.js";
import type { InputState, PageMessage } from "../wire.js";
import type { Workspace } from "../workspace.js";

// What Slack says of its things, in its own field names.

export const teamShape = () => ({ id: TEAM.id, domain: TEAM.domain });

export const userShape = (userId: string) => ({
  id: userId,
  username: userNameOf(userId),
  name: userNameOf(userId),
  team_id: TEAM.id,
});

export function channelShape(channel: string) {
  const found = findChannel(channel);
  return { id: channel, name: found?.kind === "dm" ? "directmessage" : (found?.name ?? "") };
}

export async function messageShape(workspace: Workspace, message: PageMessage) {
  const { user, text, ts, threadTs, blocks, files, edited } = message;
  const stored = await Promise.all((files ?? []).map(({ id }) => workspace.files.find(id)));
  const shown = stored.filter((file) => file !== undefined).map((file) => fileShape(workspace, file));
  return {
    type: "message",
    ...(shown.length > 0 ? { files: shown, upload: true } : {}),
    user,
    text,
    ts,
    team: TEAM.id,
    ...(user === BOT.id ? { bot_id: BOT.botId, app_id: APP_ID, bot_profile: botProfile() } : {}),
    ...(threadTs ? { thread_ts: threadTs } : {}),
    ...(blocks ? { blocks } : {}),
    ...(edited ? { edited: { user, ts } } : {}),
  };
}

const botProfile = () => ({ id: BOT.botId, app_id: APP_ID, name: BOT.name, team_id: TEAM.id, deleted: false });

export function fileShape({ url }: Workspace, file: WorkspaceFile) {
  const at = Math.floor(file.at.getTime() / 1_000);
  const address = `${url}/files/${file.id}/${encodeURIComponent(file.name)}`;
  const extension = extensionOf(file.name);
  return {
    id: file.id,
    created: at,
    timestamp: at,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: extension,
    pretty_type: extension.toUpperCase(),
    user: file.user,
    user_team: TEAM.id,
    username: "",
    editable: false,
    size: file.bytes,
    mode: "hosted",
    is_external: false,
    external_type: "",
    is_public: true,
    public_url_shared: false,
    display_as_bot: false,
    url_private: address,
    url_private_download: address,
    permalink: `${url}/page/files/${file.id}/${encodeURIComponent(file.name)}`,
    channels: file.channels.filter((id) => id.startsWith("C")),
    groups: [],
    ims: file.channels.filter((id) => id.startsWith("D")),
    has_rich_preview: false,
    file_access: "visible",
  };
}

export function viewShape({ view, previousId, rootId }: OpenView, values: InputState = {}) {
  return { ...commonOfView(view, values), previous_view_id: previousId ?? null, root_view_id: rootId };
}

export function homeShape(home: PageHome, values: InputState = {}) {
  return { ...commonOfView(home, values), previous_view_id: null, root_view_id: home.id };
}

function commonOfView(view: OpenView["view"] | PageHome, values: InputState) {
  return {
    private_metadata: "",
    callback_id: "",
    external_id: "",
    title: { type: "plain_text", text: nameOf(BOT.id), emoji: true },
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    ...view,
    team_id: TEAM.id,
    state: { values },
    app_id: APP_ID,
    app_installed_team_id: TEAM.id,
    bot_id: BOT.botId,
  };
}
