/** One or two letters that stand for a name where a picture would be. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first = "?", ...others] = words;
  return [first, others.at(-1) ?? ""]
    .map((word) => [...word].find((char) => /[\p{L}\p{N}]/u.test(char)) ?? "")
    .join("")
    .toUpperCase();
}

/** How many colours `styles/avatar.css` has. */
const COLOURS = 8;

/** Which of the avatar colours a person has: the same one every time. */
export function colourOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  return sum % COLOURS;
}
