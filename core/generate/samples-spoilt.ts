import type { Account } from "./account.js";
import { orderIdOf, skuOf } from "./catalogue.js";
import type { Ledger } from "./ledger.js";
import { randomOf, streamOf } from "./random.js";
import { orderLine } from "./samples-columns.js";
import { noted, spellFloat, spoilHandle } from "./spell.js";
import type { Line } from "./write-csv.js";

const STREAM = streamOf("samples.csv, rejected");

/** A row that lacks one of its keys: by turns the buyer, the order, the SKU, the order again. */
export function spoiltOrderLine(account: Account, ledger: Ledger, creator: number, order: number): Line {
  const turn = ledger.files.samples.rejected;
  const note = ledger.note.bind(ledger);
  const random = randomOf(account.seed, STREAM, order);
  const { handle } = account.person(creator);
  const sku = skuOf(turn, 0).id;
  const good = {
    "Order ID": `${orderIdOf(order)}\t`,
    "Order Status": "Shipped",
    "SKU ID": `${sku}\t`,
    Quantity: "1",
    "Buyer Username": handle,
  };
  ledger.rejectedRow("samples");
  const spoilt = [
    () => ({ "Buyer Username": spoilHandle(handle, turn >> 2, random, note) }),
    () => ({ "Order ID": noted(spellFloat(orderIdOf(order)), "rejected: id in floating point", note) }),
    () => ({ "SKU ID": noted(spellFloat(sku), "rejected: id in floating point", note) }),
    () => ({ "Order ID": noted("\t", "rejected: blank id", note) }),
  ][turn % 4];
  return orderLine({ ...good, ...spoilt?.() });
}
