import { type Request, type Response, Router } from "express";
import { authenticate, countStranger } from "./authenticate.js";
import { openApi } from "./open-api.js";
import type { ApiParts } from "./parts.js";
import { Refusal, sendProblem } from "./problem.js";
import { readJson, withForm } from "./read-body.js";
import type { Answer, Route } from "./route.js";
import { ROUTES } from "./routes/index.js";
import { withinTime } from "./within-time.js";

/**
 * The routes of `/api/v1`, for the add-on and for scripts.
 *
 * Every answer that is not 2xx is `application/problem+json` with a reason.
 */
export function createApi(parts: ApiParts, routes: readonly Route[] = ROUTES): Router {
  const router = Router({ caseSensitive: true });
  const document = openApi(routes, parts.publicUrl);
  router.get("/openapi.json", (_request, response) => {
    response.json(document);
  });
  for (const [path, methods] of byPath(routes)) {
    for (const each of methods)
      router[each.method](path, (request, response) => answer(each, parts, request, response));
    router.all(path, (_request, response) => sendProblem(response, wrongMethod(methods), parts.log));
  }
  router.use((_request, response) => sendProblem(response, NO_SUCH_PATH, parts.log));
  // Express knows by the four arguments that this hears of errors, such as of a path that cannot be decoded.
  router.use((error: unknown, _request: Request, response: Response, _next: unknown) => {
    sendProblem(response, error, parts.log);
  });
  return router;
}

/** The one catch of the API. */
async function answer(route: Route, parts: ApiParts, request: Request, response: Response): Promise<void> {
  try {
    const { status = 200, headers = {}, body } = await withinTime(handle(route, parts, request, response));
    response.status(status).set("cache-control", "no-store").set(headers);
    if (body === undefined) response.end();
    else response.json(body);
  } catch (error) {
    if (response.headersSent) response.destroy();
    else sendProblem(response, error, parts.log);
  }
}

async function handle(route: Route, parts: ApiParts, request: Request, response: Response): Promise<Answer> {
  if (route.open) await countStranger(request, parts);
  const caller = route.open ? undefined : await authenticate(request, parts);
  const asked = { ...parts, caller, request };
  const { params, query } = request;
  if (route.file) return withForm(request, response, (body) => route.handle({ params, query, body }, asked));
  const body = route.body ? await readJson(request, response, route) : undefined;
  return route.handle({ params, query, body }, asked);
}

function byPath(routes: readonly Route[]): Map<string, Route[]> {
  const paths = new Map<string, Route[]>();
  for (const route of routes) paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  return paths;
}

const NO_SUCH_PATH = new Refusal(
  404,
  "not-found",
  "There is no such path. /api/v1/openapi.json describes those there are.",
);

function wrongMethod(routes: readonly Route[]): Refusal {
  const allow = routes.map(({ method }) => method.toUpperCase()).join(", ");
  return new Refusal(405, "wrong-method", `This path takes ${allow} only.`, { allow });
}
