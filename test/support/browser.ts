import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import { type Browser, type Page, chromium as playwright } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";

/** How wide the README's pictures are. */
export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** How long a page may take for one step; milliseconds. */
const PATIENCE = 8_000;

export interface TestBrowser {
  /** A page of its own, with nothing remembered, open at this address. It is closed after the test. */
  open(url: string, viewport?: { width: number; height: number }): Promise<Page>;
  /** What pages complained of in this test: errors thrown, and what the console was told as an error. */
  complaints: string[];
}

/** Starts Chromium before the file's tests and stops it after. */
export function testBrowser(): TestBrowser {
  const complaints: string[] = [];
  const pages: Page[] = [];
  let browser: Browser | undefined;
  let fonts: string | undefined;
  beforeAll(async () => {
    fonts = await mkdtemp(join(tmpdir(), "roster-fonts-"));
    browser = await launch(fonts);
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()));
    complaints.splice(0);
  });
  afterAll(async () => {
    await browser?.close();
    if (fonts) await rm(fonts, { recursive: true, force: true });
  });
  return {
    complaints,
    async open(url, viewport = WIDE) {
      if (browser === undefined) throw new Error("The browser is there inside tests only.");
      const context = await browser.newContext({ viewport, locale: "en-US", timezoneId: "UTC" });
      const page = await context.newPage();
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (said) => said.type() === "error" && complaints.push(said.text()));
      page.setDefaultTimeout(PATIENCE);
      pages.push(page);
      await page.goto(url);
      return page;
    },
  };
}

/**
 * Where a picture of the program goes: to the README's with `npm run pictures`, which wants a machine with a font for
 * emoji; else out of the way.
 */
export function pictureAt(name: string): string {
  const isForReadme = process.env.PICTURES === "docs";
  const directory = isForReadme ? fileURLToPath(new URL("../../docs/pictures", import.meta.url)) : tmpdir();
  return join(directory, isForReadme ? `${name}.png` : `roster-${name}.png`);
}

/** What the package asks for that tests do without: a page's end would be the browser's, and any page could ask any. */
const UNWANTED = new Set(["--single-process", "--no-zygote", "--disable-web-security"]);

async function launch(directory: string): Promise<Browser> {
  try {
    const executablePath = await chromium.executablePath();
    return await playwright.launch({
      executablePath,
      args: chromium.args.filter((arg) => !UNWANTED.has(arg)),
      env: { ...process.env, FONTCONFIG_FILE: await fontsIn(directory) },
    });
  } catch (cause) {
    throw new Error(
      "Chromium does not start. It comes with the package @sparticuz/chromium (x86-64 Linux) and needs libnss3 and libnspr4.",
      { cause },
    );
  }
}

/** The fonts of this machine, and beside them the one that comes with Chromium, so that pictures look alike. */
async function fontsIn(directory: string): Promise<string> {
  const path = join(directory, "fonts.conf");
  const parts = [
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    `<dir>${join(tmpdir(), "fonts")}</dir>`,
    `<cachedir>${join(directory, "cache")}</cachedir>`,
  ];
  await writeFile(path, `<?xml version="1.0"?>\n<fontconfig>\n${parts.join("\n")}\n</fontconfig>\n`);
  return path;
}
