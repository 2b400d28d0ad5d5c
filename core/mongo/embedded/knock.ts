import { connect, type Socket } from "node:net";
import type { ServerAddress } from "./server-files.js";

/** A supervisor on a busy machine answers late, a stranger on its old port never; milliseconds. */
const PATIENCE = 5_000;

/**
 * Connects to the supervisor at an address and holds the connection, which keeps the server running.
 *
 * Answers nothing when the supervisor is gone, whoever may have its port now.
 */
export function knock({ door, token }: ServerAddress): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port: door, host: "127.0.0.1", allowHalfOpen: true });
    let heard = "";
    const refuse = () => {
      socket.destroy();
      resolve(undefined);
    };
    const listen = (chunk: Buffer) => {
      heard += chunk.toString();
      if (heard.length <= token.length) return;
      if (heard !== `${token}\n`) return refuse();
      socket.off("data", listen).setTimeout(0).off("timeout", refuse).off("close", refuse).resume();
      resolve(socket);
    };
    socket.setTimeout(PATIENCE).once("timeout", refuse).once("close", refuse).on("error", refuse).on("data", listen);
  });
}
