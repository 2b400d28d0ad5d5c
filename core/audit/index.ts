export { recordSettingChange } from "./record-setting-change.js";
