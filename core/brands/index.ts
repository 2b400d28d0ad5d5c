export { bindPlace, brandOfPlace } from "./bind-place.js";
export type { Brand } from "./brand.js";
export { allBrands, findBrand } from "./find-brand.js";
export { addBrand, type BrandSettings, brandSettings, changeBrand } from "./save-brand.js";
