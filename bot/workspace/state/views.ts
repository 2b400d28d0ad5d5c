import { randomBytes } from "node:crypto";
import type { HomeView, ModalView } from "@slack/types";
import { Refusal } from "../refusal.js";
import type { PageView } from "../wire.js";
import type { Audience } from "./audience.js";
import { nameBlocks } from "./name-blocks.js";

/** Views on top of each other. */
const MOST = 3;

export type PageHome = HomeView & { id: string; hash: string };

/** A view that is open, and how it is addressed. */
export interface OpenView {
  userId: string;
  view: PageView;
  /** The view below it. */
  previousId?: string;
  rootId: string;
}

export interface Views {
  /** Opens a view where none is, or in place of those that are. */
  open(userId: string, view: ModalView): OpenView;
  push(userId: string, view: ModalView): OpenView;
  update(open: OpenView, view: ModalView, hash?: string): OpenView;
  /** Closes the view on top, or all of them. */
  close(userId: string, what: "top" | "all"): void;
  find(by: { id?: string; externalId?: string }): OpenView | undefined;
  of(userId: string): PageView[];
  publish(userId: string, home: HomeView, hash?: string): PageHome;
  homeOf(userId: string): PageHome | undefined;
  findHome(id: string): { userId: string; home: PageHome } | undefined;
}

const newId = () => `V${randomBytes(6).toString("hex").toUpperCase()}`;
const newHash = () => randomBytes(8).toString("hex");

export function createViews(audience: Audience): Views {
  const stacks = new Map<string, PageView[]>();
  const homes = new Map<string, PageHome>();
  const of = (userId: string) => stacks.get(userId) ?? [];
  const set = (userId: string, views: PageView[]) => {
    stacks.set(userId, views);
    audience.tell(userId, { kind: "views", views });
  };
  const openAt = (userId: string, at: number): OpenView | undefined => {
    const stack = of(userId);
    const [view, root] = [stack[at], stack[0]];
    return view && root && { userId, view, previousId: stack[at - 1]?.id, rootId: root.id };
  };
  const put = (userId: string, below: PageView[], view: ModalView): OpenView => {
    const opened = { ...view, blocks: nameBlocks(view.blocks), id: newId(), hash: newHash() };
    set(userId, [...below, opened]);
    return { userId, view: opened, previousId: below.at(-1)?.id, rootId: below[0]?.id ?? opened.id };
  };

  return {
    of,
    open: (userId, view) => put(userId, [], view),
    push(userId, view) {
      const below = of(userId);
      if (below.length === 0) throw new Refusal("not_found", { messages: ["no view is open to push on"] });
      if (below.length >= MOST) throw new Refusal("push_limit_reached");
      return put(userId, below, view);
    },
    update({ userId, view: before, ...rest }, view, hash) {
      if (hash !== undefined && hash !== before.hash) throw new Refusal("hash_conflict");
      const updated = { ...view, blocks: nameBlocks(view.blocks), id: before.id, hash: newHash() };
      set(
        userId,
        of(userId).map((one) => (one.id === before.id ? updated : one)),
      );
      return { userId, view: updated, ...rest };
    },
    close: (userId, what) => set(userId, what === "all" ? [] : of(userId).slice(0, -1)),
    find({ id, externalId }) {
      for (const [userId, stack] of stacks) {
        const at = stack.findIndex((view) => (id ? view.id === id : view.external_id === externalId));
        if (at >= 0) return openAt(userId, at);
      }
      return undefined;
    },
    publish(userId, home, hash) {
      const before = homes.get(userId);
      if (hash !== undefined && hash !== before?.hash) throw new Refusal("hash_conflict");
      const published = { ...home, blocks: nameBlocks(home.blocks), id: before?.id ?? newId(), hash: newHash() };
      homes.set(userId, published);
      audience.tell(userId, { kind: "home", home: published });
      return published;
    },
    homeOf: (userId) => homes.get(userId),
    findHome(id) {
      for (const [userId, home] of homes) if (home.id === id) return { userId, home };
      return undefined;
    },
  };
}
