import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.js";
import { roster, rosterWith } from "../../support/terminal.js";
import { makeFile, makeFolder } from "./account.js";

testDatabase();

const EUKA = `handle,email,phone,address,gmv all time
mia.glow,mia@example.com,(832) 555-0159,"12 Main St, Austin, TX 78701",12345.67
mia.two,mia2@example.com,,,5
`;
const PHONES = "Username,First Name,Last Name,Phone #\nmia.glow,Mía,Cruz,+1 832 555 0177\nmia.two,Mia,Cruz,\n";
const SAMPLES = `Order ID,Order Status,SKU ID,Buyer Username,Product Name,Quantity,Created Time
5760000000000000123,Delivered,1729000000000000001,mia.glow,Glow Serum,2,2026-02-01
`;
const VIDEOS = `Video link,Video title,Post date,GMV,Affiliate items sold
https://www.tiktok.com/@mia.glow/video/7310045632098765432,Serum unboxed,2026-02-10,$99.50,12
`;

beforeAll(async () => {
  const dir = makeFolder();
  const files = Object.entries({ EUKA, PHONES, SAMPLES, VIDEOS }).map(([name, text]) =>
    makeFile(`${name}.csv`, text, dir),
  );
  expect(await roster("import", ...files, "--yes", "--as-of", "2026-03-01")).toMatchObject({ code: 0 });
});

describe("roster lookup", () => {
  it("shows who it is, the figures and contacts with their sources, other values, samples and videos", async () => {
    const { code, stdout } = await roster("lookup", "https://www.tiktok.com/@Mia.Glow");
    expect(code).toBe(0);
    expect(stdout).toBe(`@mia.glow  Mía Cruz  active · since 2026-02-01
https://www.tiktok.com/@mia.glow

GMV          $12,345.67  lifetime, euka, 2026-03-01
Video GMV    $99.50      12 items sold
Videos       1           the last one 2026-02-10
Samples      1           the last one 2026-02-01

E-mail       mia@example.com                   euka, import 1 line 2
Phone        +18325550159                      euka, import 1 line 2
             or +18325550177                   phones, import 2 line 2
Name         Mía Cruz                          phones, import 2 line 2
Address      12 Main St, Austin, TX 78701, US  euka, import 1 line 2

Sample      Status     Pieces  Product
2026-02-01  delivered       2  Glow Serum

Video          GMV  Sold  Title
2026-02-10  $99.50    12  Serum unboxed
`);
  });

  it.each(["mia@example.com", "(832) 555-0159", "@@MIA.GLOW", "7310045632098765432"])("finds by %s", async (who) => {
    expect((await roster("lookup", who)).stdout).toMatch(/^@mia\.glow /);
  });

  it("takes a name without quotes, and lists several of it", async () => {
    const { code, stdout } = await roster("lookup", "mia", "cruz");
    expect(code).toBe(0);
    expect(stdout).toMatch(/@mia\.glow .*\n@mia\.two .*\n\n2 creators fit\. One alone: lookup @handle\n$/);
  });

  it("gives one whole document with --json", async () => {
    const document = JSON.parse((await roster("lookup", "mia.glow", "--json")).stdout);
    expect(document).toMatchObject({
      handle: "mia.glow",
      phoneVerified: true,
      gmvCents: 1_234_567,
      brands: [{ brand: "default", samples: 1 }],
      sources: {
        phone: [
          { source: "euka", line: 2, current: true },
          { source: "phones", current: false },
        ],
      },
      recent: { samples: [{ orderId: "5760000000000000123" }], videos: [{ itemsSold: 12 }], communications: [] },
    });
  });

  it("names the nearest where nobody fits, and exits with 1", async () => {
    const { code, stdout, stderr } = await roster("lookup", "mia.glwo");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe('Nobody is known as "mia.glwo".\nThe nearest:\n  @mia.glow  Mía Cruz\n  @mia.two  Mia Cruz\n');
    const { stdout: json } = await roster("lookup", "mia.glwo", "--json");
    expect(JSON.parse(json)).toMatchObject({ nearest: [{ handle: "mia.glow" }, { handle: "mia.two" }] });
  });

  it("says what it needs where nobody is named, and exits with 2", async () => {
    const needs = { code: 2, stdout: "", stderr: expect.stringMatching(/^Expected somebody to look for/) };
    expect(await roster("lookup")).toMatchObject(needs);
    expect(await roster("lookup", "")).toMatchObject(needs);
  });

  it("says what to do with a short link", async () => {
    const { code, stderr } = await roster("lookup", "https://vm.tiktok.com/ZMabc/");
    expect(code).toBe(2);
    expect(stderr).toMatch(/is a short link: only TikTok knows whom it leads to\. Open it, and copy the long link/);
  });

  it("takes a mask of the number that is shown for no other number", async () => {
    const csv = "Username,Phone #\nmia.mask,+1 832 555 0144\nmia.mask,(+1)832*****44\nmia.mask,(+1)512*****99\n";
    await roster("import", makeFile("masks.csv", csv, makeFolder()));
    const { stdout } = await roster("lookup", "mia.mask");
    expect(stdout).toContain("+18325550144");
    expect(stdout).not.toContain("+1832*****44");
    expect(stdout).toContain("or +1512*****99");
    const { sources } = JSON.parse((await roster("lookup", "mia.mask", "--json")).stdout);
    expect(sources.phone.map(({ alternative = false }: { alternative?: boolean }) => alternative)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("roster lookup --paste", () => {
  const LIST =
    "@mia.glow, https://www.tiktok.com/@mia.two?lang=en;nobody.here\n(mia.glow) https://vm.tiktok.com/ZMx/\n";

  it("tells of a list whom it found, and which names nobody has", async () => {
    const { code, stdout } = await roster("lookup", "--paste", makeFile("list.txt", LIST, makeFolder()));
    expect(code).toBe(0);
    expect(stdout).toMatch(/@mia\.glow .*\n@mia\.two .*\n\n4 names: 2 found, 0 under a former handle, 2 not found\./);
    expect(stdout).toMatch(
      /\n {2}nobody\.here\n {2}https:\/\/vm\.tiktok\.com\/ZMx\/?\nOf short links only TikTok knows/,
    );
  });

  it("reads standard input, and gives one document", async () => {
    const { stdout } = await rosterWith({ stdin: LIST }, "lookup", "--paste", "--json");
    const { found, former, notFound } = JSON.parse(stdout);
    expect(found.map(({ handle }: { handle: string }) => handle)).toEqual(["mia.glow", "mia.two"]);
    expect(former).toEqual([]);
    expect(notFound).toHaveLength(2);
  });

  it("refuses a file that is not there, and words beside a list", async () => {
    expect(await roster("lookup", "--paste", "/nowhere.txt")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/nowhere\.txt cannot be read/),
    });
    expect(await roster("lookup", "mia.glow", "--paste", "-")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/one or the other/),
    });
  });
});
