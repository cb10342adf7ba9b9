// SPDX-License-Identifier: Apache-2.0
// Reads an export `fit` with fit-file-parser: check_fit.mjs FOLDER_WITH_NODE_MODULES FILE
// Records once a second with the fields of our own, named and with units; damage must be noticed.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const [folder, file] = process.argv.slice(2);
const module_ = createRequire(folder + '/package.json')('fit-file-parser');
const FitParser = module_.default ?? module_;

function parse(bytes) {
  return new Promise((resolve, reject) =>
    new FitParser({ force: false, mode: 'list' }).parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), (error, data) =>
      error ? reject(new Error(error)) : resolve(data)));
}

let problems = 0;
function problem(words) {
  problems++;
  console.log('PROBLEM: ' + words);
}

const bytes = readFileSync(file);
const data = await parse(bytes);
const records = data.records ?? [];
if (records.length < 20) problem(`only ${records.length} records`);
const times = records.map((record) => new Date(record.timestamp).getTime() / 1000);
for (let index = 1; index < times.length; index++) if (!(times[index] > times[index - 1])) problem(`record ${index} is not later than the one before`);
for (const key of ['mean_pressure', 'peak_pressure', 'active_pads'])
  if (!records.every((record) => typeof record[key] === 'number')) problem(`not every record has ${key}: ${JSON.stringify(records[0])}`);
const unpained = records.filter((record) => record.pain === undefined).length;
const session = data.sessions?.[0];
if (!session || session.sport !== 'training') problem(`the session reads ${JSON.stringify(session)}`);
else for (const key of ['mean_pressure', 'peak_pressure', 'hold_time', 'time_over_ceiling']) if (typeof session[key] !== 'number') problem(`the session lacks ${key}`);
for (const [what, spoilt] of [
  ['a flipped byte', () => { const copy = Buffer.from(bytes); copy[Math.floor(copy.length / 2)] ^= 0x40; return copy; }],
  ['a file cut short', () => Buffer.from(bytes.subarray(0, bytes.length - 40))],
]) {
  let passed = true;
  try {
    await parse(spoilt());
  } catch {
    passed = false;
  }
  if (passed) problem(`${what} passes`);
}
console.log(`fit: ${records.length} records, ${unpained} of them before a word about pain, session ${session?.sport}/${session?.sub_sport}, ${problems} problems`);
process.exit(problems === 0 ? 0 : 1);
