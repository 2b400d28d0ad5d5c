/** `$1,234.56`; without a currency `1,234.56`. */
export function amount(cents: number | undefined, currency: string | undefined): string | undefined {
  return cents === undefined ? undefined : amountsIn(currency).format(cents / 100);
}

/** `2026-03-01`, in a zone. */
export function day(time: Date | undefined, zone: string): string | undefined {
  return time && daysIn(zone).format(time);
}

/** Making one takes a hundred times as long as using it. */
const amountsIn = remembering((currency: string | undefined) => {
  const style = currency === undefined ? {} : ({ style: "currency", currency } as const);
  return new Intl.NumberFormat("en-US", { ...style, minimumFractionDigits: 2, maximumFractionDigits: 2 });
});

const daysIn = remembering((zone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }));

/** What is made for the few keys that there are is kept. */
function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/** At most so many letters, the last one three dots where some were left out. */
export function cut(text: string | undefined, most: number): string | undefined {
  if (text === undefined) return undefined;
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}
