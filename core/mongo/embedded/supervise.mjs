/**
 * Keeps one mongod alive for as long as any command uses it. Plain JavaScript, so that it starts at once; a session of
 * its own, so that Ctrl-C in a terminal does not reach it.
 *
 * Whoever uses the server holds a connection to the supervisor's door open, and the one who started it its standard
 * input. The kernel closes both however a process ends, so no count can go wrong. When the last one has left, mongod is
 * asked to shut down. mongod in turn sits under a shell that reads a pipe from here: should this process be killed, the
 * pipe closes and the shell asks mongod to shut down.
 *
 * argv: the settings as JSON (`SupervisorSettings` in launch-supervisor.ts). Says one JSON line on standard output:
 * {"ready":true}, or {"failed":[last lines of mongod's log]}.
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { appendFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

const settings = JSON.parse(process.argv[2] ?? "{}");

/** Runs its arguments until they end or its standard input does, then asks them to end. */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ read -r line; kill -TERM "$server"; } <&3 >/dev/null 2>&1 &
guard=$!
exec 3<&-
wait "$server"
code=$?
kill "$guard" 2>/dev/null
exit "$code"
`;

/** Lines of mongod's log that are kept in memory, to say why it ended. */
const REMEMBERED = 40;

const token = randomUUID();
const users = new Set();
const remembered = [];
let state = "starting";
let linger;

const door = createServer({ allowHalfOpen: true }, welcome);
const mongod = spawn("/bin/sh", ["-c", GUARD, "guard", settings.binary, ...settings.arguments], {
  stdio: ["pipe", "pipe", "inherit"],
});
mongod.stdin.on("error", () => {}); // it ended first
mongod.on("error", (error) => ended(String(error)));
mongod.on("close", (code) => ended(`mongod ended with status ${code}`));
createInterface({ input: mongod.stdout }).on("line", (line) => {
  remembered.push(line);
  if (remembered.length > REMEMBERED) remembered.shift();
  if (state === "starting" && line.includes("Waiting for connections")) open();
});

process.stdout.on("error", () => {}); // whoever started us may be gone
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.stdin.on("error", () => leave(process.stdin)).on("close", () => leave(process.stdin));
process.stdin.resume();
users.add(process.stdin);

function open() {
  state = "serving";
  writeFileSync(settings.versionFile, `${settings.version}\n`);
  door.listen(0, "127.0.0.1", () => {
    const address = {
      pid: process.pid,
      port: settings.port,
      door: door.address().port,
      token,
      version: settings.version,
    };
    writeFileSync(`${settings.addressFile}.${process.pid}`, JSON.stringify(address));
    renameSync(`${settings.addressFile}.${process.pid}`, settings.addressFile);
    process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
  });
}

/** The token proves that this port is still ours. The socket stays half open until mongod has ended. */
function welcome(socket) {
  if (state !== "serving") return socket.destroy();
  users.add(socket);
  clearTimeout(linger);
  socket
    .on("error", () => {})
    .on("end", () => leave(socket))
    .on("close", () => leave(socket));
  socket.resume();
  socket.write(`${token}\n`);
}

function leave(user) {
  users.delete(user);
  clearTimeout(linger);
  if (users.size === 0) linger = setTimeout(stop, settings.lingerMs);
}

function stop() {
  if (state === "stopping") return;
  state = "stopping";
  door.close();
  mongod.stdin.end();
}

function ended(reason) {
  if (state === "starting") {
    process.stdout.write(`${JSON.stringify({ failed: [...remembered, reason] })}\n`, () => process.exit(1));
    return;
  }
  if (state === "serving") {
    appendFileSync(settings.logFile, `${[...remembered, `${new Date().toISOString()} ${reason}`].join("\n")}\n`);
  }
  process.exit(0);
}
