import { userInfo } from "node:os";

/** Who types: the name that the operating system has for them. */
export function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    // Containers run under numbers that no name belongs to.
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}
