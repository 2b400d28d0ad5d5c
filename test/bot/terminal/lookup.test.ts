import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.js";
import { roster } from "../../support/terminal.js";
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

  it("exits with 2 where nobody is named", async () => {
    expect(await roster("lookup")).toMatchObject({ code: 2 });
  });
});
