// SPDX-License-Identifier: Apache-2.0
// Judges the MQTT contract with programs that are not ours: check_contract.mjs FOLDER_WITH_NODE_MODULES ASYNCAPI MESSAGES
//
// The document must be a valid AsyncAPI 3 one (@asyncapi/parser), its examples and every message that the code wrote into MESSAGES (one JSON object a line:
// topic, qos, retain, payload) must hold against its schemas (ajv) without a key that the document does not know; and seeded
// defects in document and messages must be found, or this check could not fail.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const [folder, documentPath, messagesPath] = process.argv.slice(2);
const require = createRequire(folder + '/package.json');
const { Parser } = require('@asyncapi/parser');
const Ajv = require('ajv/dist/2019').default;
const addFormats = require('ajv-formats').default;

let problemCount = 0;
function problem(words) {
  problemCount++;
  if (problemCount <= 20) console.log('PROBLEM: ' + words);
}

async function errorsOf(text) {
  const { document, diagnostics } = await new Parser().parse(text);
  return { document, errors: diagnostics.filter((one) => one.severity === 0) };
}

// A reader passes over keys that it does not know; a writer of ours may not have any.
function closed(schema) {
  const copy = structuredClone(schema);
  const walk = (node) => {
    if (node === null || typeof node !== 'object') return; // also what is not there
    for (const value of Object.values(node.properties ?? {})) {
      walk(value);
      if (value.properties) value.unevaluatedProperties = false;
    }
    for (const part of [...(node.allOf ?? []), ...(node.anyOf ?? []), node.then, node.items]) walk(part);
  };
  walk(copy);
  copy.unevaluatedProperties = false;
  return copy;
}

const text = readFileSync(documentPath, 'utf8');
const { document, errors } = await errorsOf(text);
for (const error of errors) problem(`${error.path.join('.')}: ${error.message}`);
if (!document) process.exit(1);
for (const [from, to] of [['"#/channels/live"', '"#/channels/lives"'], ['action: send', 'action: shout'], ['asyncapi: 3.0.0', 'asyncapi: 9.0.0']]) {
  const spoilt = text.replace(from, to);
  if (spoilt === text || (await errorsOf(spoilt)).errors.length === 0) problem(`a document with ${to} passes`);
}

const root = document.json();
const ajv = new Ajv({ strict: false, allErrors: false });
addFormats(ajv);
const channels = Object.entries(root.channels).map(([name, channel]) => ({
  name,
  address: new RegExp('^' + channel.address.replace(/\{[^}]+\}/g, '[a-z0-9-]+') + '$'),
  messages: Object.values(channel.messages).map((message) => ({ ...message, holds: ajv.compile(closed(message.payload)) })),
  mqtt: Object.values(root.operations).find((operation) => operation.channel.address === channel.address)?.bindings?.mqtt,
}));

let exampleCount = 0;
for (const channel of channels)
  for (const message of channel.messages)
    for (const example of message.examples ?? []) {
      exampleCount++;
      if (!message.holds(example.payload))
        problem(`example ${example.name} of ${channel.name}: ${ajv.errorsText(message.holds.errors)}`);
    }

const counts = {};
let spoiltCount = 0;
for (const line of readFileSync(messagesPath, 'utf8').split('\n').filter(Boolean)) {
  const sent = JSON.parse(line);
  const channel = channels.find((one) => one.address.test(sent.topic));
  if (!channel) {
    problem(`nothing is said of ${sent.topic}`);
    continue;
  }
  counts[channel.name] = (counts[channel.name] ?? 0) + 1;
  const message = channel.messages[0];
  if (!message.holds(sent.payload))
    problem(`${sent.topic}: ${ajv.errorsText(message.holds.errors)} in ${JSON.stringify(sent.payload).slice(0, 300)}`);
  if (channel.mqtt && (channel.mqtt.qos !== sent.qos || channel.mqtt.retain !== sent.retain))
    problem(`${sent.topic} was sent with qos ${sent.qos}, retain ${sent.retain}`);
  // Seeded defects: a key nobody knows, a needed key gone, a word where a number belongs.
  if (!sent.payload.schema) continue;
  for (const spoil of [
    (payload) => (payload.colour = 'blue'),
    (payload) => delete payload.seq,
    (payload) => (payload.seq = 'seven'),
    (payload) => (payload.schema = 'rollscope.other/1'),
    (payload) => (payload.sent_at = 'yesterday'),
  ]) {
    const spoilt = structuredClone(sent.payload);
    spoil(spoilt);
    if (JSON.stringify(spoilt) === JSON.stringify(sent.payload)) continue; // it has no such key
    spoiltCount++;
    if (message.holds(spoilt)) problem(`a spoilt message of ${channel.name} passes: ${spoil}`);
  }
}
for (const channel of channels) if (!counts[channel.name]) problem(`no message of ${channel.name} was judged`);
console.log(`contract: ${channels.length} channels, ${exampleCount} examples, messages ${JSON.stringify(counts)}, ${spoiltCount} spoilt ones refused`);
console.log(`${problemCount} problems`);
process.exit(problemCount === 0 ? 0 : 1);
