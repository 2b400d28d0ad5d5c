/** `$1,234.56`; without a currency `1,234.56`. */
export function amount(cents: number | undefined, currency: string | undefined): string | undefined {
  if (cents === undefined) return undefined;
  const style = currency === undefined ? {} : ({ style: "currency", currency } as const);
  return (cents / 100).toLocaleString("en-US", { ...style, minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** `2026-03-01`, in a zone. */
export function day(time: Date | undefined, zone: string): string | undefined {
  return time?.toLocaleDateString("sv-SE", { timeZone: zone });
}

/** At most so many letters, the last one three dots where some were left out. */
export function cut(text: string | undefined, most: number): string | undefined {
  if (text === undefined) return undefined;
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}
