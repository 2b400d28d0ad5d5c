import type { Connection } from "mongoose";
import { findBrand } from "../brands/find-brand.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { insertNew } from "../mongo/write-guarded.js";
import { listInWords } from "../text/list-in-words.js";
import { type Actor, ALL_BRANDS, can, type Grant, ROLES, type Role, requireRight, requireSomewhere } from "./actor.js";
import type { Person } from "./person.js";
import { personModel } from "./person-model.js";
import { recordSettingChange } from "./record-setting-change.js";

/** A role as people give it: for a brand by its slug, or for `all`. */
export interface RoleGiven {
  role: string;
  /** Slug, or `all`, which is also what leaving it out means. */
  brand?: string;
}

/** What a person is called by: a word, an e-mail address or an id of Slack. */
const PERSON_ID = /^[\w.@+-]{1,80}$/;

/** Everybody, by name. */
export async function listPeople(db: Connection, { actor }: { actor: Actor }): Promise<Person[]> {
  requireSomewhere(actor, "see-contacts");
  return collectionOf(personModel(db))
    .find({ "rights.0": { $exists: true } })
    .sort({ name: 1, _id: 1 })
    .toArray();
}

/** Adds somebody with a role. Who adds needs `manage` for the same brand. */
export async function addPerson(
  db: Connection,
  { id, name, ...given }: { id: string; name?: string } & RoleGiven,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Person> {
  const _id = id.trim();
  if (!PERSON_ID.test(_id)) {
    throw new CrmError("wrong-input", `person id ${id}`, {
      say: `A person is called by one word: letters, digits and . _ - + @, at most 80. Got "${id}".`,
    });
  }
  const grant = await readGrant(db, given);
  requireRight(actor, "manage", grant.brandId);
  const person: Person = {
    _id,
    name: name?.trim() || _id,
    rights: [grant],
    addedAt: now,
    addedBy: actor.id,
    rev: 1,
  };
  const people = collectionOf(personModel(db));
  const isKnown = (await insertNew(people, [person])).length > 0;
  if (isKnown && !(await people.findOneAndReplace({ _id, rights: { $size: 0 } }, person))) {
    throw new CrmError("refused", `person ${_id} exists`, {
      say: `${_id} is among the people already.`,
      next: {
        terminal: `Change the role with: roster people change ${_id} --role ${grant.role}`,
        slack: "Change the role in Roster's Home.",
      },
    });
  }
  await logPerson(db, undefined, person, { actor, now });
  return person;
}

/** Gives somebody another name, or another role for a brand; a role for all brands stands beside those for single ones. */
export async function changePerson(
  db: Connection,
  id: string,
  { name, role, brand }: { name?: string } & Partial<RoleGiven>,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Person> {
  const grant = role === undefined ? undefined : await readGrant(db, { role, brand });
  requireRight(actor, "manage", grant?.brandId);
  return changeGuarded(db, id, { actor, now }, (person) => ({
    ...person,
    name: name?.trim() || person.name,
    rights: grant
      ? [...person.rights.filter(({ brandId }) => brandId !== grant.brandId), grant].sort((a, b) =>
          a.brandId < b.brandId ? -1 : 1,
        )
      : person.rights,
  }));
}

/**
 * Takes from somebody all that they may do, or only for one brand. What they changed stays, signed by them, and so does
 * the person without rights: who was removed does not come back as a newcomer.
 */
export async function removePerson(
  db: Connection,
  id: string,
  { actor, now, brand }: { actor: Actor; now: Date; brand?: string },
): Promise<void> {
  const brandId = brand === undefined ? undefined : await brandIdOf(db, brand);
  requireRight(actor, "manage", brandId);
  await changeGuarded(db, id, { actor, now }, (person) => {
    const rights = brandId === undefined ? [] : person.rights.filter((grant) => grant.brandId !== brandId);
    return person.rights.length === 0 ? undefined : { ...person, rights };
  });
}

/** Races lost in a row before giving up. */
const MOST_TRIES = 10;

/** Changes a person, but never takes the last admin of all brands away. `undefined` is who was removed already. */
async function changeGuarded(
  db: Connection,
  id: string,
  acting: { actor: Actor; now: Date },
  change: (person: Person) => Person | undefined,
): Promise<Person> {
  const people = collectionOf(personModel(db));
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const person = await people.findOne({ _id: id });
    const next = person === null ? undefined : change(person);
    if (person === null || next === undefined) throw await noSuchPerson(db, id);
    if (isOwner(person) && !isOwner(next)) await requireAnotherOwner(db, person);
    const filter = { _id: id, rev: person.rev };
    const changed = { ...next, rev: person.rev + 1 };
    if ((await people.replaceOne(filter, changed)).matchedCount === 1) {
      await logPerson(db, person, changed, acting);
      return changed;
    }
  }
  throw new CrmError("conflict", `person ${id} changed under every attempt`, {
    say: `Others are changing ${id} right now. Try again in a moment.`,
  });
}

async function logPerson(
  db: Connection,
  before: Person | undefined,
  after: Person,
  acting: { actor: Actor; now: Date },
): Promise<void> {
  const words = ({ name, rights }: Person) =>
    [name, ...rights.map(({ brandId, role }) => `${role} of ${brandId}`)].join(", ");
  const change = { subject: after._id, brandId: ALL_BRANDS, from: before && words(before), to: words(after) };
  await recordSettingChange(db, { kind: "person", ...change }, acting);
}

const isOwner = (person: Person): boolean => can(person, "manage");

/**
 * Refuses where nobody else would be left to manage all brands.
 *
 * The owner who stays is written too, so that of two owners who remove each other at once one meets a changed `rev`.
 */
async function requireAnotherOwner(db: Connection, person: Person): Promise<void> {
  const other = await collectionOf(personModel(db)).findOneAndUpdate(
    { _id: { $ne: person._id }, rights: { $elemMatch: { brandId: ALL_BRANDS, role: "admin" } } },
    { $inc: { rev: 1 } },
  );
  if (other !== null) return;
  throw new CrmError("refused", `${person._id} is the last admin`, {
    say: `${person._id} is the only admin of all brands. Make somebody else one first.`,
    next: { terminal: "Such as: roster people change NAME --role admin" },
  });
}

async function noSuchPerson(db: Connection, id: string): Promise<CrmError> {
  const known = await collectionOf(personModel(db))
    .find({ "rights.0": { $exists: true } })
    .sort({ _id: 1 })
    .limit(30)
    .toArray();
  const names = known.map(({ _id }) => _id).join(", ") || "nobody yet";
  return new CrmError("not-found", `no person ${id}`, { say: `There is no "${id}" among the people: ${names}.` });
}

async function readGrant(db: Connection, { role, brand = ALL_BRANDS }: RoleGiven): Promise<Grant> {
  const wanted = ROLES.find((known) => known === role.trim().toLowerCase());
  if (wanted === undefined) {
    throw new CrmError("wrong-input", `role ${role}`, { say: `A role is ${listInWords(ROLES, "or")}, not "${role}".` });
  }
  return { brandId: await brandIdOf(db, brand), role: wanted satisfies Role };
}

const brandIdOf = async (db: Connection, brand: string): Promise<string> =>
  brand.trim().toLowerCase() === ALL_BRANDS ? ALL_BRANDS : (await findBrand(db, brand))._id;
