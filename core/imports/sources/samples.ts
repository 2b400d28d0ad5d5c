import type { Source } from "./source.js";

/** TikTok Seller Center's order export: one line a SKU of an order, here of sample orders. */
export const samples = {
  name: "samples",
  label: "sample orders",
  rows: "samples",
  columns: {
    orderId: ["order id"],
    orderStatus: ["order status"],
    skuId: ["sku id"],
    sellerSku: ["seller sku"],
    handle: ["buyer username", "buyer user name"],
    tiktokUserId: ["buyer user id"],
    recipient: ["recipient", "recipient name"],
    phone: ["phone #", "phone number", "phone"],
    email: ["buyer email", "email"],
    productId: ["product id"],
    productName: ["product name"],
    variation: ["variation"],
    quantity: ["quantity"],
    orderedAt: ["created time", "order created time"],
    shippedAt: ["shipped time"],
    deliveredAt: ["delivered time"],
    line1: ["address line 1", "address line1", "street address", "detail address"],
    line2: ["address line 2", "address line2"],
    city: ["city"],
    state: ["state", "province"],
    zip: ["zipcode", "zip code", "zip", "postal code", "postcode"],
    country: ["country"],
  },
  needs: [["orderId"], ["skuId"], ["handle"]],
  descriptionRow: true,
} as const satisfies Source;
