import { useEffect, useState } from "preact/hooks";

/** How often "3 minutes ago" is looked at again; milliseconds. */
const STEP = 30_000;

/** The time, kept up to date as far as words go. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), STEP);
    return () => clearInterval(timer);
  }, []);
  return now;
}
