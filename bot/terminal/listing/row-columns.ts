import type { CreatorRow, RowOf, SampleRow, VideoRow } from "../../../core/lists/index.js";
import type { ListName } from "../../../core/query/index.js";
import { amount, cut, day } from "../../amounts.js";
import { fullNameOf } from "../../value-text.js";
import type { Column } from "../print-table.js";
import type { AskedBrand } from "./asked-brand.js";

/** Letters of a title or a product's name that a line has room for. */
const ROOM = 44;

/** The columns in which a terminal shows a list. */
export function rowColumns(brand: AskedBrand): { [L in ListName]: readonly Column<RowOf[L]>[] } {
  return { creators: creatorColumns(brand), samples: sampleColumns(brand), videos: videoColumns(brand) };
}

function creatorColumns({ currency, zone }: AskedBrand): Column<CreatorRow>[] {
  return [
    { title: "Creator", cell: ({ handle, tiktokUserId }) => (handle ? `@${handle}` : `#${tiktokUserId}`) },
    { title: "Name", cell: (row) => cut(fullNameOf(row), 28) },
    { title: "Badge", cell: ({ badge }) => badge },
    { title: "Followers", cell: ({ followers }) => followers, right: true },
    { title: "GMV", cell: ({ gmvCents }) => amount(gmvCents, currency), right: true },
    { title: "GMV 30 days", cell: ({ gmv30Cents }) => amount(gmv30Cents, currency), right: true },
    { title: "Samples", cell: ({ samples }) => samples, right: true },
    { title: "Videos", cell: ({ videos }) => videos, right: true },
    { title: "Last video", cell: ({ lastPostedAt }) => day(lastPostedAt, zone) },
    {
      title: "Status",
      cell: ({ status }) => status,
      colour: ({ status }) => (status === "active" ? undefined : "red"),
    },
    { title: "Tags", cell: ({ tags }) => cut(tags.join(", "), 30) },
  ];
}

function sampleColumns({ zone }: AskedBrand): Column<SampleRow>[] {
  return [
    { title: "Ordered", cell: ({ orderedAt }) => day(orderedAt, zone) },
    { title: "Creator", cell: ({ handle }) => handle && `@${handle}` },
    { title: "Product", cell: ({ productName, productId }) => cut(productName ?? productId, ROOM) },
    { title: "Pieces", cell: ({ quantity }) => quantity, right: true },
    { title: "Status", cell: ({ status }) => status },
    { title: "Delivered", cell: ({ deliveredAt }) => day(deliveredAt, zone) },
    { title: "Order", cell: ({ orderId }) => orderId },
    { title: "Brand", cell: ({ brand }) => brand },
  ];
}

function videoColumns({ currency, zone }: AskedBrand): Column<VideoRow>[] {
  return [
    { title: "Posted", cell: ({ postedAt }) => day(postedAt, zone) },
    { title: "Creator", cell: ({ handle }) => handle && `@${handle}` },
    { title: "Title", cell: ({ title }) => cut(title, ROOM) },
    { title: "GMV", cell: ({ gmvCents }) => amount(gmvCents, currency), right: true },
    { title: "Sold", cell: ({ itemsSold }) => itemsSold, right: true },
    { title: "Views", cell: ({ impressions }) => impressions, right: true },
    { title: "Video", cell: ({ videoId }) => videoId },
    { title: "Brand", cell: ({ brand }) => brand },
  ];
}
