export { type ForgetReport, forgetCreator, previewForget } from "./forget-creator.js";
