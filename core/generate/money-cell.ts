import type { Ledger, MadeFile } from "./ledger.js";
import type { Random } from "./random.js";
import { spellMoney, spellWrongMoney } from "./spell.js";

interface MoneyCell {
  file: MadeFile;
  random: Random;
  /** In a currency that is not the brand's: the value will be rejected. */
  isWrong: boolean;
}

export function moneyCell(ledger: Ledger, cents: number, { file, random, isWrong }: MoneyCell): string {
  const note = ledger.note.bind(ledger);
  if (!isWrong) return spellMoney(cents, random, note);
  ledger.rejectedValue(file);
  return spellWrongMoney(cents, random, note);
}
