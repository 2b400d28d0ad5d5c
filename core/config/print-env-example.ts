import { VARIABLES } from "./environment.js";

const HEADER = `# Copy to .env and fill in what you use. Every line is optional: Roster starts with none of them.
# Generated from core/config/environment.ts by \`npm run env:example\`.
`;

/** The text of `.env.example`: each variable with its description, commented out. */
export function printEnvExample(): string {
  const entries = VARIABLES.map(({ name, description }) => `\n# ${description}\n#${name}=\n`);
  return HEADER + entries.join("");
}
