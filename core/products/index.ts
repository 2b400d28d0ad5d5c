export { listProducts } from "./list-products.js";
