// SPDX-License-Identifier: Apache-2.0
// Reads an export `csv` as its data package describes it, by Frictionless' own library: check_csv.mjs FOLDER_WITH_NODE_MODULES EXPORT
// The package must be valid and every cell of every file must be what its column says; seeded defects must be found.
import { createRequire } from 'node:module';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

const [folder, exported] = process.argv.slice(2);
const { Package } = createRequire(folder + '/package.json')('datapackage');

async function read(place) {
  const found = await Package.load(join(place, 'datapackage.json'), { basePath: place });
  const errors = found.errors.map(String);
  const counts = {};
  const tables = {};
  for (const resource of found.resources) {
    try {
      const rows = await resource.read({ keyed: true, forceCast: true });
      const bad = rows.filter((row) => row instanceof Error);
      errors.push(...bad.slice(0, 3).map((error) => `${resource.name}: ${error.message} ${(error.errors ?? []).join('; ')}`));
      counts[resource.name] = rows.length;
      tables[resource.name] = rows;
    } catch (failed) {
      errors.push(`${resource.name}: ${failed.message} ${(failed.errors ?? []).slice(0, 3).join('; ')}`);
    }
  }
  return { errors, counts, tables };
}

async function errorsOfSpoilt(name, spoil) {
  const copy = mkdtempSync(join(tmpdir(), 'spoilt-'));
  try {
    cpSync(exported, copy, { recursive: true });
    const file = join(copy, name);
    const before = readFileSync(file, 'utf8');
    const after = spoil(before);
    if (after === before) return ['nothing to spoil in ' + name];
    writeFileSync(file, after);
    return (await read(copy)).errors;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const { errors, counts, tables } = await read(exported);
errors.forEach((error) => console.log('PROBLEM: ' + error));
let problems = errors.length;
const note = readFileSync(join(exported, 'sessions.csv'), 'utf8');
const id = tables.sessions[0].session_id;
const wanted = process.env.EXPORT_NOTE;
if (wanted && tables.sessions[0].note !== "'" + wanted) {
  problems++;
  console.log(`PROBLEM: the note reads ${JSON.stringify(tables.sessions[0].note)}`);
}
for (const [what, name, spoil] of [
  ['a word for a number', `${id}/samples.csv`, (text) => text.replace(/\r\n(\d+),(\d+),/, '\r\n$1,many,')],
  ['a kind of event that is none', `${id}/events.csv`, (text) => text.replace(/\r\n[a-z_]+,/, '\r\nsneeze,')],
  ['a row too short', `${id}/raw.csv`, (text) => text.replace(/,\d+\r\n$/, '\r\n')],
  ['a type that is none', 'datapackage.json', (text) => text.replace('"type" : "integer"', '"type" : "int"')],
  ['the same moment twice', `${id}/samples.csv`, (text) => text.replace(/\r\n\d+,(\d+),/, '\r\n10000,$1,')],
]) {
  if ((await errorsOfSpoilt(name, spoil)).length === 0) {
    problems++;
    console.log(`PROBLEM: ${what} passes`);
  }
}
console.log(`csv: ${JSON.stringify(counts)}, ${problems} problems`);
process.exit(problems === 0 ? 0 : 1);
