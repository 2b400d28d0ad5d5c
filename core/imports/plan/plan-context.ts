import type { Forgotten } from "../../creators/forgotten.js";
import type { Accepted } from "../import.js";
import type { SourceName } from "../sources/index.js";
import type { ContactReader } from "./contact-reader.js";

/** What a row is planned with. */
export interface PlanContext {
  seq: number;
  source: SourceName;
  accepted: Accepted;
  contact: ContactReader;
  forgotten?: Forgotten;
}
