/** TikTok's order export: every column, and what the row below the header says of it. */
const COLUMNS = `Order ID=Platform unique order ID.
Order Status=Current order status.
Order Substatus=Current order sub status.
Cancelation/Return Type=Type of cancelation or return.
Normal or Pre-order=Normal or pre-order.
SKU ID=Platform SKU ID.
Seller SKU=Seller sku input by the seller in the product system.
Product Name=Platform product name.
Variation=Platform SKU variation
Quantity=SKU sold quantity in the order.
Sku Quantity of return=SKU returned quantity in the order.
SKU Unit Original Price=Original unit price of the SKU.
SKU Subtotal Before Discount=Unit price times quantity.
SKU Platform Discount=Discount paid by the platform.
SKU Seller Discount=Discount paid by the seller.
SKU Subtotal After Discount=Subtotal after all discounts.
Shipping Fee After Discount=Shipping fee paid by the buyer.
Original Shipping Fee=Shipping fee before discounts.
Shipping Fee Seller Discount=Shipping discount paid by the seller.
Shipping Fee Platform Discount=Shipping discount paid by the platform.
Payment platform discount=Discount of the payment platform.
Taxes=Taxes paid by the buyer.
Order Amount=Amount paid by the buyer.
Order Refund Amount=Amount given back to the buyer.
Created Time=Order created time.
Paid Time=Order paid time.
RTS Time=Order ready to ship time.
Shipped Time=Order shipped time.
Delivered Time=Order delivered time.
Cancelled Time=Order cancelled time.
Cancel By=Who cancelled the order.
Cancel Reason=Why the order was cancelled.
Fulfillment Type=Fulfilled by the seller or by the platform.
Warehouse Name=Name of the warehouse.
Tracking ID=The order's tracking number.
Delivery Option=Delivery option of the order.
Shipping Provider Name=Name of the carrier.
Buyer Message=Message left by the buyer.
Buyer Nickname=Buyer's nickname.
Buyer Username=Buyer's username.
Recipient=Name of the recipient.
Phone #=Phone number of the recipient.
Country=Country of the recipient.
State=State of the recipient.
City=City of the recipient.
Zipcode=Zipcode of the recipient.
Address Line 1=Street of the recipient.
Address Line 2=Apartment of the recipient.
Delivery Instruction=What the buyer asks of the carrier.
Payment Method=How the buyer paid.
Weight(kg)=Weight of the package.
Product Category=Category of the product.
Package ID=Package the SKU is in.
Seller Note=Note of the seller.
Checked Status=Whether the order was checked.
Checked Marked by=Who marked the order as checked.`
  .split("\n")
  .map((line) => line.split("="));

export const ORDER_HEADER = COLUMNS.map(([header = ""]) => header);
export const ORDER_DESCRIPTIONS = COLUMNS.map(([, description = ""]) => description);

/** The cells of an order's row by their headers; the others are empty. */
export function orderLine(cells: Readonly<Record<string, string>>): string[] {
  return ORDER_HEADER.map((header) => cells[header] ?? "");
}
