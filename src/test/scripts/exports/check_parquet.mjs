// SPDX-License-Identifier: Apache-2.0
// Reads an export `parquet` with DuckDB and with hyparquet: check_parquet.mjs FOLDER_WITH_NODE_MODULES EXPORT TABLE_AS_CSV
// Both must see the same rows and sums; damage must be noticed. The samples are written to TABLE_AS_CSV by DuckDB, for agree.py, and the
// tables of spans, sessions and sides beside it, for agree_metrics.py.
import { createRequire } from 'node:module';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tmpdir } from 'node:os';
import { gunzipSync } from 'node:zlib';

const [folder, exported, csv] = process.argv.slice(2);
const require = createRequire(folder + '/package.json');
const { DuckDBInstance } = require('@duckdb/node-api');
const { parquetReadObjects, asyncBufferFromFile, parquetMetadataAsync } = await import(
  pathToFileURL(join(folder, 'node_modules/hyparquet/src/node.js')).href);

let problems = 0;
function problem(words) {
  problems++;
  console.log('PROBLEM: ' + words);
}

const db = await (await DuckDBInstance.create(':memory:')).connect();
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJS();
const quoted = (file) => `'${file.replace(/'/g, "''")}'`;

const session = readdirSync(exported).find((name) => name.startsWith('session_id='));
const summary = {};
for (const table of ['samples', 'raw', 'events', 'spans', 'sessions', 'sides', 'notes']) {
  const file = join(exported, ['sessions', 'sides', 'notes'].includes(table) ? '.' : session, table + '.parquet');
  const columns = await rows(`describe select * from read_parquet(${quoted(file)})`);
  const numbers = columns.filter((one) => /INT|FLOAT|DOUBLE/.test(one.column_type)).map((one) => one.column_name);
  const sums = numbers.map((name) => `sum("${name}"::double) as "${name}"`).join(', ');
  const [ours] = await rows(`select count(*)::double as n, ${sums} from read_parquet(${quoted(file)})`);
  const buffer = await asyncBufferFromFile(file);
  const objects = await parquetReadObjects({ file: buffer, compressors: { GZIP: (input) => new Uint8Array(gunzipSync(input)) } });
  if (objects.length !== ours.n) problem(`${table}: DuckDB sees ${ours.n} rows, hyparquet ${objects.length}`);
  for (const name of numbers) {
    const sum = objects.reduce((all, row) => all + Number(row[name] ?? 0), 0);
    if (Math.abs(sum - (ours[name] ?? 0)) > 1e-9 * Math.max(1, Math.abs(sum))) problem(`${table}.${name}: ${ours[name]} and ${sum}`);
  }
  const facts = Object.fromEntries((await parquetMetadataAsync(buffer)).key_value_metadata.map((one) => [one.key, one.value]));
  if (table === 'samples' && facts['unit.mean_pressure_kpa'] !== 'kPa') problem('no unit of mean_pressure_kpa');
  if (table === 'notes') {
    const told = objects.map((row) => [row.moment, row.measure, row.test, row.soreness_nrs, row.length_mm, row.angle_rad].map((one) => one ?? null));
    const noted = [['24h', 'soreness', null, 4.5, null, null], ['48h', 'soreness', null, 0, null, null], ['before', 'motion_length', 'knee-to-wall', null, -125, null],
      ['after', 'motion_angle', 'my-reach', null, null, Math.PI / 6], ['after', 'motion_length', 'my-reach', null, 70, null]];
    if (JSON.stringify(told) !== JSON.stringify(noted)) problem(`notes read ${JSON.stringify(told)}`);
    if (facts['unit.length_mm'] !== 'mm' || facts['unit.angle_rad'] !== 'rad') problem('notes have no units');
    const [who] = await rows(`select count(*)::int as n from read_parquet(${quoted(join(exported, 'sessions.parquet'))}) semi join read_parquet(${quoted(file)}) using (participant_id)`);
    if (who.n < 1) problem('notes of somebody of whom no session is here');
  }
  summary[table] = `${ours.n} x ${columns.length}`;
}
const byFolder = await rows(`select session_id, count(*)::double as n from read_parquet(${quoted(join(exported, '*/samples.parquet'))}, hive_partitioning = true) group by 1`);
if (byFolder.length < 1 || !session.endsWith(byFolder[0].session_id)) problem('the session is no column of the folder');
const [note] = await rows(`select note from read_parquet(${quoted(join(exported, 'sessions.parquet'))})`);
if (process.env.EXPORT_NOTE && note.note !== process.env.EXPORT_NOTE) problem(`the note reads ${JSON.stringify(note.note)}`);
const samples = join(exported, session, 'samples.parquet');
await rows(`copy (select * exclude (t) from read_parquet(${quoted(samples)}, hive_partitioning = false) order by time_us) to ${quoted(csv)} (header)`);

for (const [table, file] of [['spans', join(exported, session, 'spans.parquet')], ['sessions', join(exported, 'sessions.parquet')], ['sides', join(exported, 'sides.parquet')]])
  await rows(`copy (select * from read_parquet(${quoted(file)}, hive_partitioning = false)) to ${quoted(csv.replace(/csv$/, table + '.csv'))} (header)`);

// Damage: cut short, and a byte of the values flipped.
const place = mkdtempSync(join(tmpdir(), 'spoilt-'));
const copy = join(place, 'samples.parquet');
async function passes() {
  try {
    // gunzip holds each page to its checksum, which DuckDB does not.
    await parquetReadObjects({ file: await asyncBufferFromFile(copy), compressors: { GZIP: (input) => new Uint8Array(gunzipSync(input)) } });
    return true;
  } catch {
    return false;
  }
}
copyFileSync(samples, copy);
truncateSync(copy, readFileSync(copy).length - 100);
if (await passes()) problem('a file cut short passes');
const bytes = readFileSync(samples);
bytes[Math.floor(bytes.length / 2)] ^= 0x10;
writeFileSync(join(place, 'flipped.parquet'), bytes);
copyFileSync(join(place, 'flipped.parquet'), copy);
if (await passes()) problem('a flipped bit passes');
rmSync(place, { recursive: true });
console.log(`parquet: ${JSON.stringify(summary)}, ${problems} problems`);
process.exit(problems === 0 ? 0 : 1);
