import { Members } from "./members.js";
import { Permutation } from "./permutation.js";
import { type Contact, type Person, personOf, strangerOf } from "./person.js";
import { randomOf, streamOf } from "./random.js";
import { type Shape, shapeOf } from "./shape.js";

/** What sets a creator apart by design; the rest of them agree in every file. */
export interface Oddities {
  /** `anothers-mask`: a mask that does not fit stands before the full one. `two`: sources give two full ones. */
  phone: "full" | "masked" | "anothers-mask" | "two" | "none";
  name: "agreed" | "another" | "beyond-repair";
  /** `moved`: some samples went elsewhere. `another`: Euka's list has a stranger's. */
  address: "agreed" | "moved" | "another";
}

/** One made account: who is in which file, and the truth about each of them, worked out when asked. */
export interface Account {
  seed: number;
  shape: Shape;
  phones: Members;
  refunnel: Members;
  creatorData: Members;
  buyers: Members;
  videoCreators: Members;
  /** Whether Euka's list has this value of this creator: exactly as many as the shape says. */
  eukaHas(field: "email" | "phone" | "address", creator: number): boolean;
  person(creator: number): Person;
  stranger(person: Person): Contact;
  odditiesOf(creator: number): Oddities;
}

export function makeAccount(size: number, seed: number): Account {
  const shape = shapeOf(size);
  const inEuka = shape.euka.creators;
  const others = shape.creators - inEuka;
  const ring = (of: number, name: string) => new Permutation(of, randomOf(seed, streamOf(name)));
  const covering = ring(others, "outside");
  const members = (name: string, of: { count: number; outside: number; from?: number }, outer?: Permutation) =>
    new Members(
      { inside: of.count - of.outside, outside: of.outside, inEuka, from: of.from },
      { euka: ring(inEuka, `${name} in Euka`), others: outer ?? ring(others, `${name} outside`) },
    );
  const { phones, refunnel, creatorData, samples, videos } = shape;

  const handleNumbers = ring(shape.creators, "handles");
  const shares = { email: ring(inEuka, "e-mails"), phone: ring(inEuka, "phones"), address: ring(inEuka, "addresses") };
  const limits = { email: shape.euka.emails, phone: shape.euka.phones, address: shape.euka.addresses };
  const account: Account = {
    seed,
    shape,
    phones: members("phones", { count: phones.creators, outside: phones.outside }, covering),
    refunnel: members("refunnel", { count: refunnel.creators, outside: refunnel.outside }),
    creatorData: members("creators", { count: creatorData.creators, outside: creatorData.outside }),
    buyers: members("samples", { count: samples.buyers, outside: samples.outside }),
    videoCreators: members(
      "videos",
      { count: videos.creators, outside: videos.outside, from: others - videos.outside },
      covering,
    ),
    eukaHas: (field, creator) => creator < inEuka && shares[field].at(creator) < limits[field],
    person: (creator) => personOf(seed, creator, handleNumbers.at(creator) + 10),
    stranger: (person) => strangerOf(seed, person),
    odditiesOf: (creator) => odditiesOf(account, creator),
  };
  return account;
}

/** Dealt by turns and not by chance, so that even a small account has some of each; the turns are out of step. */
function odditiesOf(account: Account, creator: number): Oddities {
  const phoneTurn = (creator * 37) % 101;
  const nameTurn = (creator * 41) % 103;
  const addressTurn = (creator * 43) % 107;
  // A letter lost for good would disagree with another source that kept it.
  const nameOnce = account.phones.has(creator) !== account.buyers.has(creator);
  return {
    phone: phoneOddity(phoneTurn, account.eukaHas("phone", creator)),
    name: nameTurn < 2 ? "another" : nameTurn < 6 && nameOnce ? "beyond-repair" : "agreed",
    address: addressTurn < 2 ? "moved" : addressTurn < 4 ? "another" : "agreed",
  };
}

/** `given`: Euka's list has the phone, so it cannot be masked or missing everywhere. */
function phoneOddity(turn: number, given: boolean): Oddities["phone"] {
  if (turn < 2) return "anothers-mask";
  if (turn < 5) return "two";
  if (given || turn > 26) return "full";
  return turn < 23 ? "masked" : "none";
}
