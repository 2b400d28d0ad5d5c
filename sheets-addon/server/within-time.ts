import { Refusal } from "./problem.js";

/** Google's servers give up after a minute: an answer has to come before, also on a busy day; ms. */
const MOST_TIME = 45_000;

/** What work answers, if it does so in time. Work that is too slow goes on and is not heard. */
export async function withinTime<T>(work: Promise<T>, most: number = MOST_TIME): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const detail = `This took longer than ${most / 1_000} seconds. Ask for less, or try again in a moment.`;
    timer = setTimeout(() => reject(new Refusal(503, "too-slow", detail, { "retry-after": "10" })), most);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
