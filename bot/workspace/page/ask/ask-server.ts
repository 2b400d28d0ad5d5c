const ROOT = "/workspace/page";

/** Asks the workspace with JSON. What it refuses becomes an `Error` with its words. */
export async function askServer<Answer>(path: string, body: unknown): Promise<Answer> {
  return await read(
    await reach(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  );
}

/** The same for what carries files. */
export async function askWithFiles<Answer>(path: string, body: FormData): Promise<Answer> {
  return await read(await reach(path, { method: "POST", body }));
}

export async function getFromServer<Answer>(path: string): Promise<Answer> {
  return await read(await reach(path, {}));
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(`${ROOT}${path}`, request);
  } catch {
    throw new Error("The workspace does not answer. Is Roster still running in its terminal?");
  }
}

async function read<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  if (!response.ok) throw new Error(wordsOf(text) || `The workspace answered ${response.status}.`);
  return parse(text);
}

/** An empty answer is an empty object. */
function parse<Answer>(text: string): Answer {
  return JSON.parse(text.startsWith("{") ? text : "{}");
}

function wordsOf(text: string): string {
  if (!text.startsWith("{")) return text.startsWith("<") ? "" : text;
  const { error, message }: { error?: unknown; message?: unknown } = JSON.parse(text);
  return [message, error].find((words) => typeof words === "string") ?? "";
}
