import { service, type World } from "./realm.js";

/** What people were shown, and what they answer. */
export interface Shown {
  toasts: string[];
  alerts: string[];
  menu: { label: string; calls: string }[];
  sidebar?: string;
  answer: "OK" | "CANCEL";
}

export const nothingShown = (): Shown => ({ toasts: [], alerts: [], menu: [], answer: "OK" });

export function makeUi(shown: Shown, world: World) {
  const items: Shown["menu"] = [];
  const menu: object = service(
    "Menu",
    {
      addItem(label: string, calls: string) {
        items.push({ label, calls });
        return menu;
      },
      addSeparator: () => menu,
      addToUi: () => void shown.menu.push(...items),
    },
    world,
  );
  return service(
    "Ui",
    {
      createAddonMenu: () => menu,
      showSidebar: (page: { file: string }) => {
        shown.sidebar = page.file;
      },
      alert(...words: string[]) {
        shown.alerts.push(words.slice(0, 2).join(": "));
        return shown.answer;
      },
      ButtonSet: { OK: "OK", OK_CANCEL: "OK_CANCEL" },
      Button: { OK: "OK", CANCEL: "CANCEL" },
    },
    world,
  );
}

export function makeHtmlService(world: World) {
  const page = (file: string) => {
    const output = { file, setTitle: () => output };
    return output;
  };
  return service("HtmlService", { createHtmlOutputFromFile: page }, world);
}
