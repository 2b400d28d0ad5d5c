import { type Row, readRows } from "./naive-csv.js";
import {
  addressIn,
  emailIn,
  handleIn,
  isBlank,
  isForeign,
  isImpossible,
  nameIn,
  phoneIn,
  recipientIn,
  type Said,
} from "./naive-values.js";

const FIELDS = ["email", "phone", "name", "address"] as const;
type Field = (typeof FIELDS)[number];

/** What a made account's files say, read once more by plain means and in the order in which files are accepted. */
export class Recount {
  rejectedRows = 0;
  rejectedValues = 0;
  readonly rows: Record<string, number> = {};
  readonly sightings = new Set<string>();
  readonly snapshots = new Set<string>();
  readonly samples = new Set<string>();
  readonly videos = new Set<string>();
  readonly products = new Set<string>();
  private readonly said = new Map<string, Record<Field, Said[]>>();

  get creators(): number {
    return this.said.size;
  }

  /** Creators of whom this is known, in at least this quality. */
  known(field: Field, quality = 0): number {
    return [...this.said.values()].filter((fields) => fields[field].some((said) => said.quality >= quality)).length;
  }

  /** Values beside the current one: the best quality and, among equals, the first. */
  alternatives(field: Field): number {
    let found = 0;
    for (const fields of this.said.values()) {
      const best = Math.max(...fields[field].map((said) => said.quality));
      const current = fields[field].find((said) => said.quality === best)?.value ?? "";
      const others = new Set(fields[field].map((said) => said.value).filter((value) => !lies(field, value, current)));
      found += others.size;
    }
    return found;
  }

  async read(dir: string): Promise<this> {
    for (const row of await this.open(dir, "products", "Product ID")) {
      if (this.rejects(isId(row["Product ID"]))) continue;
      this.products.add((row["Product ID"] ?? "").trim());
      this.spoil(isForeign(row.GMV));
    }
    for (const row of await this.open(dir, "euka", "handle")) {
      const handle = this.meet("euka", row, "handle", ["gmv", "video_count", "live_count"]);
      if (handle === undefined) continue;
      this.say(handle, "email", emailIn(row.email ?? ""));
      this.say(handle, "phone", phoneIn(row.phone ?? ""));
      this.say(handle, "address", addressIn(row.address ?? "", true));
    }
    for (const row of await this.open(dir, "phones", "Username")) {
      const handle = this.meet("phones", row, "Username");
      if (handle === undefined) continue;
      this.say(handle, "name", nameIn(row["First Name"] ?? "", row["Last Name"] ?? "", true));
      this.say(handle, "name", recipientIn(row.Recipient ?? ""));
      this.say(handle, "phone", phoneIn(row["Phone #"] ?? ""));
    }
    for (const row of await this.open(dir, "refunnel", "username")) {
      const figures = ["followers", "emv", "gmv", "total_posts", "likes", "comments", "shares", "engagement"];
      this.meet("refunnel", row, "username", figures);
    }
    for (const row of await this.open(dir, "creators", "Creator name")) {
      this.meet("creators", row, "Creator name", Object.keys(row).slice(1));
    }
    for (const row of await this.open(dir, "samples", "Order ID")) this.sample(row);
    for (const row of await this.open(dir, "videos", "Video name")) this.video(row);
    return this;
  }

  private sample(row: Row): void {
    const handle = handleIn(row["Buyer Username"] ?? "");
    if (this.rejects(handle !== undefined && isId(row["Order ID"]) && isId(row["SKU ID"])) || handle === undefined)
      return;
    this.see("samples", handle);
    this.samples.add(`${row["Order ID"]}/${row["SKU ID"]}`);
    this.spoil(["Escalated", "Archived"].includes(row["Order Status"] ?? ""));
    this.spoil(isImpossible(row["Created Time"]));
    this.say(handle, "name", recipientIn(row.Recipient ?? ""));
    this.say(handle, "phone", phoneIn(row["Phone #"] ?? ""));
    const parts = ["Address Line 1", "Address Line 2", "City", "State", "Zipcode"].map((column) => row[column] ?? "");
    this.say(handle, "address", addressIn(parts.filter((part) => !isBlank(part)).join(" "), !isBlank(row.Zipcode)));
  }

  private video(row: Row): void {
    const id = /\/video\/(\d{19})$/.exec(row["Video link"] ?? "")?.[1];
    const handle = handleIn(row["Creator username"] ?? "");
    if (this.rejects(id !== undefined) || id === undefined || handle === undefined) return;
    this.see("videos", handle);
    this.videos.add(id);
    this.spoil(isForeign(row.GMV));
    this.spoil(isImpossible(row["Video post date"]));
    this.spoil(!isId(row["Product ID"]));
  }

  private async open(dir: string, name: string, firstHeader: string): Promise<Row[]> {
    const rows = await readRows(dir, `${name}.csv`, firstHeader);
    this.rows[name] = rows.length;
    return rows;
  }

  private meet(file: string, row: Row, column: string, figures: readonly string[] = []): string | undefined {
    const handle = handleIn(row[column] ?? "");
    if (this.rejects(handle !== undefined) || handle === undefined) return undefined;
    this.see(file, handle);
    for (const figure of figures) this.spoil(isForeign(row[figure]));
    if (figures.some((figure) => !isBlank(row[figure]) && !isForeign(row[figure])))
      this.snapshots.add(`${file} ${handle}`);
    return handle;
  }

  private see(file: string, handle: string): void {
    this.sightings.add(`${file} ${handle}`);
    if (!this.said.has(handle)) this.said.set(handle, { email: [], phone: [], name: [], address: [] });
  }

  private say(handle: string, field: Field, said: Said | "unreadable" | undefined): void {
    if (said === "unreadable") this.spoil(true);
    else if (said !== undefined) this.said.get(handle)?.[field].push(said);
  }

  private rejects(good: boolean): boolean {
    if (!good) this.rejectedRows += 1;
    return !good;
  }

  private spoil(bad: boolean): void {
    if (bad) this.rejectedValues += 1;
  }
}

function isId(cell: string | undefined): boolean {
  return /^\d{18,19}$/.test((cell ?? "").trim());
}

/** The same, a mask that fits, or a part of it. */
function lies(field: Field, value: string, current: string): boolean {
  if (value === current) return true;
  if (field === "phone")
    return value.includes("*") && value.slice(0, 3) + value.slice(-2) === current.slice(0, 3) + current.slice(-2);
  return field !== "email" && current.includes(value);
}
