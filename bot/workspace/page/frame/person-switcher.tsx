import { findUser, useApp } from "../app/app-context.js";
import { Avatar } from "./avatar.js";
import { Icon } from "./icon.js";
import { MenuButton } from "./menu-button.js";

/** Who the page acts as: what each person may see and do differs. */
export function PersonSwitcher() {
  const { workspace, actAs } = useApp();
  const { me, users } = workspace.state;
  const items = users
    .filter(({ isBot }) => !isBot)
    .map((user) => ({
      key: user.id,
      label: (
        <span class="person">
          <Avatar user={user} isSmall /> {user.name}
        </span>
      ),
      note: user.isAdmin ? "workspace admin" : "member",
      isChosen: user.id === me,
      choose: () => actAs(user.id),
    }));
  return (
    <div class="switcher">
      <MenuButton class="switcher-button" menu="Act as" items={items}>
        <Avatar user={findUser(workspace, me)} isSmall />
        <span class="switcher-words">
          <small>Acting as</small>
          <strong>{findUser(workspace, me)?.name}</strong>
        </span>
        <Icon name="up" />
      </MenuButton>
    </div>
  );
}
