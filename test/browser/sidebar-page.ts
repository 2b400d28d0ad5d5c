import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { CallProblem, Calls } from "../../sheets-addon/addon/calls.js";
import { bundleSidebar } from "../../sheets-addon/build/bundle-sidebar.js";

/** As wide as Google shows it. */
export const SIDEBAR = { width: 300, height: 900 };

/** What a call is answered; an error thrown is heard as a failure with its message. */
export type Answers = {
  [N in keyof Calls]?: (asked: Parameters<Calls[N]>[0]) => ReturnType<Calls[N]> | Promise<ReturnType<Calls[N]>>;
};

export interface SidebarPage {
  url: string;
  /** What answers in place of the script at Google; emptied after each test. */
  answers: Answers;
  /** The calls of this test, in their order. */
  calls: { name: string; asked: unknown }[];
}

/** A failure as the add-on words it. */
export const problem = (kind: string, detail: string): Error =>
  new Error(JSON.stringify({ kind, detail } satisfies CallProblem));

/** Stands for Google's way to the script: a function of `google.script.run` asks the test. */
const RUN = `window.google = { script: { get run() {
  let [heard, failed] = [() => {}, () => {}];
  return new Proxy({}, { get: (_, name, run) => {
    if (name === "withSuccessHandler") return (then) => { heard = then; return run; };
    if (name === "withFailureHandler") return (then) => { failed = then; return run; };
    return (asked) => void fetch("/call", { method: "POST", body: JSON.stringify({ name, asked }) })
      .then((answer) => answer.json())
      .then(({ answer, error }) => error === undefined ? heard(answer) : failed(new Error(error)));
  } });
} } };`;

/** What people read of a part of the page, blocks with spaces between. */
export async function wordsIn(page: Page, selector = "main"): Promise<string> {
  const words = await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).innerText`);
  return String(words).replace(/\s+/g, " ");
}

/** Serves the sidebar as it is built, for the file's tests. */
export function sidebarPage(): SidebarPage {
  const page: SidebarPage = { url: "", answers: {}, calls: [] };
  let server: Server | undefined;
  beforeAll(async () => {
    const html = (await bundleSidebar()).replace("<script>", () => `<script>${RUN}</script><script>`);
    const started = createServer(async (request, response) => {
      if (request.url === "/call") response.end(JSON.stringify(await answer(page, await read(request))));
      else response.setHeader("content-type", "text/html").end(request.url === "/" ? html : "");
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
    page.url = `http://127.0.0.1:${(started.address() as AddressInfo).port}/`;
  });
  afterEach(() => {
    page.answers = {};
    page.calls = [];
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return page;
}

interface Called {
  name: keyof Calls;
  asked: unknown;
}

async function answer(page: SidebarPage, { name, asked }: Called): Promise<object> {
  page.calls.push({ name, asked });
  const act = page.answers[name] as ((asked: unknown) => unknown) | undefined;
  try {
    if (!act) throw new Error(`Nothing answers ${name}.`);
    return { answer: await act(asked) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

async function read(request: IncomingMessage): Promise<Called> {
  let text = "";
  for await (const part of request) text += part;
  return JSON.parse(text);
}
