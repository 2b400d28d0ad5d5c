import { writeFileSync } from "node:fs";
import { printEnvExample } from "./print-env-example.js";

writeFileSync(new URL("../../.env.example", import.meta.url), printEnvExample());
