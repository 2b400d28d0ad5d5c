import { z } from "zod";
import { allBrands } from "../../../core/brands/index.js";
import { ALL_BRANDS } from "../../../core/lists/index.js";
import { listProducts } from "../../../core/products/index.js";
import { askBrand } from "../caller.js";
import { readCursor, writeCursor } from "../cursor.js";
import { route } from "../route.js";
import { PAGE, ROW, USUAL_LIMIT } from "../schemas.js";

export const productsRoute = route({
  method: "get",
  path: "/products",
  summary: "The products of a brand, page by page, by id.",
  query: z.strictObject(PAGE),
  answer: z.object({ rows: z.array(ROW), next: z.string().optional() }),
  async handle({ query: { brand: slug, limit = USUAL_LIMIT, cursor } }, asked) {
    const { brandId } = await askBrand(asked, slug);
    const brands = await allBrands(asked.db);
    const [after] = cursor === undefined ? [""] : readCursor(cursor, 1);
    const ofBrand = brandId === ALL_BRANDS ? {} : { brandId };
    const found = await listProducts(asked.db, { ...ofBrand, after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > limit && last ? { next: writeCursor(last.id) } : {};
    const rows = page.map(({ brandId, ...row }) => ({ ...row, brand: brands.get(brandId)?.slug ?? brandId }));
    return { body: { rows, ...next } };
  },
});
