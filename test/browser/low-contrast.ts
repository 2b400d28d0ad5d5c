import type { Page } from "playwright-core";

/** What WCAG asks at level AA of text that is neither large nor bold. */
const ENOUGH = 4.5;

/** Runs in the page: the texts that stand out too little from what is behind them, with their contrast. */
const FIND = `(enough) => {
  const numbers = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isClear = (colour) => numbers(colour)[3] === 0;
  const behind = (box) => {
    for (let at = box; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!isClear(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const low = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const box = text.parentElement;
    const words = text.textContent.trim();
    if (!words || !box.checkVisibility() || box.closest("[disabled], script, style, .emoji")) continue;
    const [one, other] = [light(getComputedStyle(box).color), light(behind(box))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < enough) low.push(words.slice(0, 40) + ": " + contrast.toFixed(2));
  }
  return low;
}`;

export async function lowContrast(page: Page): Promise<unknown> {
  return await page.evaluate(`(${FIND})(${ENOUGH})`);
}
