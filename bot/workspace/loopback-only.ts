import type { NextFunction, Request, Response } from "express";

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const NAMES = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/**
 * The workspace asks nobody for a password, so only this machine reaches it: no other address, no other name of this
 * one (a page elsewhere may let its own name point here), and no request that another site's page makes.
 */
export function loopbackOnly(request: Request, response: Response, next: NextFunction): void {
  const { host = "", origin } = request.headers;
  const isHere = LOOPBACK.test(request.socket.remoteAddress ?? "") && NAMES.test(host);
  const isOurs = origin === undefined || origin === `http://${host}`;
  if (isHere && isOurs) next();
  else response.status(403).type("text").send("The workspace is for this machine only: open it at localhost.\n");
}
