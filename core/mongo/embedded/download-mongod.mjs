// Runs as a process of its own: the package prints its progress on standard output, which belongs to the command.
// argv: the directory for the download. Answers with one JSON line on standard output.
const answer = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

const { MongoBinary } = await import("mongodb-memory-server-core");
const binary = await MongoBinary.getPath({ downloadDir: process.argv[2] });
answer(`${JSON.stringify({ binary })}\n`);
