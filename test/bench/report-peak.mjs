// Loaded into a measured process by --import: leaves its peak memory, in MB, in the file that PEAK_FILE names.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  if (process.env.PEAK_FILE) writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS / 1024));
});
