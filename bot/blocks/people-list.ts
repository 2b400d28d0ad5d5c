import type { KnownBlock, PlainTextOption, StaticSelect } from "@slack/types";
import { ALL_BRANDS, type Person, ROLES } from "../../core/access/index.js";
import { cutTo, MOST, option, plain, section, small } from "./parts.js";

/** What a role's select says where somebody is to lose every right. */
export const NOTHING = "nothing";

/** Letters of a name and of the roles for single brands: a message has little more than 13,000 in all. */
const [MOST_NAME, MOST_ROLES] = [60, 60] as const;

/** Chosen for somebody: the role for all brands. */
const CHOICES: readonly PlainTextOption[] = [
  ...ROLES.map((role) => option(role, role)),
  option("may do nothing", NOTHING),
];

/** Everybody, each with a select of the role for all brands. @param most blocks that may be used */
export function peopleList(
  people: readonly Person[],
  brandNames: ReadonlyMap<string, string>,
  most: number,
): KnownBlock[] {
  const shown = people.slice(0, people.length > most ? most - 1 : most);
  const left = people.length - shown.length;
  return [
    ...shown.map((person) => section(personLine(person, brandNames), roleSelect(person))),
    ...(left > 0 ? [small(`And ${left} more, at the terminal: roster people`)] : []),
  ];
}

/** Roles for single brands are told in words: the select is for all. */
function personLine({ _id, name, rights }: Person, brandNames: ReadonlyMap<string, string>): string {
  const single = rights
    .filter(({ brandId }) => brandId !== ALL_BRANDS)
    .map(({ brandId, role }) => `${role} of ${brandNames.get(brandId) ?? brandId}`);
  const called = cutTo(name, MOST_NAME);
  const roles = single.length > 0 ? [cutTo(single.join(", "), MOST_ROLES)] : [];
  return [name === _id ? called : `${called}  ·  ${_id}`, ...roles].join("\n");
}

function roleSelect({ _id, rights }: Person): StaticSelect {
  const role = rights.find(({ brandId }) => brandId === ALL_BRANDS)?.role;
  return {
    type: "static_select",
    action_id: `change-role:${_id}`,
    placeholder: plain("For all brands", MOST.option),
    options: [...CHOICES],
    ...(role ? { initial_option: option(role, role) } : {}),
  };
}
