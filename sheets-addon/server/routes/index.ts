import type { Route } from "../route.js";
import { completeRoute, fieldsRoute } from "./asking.js";
import { changeCreatorRoute, creatorRoute } from "./creator.js";
import { editsRoute } from "./edits.js";
import { importRoute, importsRoute, uploadRoute } from "./imports.js";
import { LIST_ROUTES } from "./lists.js";
import { meRoute, pairRoute, unpairRoute } from "./pairing.js";
import { productsRoute } from "./products.js";
import { brandsRoute, saveSegmentRoute, segmentsRoute } from "./settings.js";
import { logRunRoute, runsRoute } from "./sheet-log.js";
import { digestsRoute, rowsRoute, syncRoute } from "./sync.js";
import { saveTabRoute, tabsRoute, unbindTabRoute } from "./tabs.js";

/** Every path of the API, one line each. */
export const ROUTES: readonly Route[] = [
  ...LIST_ROUTES,
  creatorRoute,
  changeCreatorRoute,
  productsRoute,
  fieldsRoute,
  completeRoute,
  segmentsRoute,
  saveSegmentRoute,
  brandsRoute,
  importsRoute,
  importRoute,
  uploadRoute,
  pairRoute,
  unpairRoute,
  meRoute,
  digestsRoute,
  syncRoute,
  rowsRoute,
  editsRoute,
  logRunRoute,
  runsRoute,
  tabsRoute,
  saveTabRoute,
  unbindTabRoute,
];
