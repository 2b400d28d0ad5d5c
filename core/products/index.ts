export { listProducts, type ProductRow } from "./list-products.js";
