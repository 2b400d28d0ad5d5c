import type { Connection } from "mongoose";
import { beforeAll } from "vitest";
import { importRows, makeBrands } from "../../support/make-imports.js";

/** Takes a few creators in before the tests of a file, for the default brand. */
export function takeInCreators(db: Connection): void {
  beforeAll(async () => {
    await makeBrands(db);
    await importRows(
      db,
      "euka",
      [
        { handle: "mia.glow", email: "mia@example.com", phone: "+18325550159", gmv: "$1,234.50" },
        { handle: "mia.shine", email: "shine@example.com", gmv: "$50" },
        { handle: "noah_fit", email: "noah@example.com", gmv: "$9,000" },
        { handle: "quiet.zoe" },
      ],
      { name: "euka.csv", asOf: "2026-02-01", window: "lifetime" },
    );
    await importRows(
      db,
      "phones",
      [
        { handle: "mia.glow", first: "Mia", last: "Cruz", phone: "+18325550123" },
        { handle: "noah_fit", first: "Noah", last: "Berg" },
      ],
      { name: "phones.csv" },
    );
    await importRows(
      db,
      "samples",
      [
        {
          orderId: "576461413038785752",
          skuId: "1729382476852921560",
          handle: "mia.glow",
          status: "Delivered",
          productName: "Glow Serum",
          quantity: 2,
          orderedAt: "01/12/2026 10:00:00 AM",
        },
      ],
      { name: "samples.csv" },
    );
    await importRows(
      db,
      "videos",
      [
        {
          videoId: "7310045632098765432",
          link: "https://www.tiktok.com/@mia.glow/video/7310045632098765432",
          handle: "mia.glow",
          title: "Unboxing *the* <!channel> serum",
          postedAt: "2026-02-02",
          gmv: "$300",
          items: 12,
        },
      ],
      { name: "videos.csv" },
    );
  });
}
