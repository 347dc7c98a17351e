// The budget of the first route: every script the built index.html loads or preloads, gzipped.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 150;
const html = readFileSync("dist/index.html", "utf8");
const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const files = new Set([...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((m) => m[1]));

function add(key) {
    const chunk = manifest[key];
    if (!chunk || files.has(`seen:${key}`)) return;
    files.add(`seen:${key}`);
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) add(next);
}
for (const key of Object.keys(manifest)) {
    // The overview route is what a first visit loads besides the entry.
    if (manifest[key].isEntry || key.startsWith("src/routes/index.tsx")) add(key);
}

let total = 0;
for (const file of files) {
    if (file.startsWith("seen:")) continue;
    const size = gzipSync(readFileSync(join("dist", file))).length;
    total += size;
    console.log(`${(size / 1024).toFixed(1).padStart(7)} kB  ${file}`);
}
console.log(`${(total / 1024).toFixed(1).padStart(7)} kB  first route (budget ${BUDGET_KB} kB)`);
if (total / 1024 > BUDGET_KB) process.exitCode = 1;
