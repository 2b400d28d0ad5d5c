export { recordSettingChange, type Signed } from "./record-setting-change.js";
export { type SettingChange, settingChangeModel } from "./setting-change-model.js";
