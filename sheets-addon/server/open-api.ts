import { z } from "zod";
import { SPREADSHEET_HEADER } from "../../core/contract/index.js";
import type { Route } from "./route.js";

/** The OpenAPI document: what the schemas that read requests say of themselves. */
export function openApi(routes: readonly Route[], publicUrl = ""): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Roster", version: "1", description: "Creators, samples and videos of TikTok Shop brands." },
    servers: [{ url: `${publicUrl}/api/v1` }],
    paths,
    components: {
      schemas: { Problem: schemaOf(PROBLEM) },
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        spreadsheet: { type: "apiKey", in: "header", name: SPREADSHEET_HEADER },
      },
    },
  };
}

function operation({ summary, open, params, query, body, file, answer }: Route): object {
  const content = file ? "multipart/form-data" : "application/json";
  const asked = file ? formOf(body) : body && schemaOf(body);
  const given = [...parametersOf(params, "path"), ...parametersOf(query, "query")];
  return {
    summary,
    security: open ? [] : [{ token: [], spreadsheet: [] }],
    ...(given.length > 0 ? { parameters: given } : {}),
    ...(asked ? { requestBody: { required: true, content: { [content]: { schema: asked } } } } : {}),
    responses: {
      "2XX": { description: "Done.", content: { "application/json": { schema: schemaOf(answer, "output") } } },
      "4XX": {
        description: "Refused, with the reason.",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function schemaOf(schema: z.ZodType, io: "input" | "output" = "input"): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

function parametersOf(schema: z.ZodType | undefined, where: "path" | "query"): object[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).map(([name, field]) => ({
    name,
    in: where,
    required: where === "path" || !(field as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(field as z.ZodType),
  }));
}

/** A form's file stands beside its other fields. */
function formOf(body: z.ZodType | undefined): object {
  const fields = body instanceof z.ZodObject ? body.shape.fields : undefined;
  const described = fields instanceof z.ZodObject ? schemaOf(fields) : { type: "object" };
  const file = { type: "string", format: "binary" };
  const properties = "properties" in described ? described.properties : undefined;
  return { ...described, required: ["file"], properties: { file, ...Object(properties) } };
}

const PROBLEM = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ at: z.string(), reason: z.string() })).optional(),
});
