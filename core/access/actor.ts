import { CrmError } from "../errors/crm-error.js";
import type { Surface } from "../errors/surface.js";

export type { Surface } from "../errors/surface.js";

export const ROLES = ["viewer", "editor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/**
 * What somebody may do with the data of a brand. `see`: look, with contacts masked. `see-contacts`: e-mails, phones and
 * addresses in full. `change`: creators, imports, messages. `manage`: people and brands, and forgetting a creator.
 */
export type Right = "see" | "see-contacts" | "change" | "manage";

const RIGHTS_OF: Readonly<Record<Role, readonly Right[]>> = {
  viewer: ["see"],
  editor: ["see", "see-contacts", "change"],
  admin: ["see", "see-contacts", "change", "manage"],
};

/** A grant for every brand, those to come included. */
export const ALL_BRANDS = "all";

/** A role for one brand, or for all. */
export interface Grant {
  /** Id of a brand, or `all`. */
  brandId: string;
  role: Role;
}

/** Who asks for something, through what, and what they may do: every verb that changes or shows something takes one. */
export interface Actor {
  /** What changes are signed with. */
  id: string;
  name: string;
  via: Surface;
  rights: readonly Grant[];
}

/** Whether somebody has a right for a brand; without a brand, for all of them. */
export function can({ rights }: Pick<Actor, "rights">, right: Right, brandId: string = ALL_BRANDS): boolean {
  return rights.some(
    (grant) => (grant.brandId === ALL_BRANDS || grant.brandId === brandId) && RIGHTS_OF[grant.role].includes(right),
  );
}

/** Who looks at something, of whom only that much is needed. */
export type Looker = Pick<Actor, "id" | "rights">;

/** Whether somebody has a right for one brand at least. */
export const canSomewhere = ({ rights }: Pick<Actor, "rights">, right: Right): boolean =>
  rights.some(({ role }) => RIGHTS_OF[role].includes(right));

/** Somebody as one who only looks, contacts masked: for what others read along. */
export const asViewer = <A extends Pick<Actor, "rights">>(actor: A): A => ({
  ...actor,
  rights: actor.rights.map(({ brandId }) => ({ brandId, role: "viewer" as const })),
});

const IN_WORDS: Readonly<Record<Right, string>> = {
  see: "look at creators",
  "see-contacts": "see e-mails, phones and addresses",
  change: "change anything about creators",
  manage: "manage people and brands, or forget creators",
};

/** @throws CrmError `forbidden` that says which right is missing and who can give it */
export function requireRight(actor: Looker, right: Right, brandId: string = ALL_BRANDS): void {
  if (can(actor, right, brandId)) return;
  const where = brandId === ALL_BRANDS ? "for all brands" : `for the brand ${brandId}`;
  throw new CrmError("forbidden", `${actor.id} may not ${right} ${where}`, {
    say: `You may not ${IN_WORDS[right]} ${where}.`,
    next: {
      terminal: `An admin can let you: roster people change ${actor.id} --role ${roleFor(right)}`,
      slack: `An admin can make you ${A_ROLE[roleFor(right)]}: in Roster's Home, or with /creator people`,
      sheets: `An admin of Roster can make you ${A_ROLE[roleFor(right)]}.`,
      api: `An admin of Roster can make you ${A_ROLE[roleFor(right)]}.`,
    },
  });
}

/** @throws CrmError `forbidden` for who has a right for no brand at all */
export function requireSomewhere(actor: Looker, right: Right): void {
  if (!canSomewhere(actor, right)) requireRight(actor, right);
}

const A_ROLE: Readonly<Record<Role, string>> = { viewer: "a viewer", editor: "an editor", admin: "an admin" };

const roleFor = (right: Right): Role => ROLES.find((role) => RIGHTS_OF[role].includes(right)) ?? "admin";

/** Roster itself, in work that it does for everybody; what people see of that is checked when they ask. */
export const ROSTER: Looker = { id: "roster", rights: [{ brandId: ALL_BRANDS, role: "admin" }] };

/**
 * Somebody in whose name a job goes on with what they asked for: that they may was checked when they asked.
 *
 * @param brandId what it is about; left out, whatever brand it turns out to be
 */
export const inTheNameOf = ({ id, via }: Pick<Actor, "id" | "via">, brandId: string = ALL_BRANDS): Actor => ({
  id,
  name: id,
  via,
  rights: [{ brandId, role: "editor" }],
});

/** Whoever runs Roster on its own machine owns the data anyway: the terminal acts as an admin of all brands. */
export const ownerActor = (name: string): Actor => ({
  id: name,
  name,
  via: "terminal",
  rights: [{ brandId: ALL_BRANDS, role: "admin" }],
});
