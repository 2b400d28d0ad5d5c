export { bindPlace, brandOfPlace } from "./bind-place.js";
export { type Brand, DEFAULT_BRAND } from "./brand.js";
export { allBrands, findBrand } from "./find-brand.js";
export { type ActingOnBrands, addBrand, type BrandSettings, brandSettings, changeBrand } from "./save-brand.js";
