/** How many of everything an account of one size has. All counts of rows contain the repeated and the rejected ones. */
export interface Shape {
  creators: number;
  /** Euka's list names each of its creators once, apart from the repeated rows. */
  euka: { creators: number; repeated: number; rejected: number; emails: number; phones: number; addresses: number };
  phones: { rows: number; creators: number; outside: number; rejected: number };
  refunnel: { creators: number; outside: number; repeated: number; rejected: number };
  creatorData: { creators: number; outside: number; repeated: number; rejected: number };
  samples: { rows: number; samples: number; buyers: number; outside: number; rejected: number };
  videos: { videos: number; creators: number; outside: number; repeated: number; rejected: number };
  products: { products: number; repeated: number; rejected: number };
}

/** The account of size 1 is a real one, counted; shares that nobody counted are chosen and say so. */
export function shapeOf(size: number): Shape {
  const scaled = (count: number) => Math.round(count * size);
  /** Dirt never scales away altogether. */
  const some = (count: number) => Math.ceil(count * size);

  const creators = scaled(36_900);
  const eukaDirt = { repeated: some(150), rejected: some(100) };
  const inEuka = scaled(25_284) - eukaDirt.repeated - eukaDirt.rejected;
  const others = creators - inEuka;
  const buyers = scaled(9_002);
  const refunnelDirt = { repeated: some(36), rejected: some(22) };
  const creatorDirt = { repeated: some(20), rejected: some(18) };
  const productDirt = { repeated: some(5), rejected: some(5) };

  return {
    creators,
    euka: {
      creators: inEuka,
      ...eukaDirt,
      emails: Math.round(inEuka * 0.55),
      phones: Math.round(inEuka * 0.16),
      // Chosen: nobody counted the addresses.
      addresses: Math.round(inEuka * 0.22),
    },
    // The shares of those outside Euka are chosen; phones and videos together cover all of them.
    phones: { rows: scaled(36_308), creators: scaled(17_370), outside: Math.ceil(others * 0.48), rejected: some(90) },
    refunnel: {
      creators: scaled(7_271) - refunnelDirt.repeated - refunnelDirt.rejected,
      outside: Math.round(others * 0.1),
      ...refunnelDirt,
    },
    creatorData: {
      creators: scaled(9_000) - creatorDirt.repeated - creatorDirt.rejected,
      outside: Math.round(others * 0.15),
      ...creatorDirt,
    },
    samples: {
      rows: scaled(123_000),
      samples: scaled(24_603),
      buyers,
      outside: buyers - scaled(8_350),
      rejected: some(123),
    },
    videos: {
      videos: scaled(59_834),
      creators: scaled(16_728),
      outside: Math.ceil(others * 0.62),
      repeated: some(40),
      rejected: some(20),
    },
    products: { products: scaled(611) - productDirt.repeated - productDirt.rejected, ...productDirt },
  };
}
