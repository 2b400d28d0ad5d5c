import { beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../../../bot/in-words.js";
import { addPerson, changePerson, holderOfToken, pairSpreadsheet } from "../../../core/access/index.js";
import { asOwner } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { ADA, testSlack, VIC } from "../../support/slack.js";
import { clearRoster, textOf, textsIn } from "./support.js";

const db = testDatabase();
const slack = testSlack(db);
const OWNER = asOwner(new Date());
const ada = () => slack.as(ADA);
const vic = () => slack.as(VIC);

beforeEach(() => clearRoster(db));

const CODE = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/;
const codeIn = (text: string): string => CODE.exec(text)?.[0] ?? "no code";

/** Connects a spreadsheet as the add-on does; answers its token. */
async function connect(person: ReturnType<typeof ada>, spreadsheetId: string, title: string): Promise<string> {
  const code = codeIn(textOf((await person.command("/creator sheets connect")).messages));
  return (await pairSpreadsheet(db, { code, spreadsheetId, title }, new Date())).secret;
}

async function listOf(person: ReturnType<typeof ada>) {
  const [list] = (await person.command("/creator sheets list")).messages;
  if (!list) throw new Error("no list");
  return list;
}

const isGood = async (secret: string, sheet: string) =>
  (await holderOfToken(db, secret, sheet, new Date())).kind === "known";

describe("/creator sheets connect", () => {
  it("gives a code, to the person alone, that connects one spreadsheet with their rights", async () => {
    const { messages } = await vic().command("/creator sheets connect");
    expect(messages.map(({ onlyFor }) => onlyFor)).toEqual([VIC]);
    expect(textOf(messages)).toContain("within 10 minutes");
    const code = codeIn(textOf(messages));
    const { person } = await pairSpreadsheet(db, { code, spreadsheetId: "a" }, new Date());
    expect(person._id).toBe(VIC);
    await expect(pairSpreadsheet(db, { code, spreadsheetId: "b" }, new Date())).rejects.toThrow("no such pairing code");
  });

  it("gives a code that is good for ten minutes, and voids the one before", async () => {
    const first = codeIn(textOf((await ada().command("/creator sheets connect")).messages));
    const second = codeIn(textOf((await ada().command("/creator sheets connect")).messages));
    const pair = (code: string, minutes: number) =>
      pairSpreadsheet(db, { code, spreadsheetId: "a" }, new Date(Date.now() + minutes * 60_000));
    await expect(pair(first, 1)).rejects.toThrow("no such pairing code");
    await expect(pair(second, 10)).rejects.toThrow("no such pairing code");
    await expect(pair(second, 9)).resolves.toMatchObject({ person: { _id: ADA } });
  });
});

describe("/creator sheets list", () => {
  it("shows a person their own spreadsheets, and admins everybody's, with whose they are", async () => {
    await connect(ada(), "a", "Plan");
    await connect(vic(), "b", "Samples <!channel>");
    const mine = textOf((await vic().command("/creator sheets list")).messages);
    expect(mine).toContain("Samples");
    expect(mine).not.toContain("Plan");
    const { messages } = await ada().command("/creator sheets");
    expect(textOf(messages)).toMatch(/Plan {2}· {2}Ada/);
    expect(textOf(messages)).toMatch(/Samples .* {2}· {2}Vic/);
    expect(textOf(messages)).toContain(`connected ${dayOf(new Date())}, not used yet`);
    expect(JSON.stringify(messages)).not.toContain("hash");
  });

  it("leads to the code where nothing is connected", async () => {
    expect(textOf((await vic().click(await listOf(vic()), "connect-sheet")).messages)).toMatch(CODE);
  });

  it("says what can be done, for a word that it does not know", async () => {
    expect(textOf((await ada().command("/creator sheets conect")).messages)).toContain(
      'Did you mean "sheets connect"?',
    );
    expect(textOf((await ada().command("/creator sheets constructor")).messages)).toContain("Expected one of");
  });
});

describe("disconnect-sheet", () => {
  it("asks first, makes the token worthless, and shows what is left", async () => {
    const [plan, other] = [await connect(ada(), "a", "Plan"), await connect(ada(), "b", "Other")];
    const list = await listOf(ada());
    expect(textsIn(list.blocks).join()).toContain("Disconnect this spreadsheet?");
    const { messages } = await ada().click(list, "disconnect-sheet", { value: await tokenOf("a") });
    expect(textOf(messages)).toContain("Plan is disconnected.");
    expect(textOf(messages)).toContain("Other");
    expect([await isGood(plan, "a"), await isGood(other, "b")]).toEqual([false, true]);
  });

  it("says so when it is gone already", async () => {
    await connect(ada(), "a", "Plan");
    const [one, other] = [await listOf(ada()), await listOf(ada())];
    await ada().click(one, "disconnect-sheet");
    expect(textOf((await ada().click(other, "disconnect-sheet")).messages)).toContain("no connected spreadsheet");
  });

  it("of another person's is for admins, as long as they are", async () => {
    const secret = await connect(vic(), "b", "Samples");
    const [one, other] = [await listOf(ada()), await listOf(ada())];
    await addPerson(db, { id: "U0EVE", role: "admin" }, OWNER);
    await changePerson(db, ADA, { role: "editor" }, OWNER);
    expect(textOf((await ada().click(one, "disconnect-sheet")).messages)).toContain("You may not");
    expect(await isGood(secret, "b")).toBe(true);
    await changePerson(db, ADA, { role: "admin" }, OWNER);
    await ada().click(other, "disconnect-sheet");
    expect(await isGood(secret, "b")).toBe(false);
  });
});

describe("Home", () => {
  it("shows the spreadsheets, connects one, and disconnects it there", async () => {
    const secret = await connect(vic(), "b", "Samples");
    expect(textsIn((await vic().openHome()).home).join()).toContain("Samples");
    const { views } = await vic().click("home", "connect-sheet");
    expect(textsIn(views).join()).toMatch(CODE);
    if (views[0]) await vic().close(views[0]);
    const { home } = await vic().click("home", "disconnect-sheet");
    expect(textsIn(home).join()).toContain("Connect a spreadsheet");
    expect(textsIn(home).join()).not.toContain("Samples");
    expect(await isGood(secret, "b")).toBe(false);
  });
});

/** What the button of a spreadsheet says. */
async function tokenOf(spreadsheetId: string): Promise<string> {
  const token = await db.collection("tokens").findOne({ spreadsheetId });
  return JSON.stringify(token?._id);
}
