// Does with the official SDK what the comparison asks for: one task a line on standard input, then `go`.
// Usage: node sdk.js URL KEY CALL_ID

const readline = require("node:readline");
const Retell = require("retell-sdk").default;

const [url, key, callId] = process.argv.slice(2);
const client = new Retell({ apiKey: key, baseURL: url });

const NOTHING = { items: 0, duration_ms: 0 };

const judged = (rightly) => ({ items: rightly ? 1 : 0, duration_ms: 0 });

const inCall = (call) => ({
  items: call.transcript_object.reduce((words, utterance) => words + utterance.words.length, 0),
  duration_ms: call.duration_ms,
});

const operations = {
  async list() {
    const page = await client.call.list({ limit: 1000 });
    return {
      items: page.items.length,
      duration_ms: page.items.reduce((sum, call) => sum + call.duration_ms, 0),
    };
  },

  async retrieve() {
    return inCall(await client.call.retrieve(callId));
  },

  async verify({ body, signature }) {
    return judged(await Retell.verify(body.toString(), key, signature));
  },

  async receive({ body, signature }) {
    const text = body.toString();
    if (!(await Retell.verify(text, key, signature))) return NOTHING;
    return inCall(JSON.parse(text).call);
  },

  async refuse({ body, signature }) {
    return judged(!(await Retell.verify(body.toString(), key, signature)));
  },
};

async function times(task, often) {
  const all = { ...NOTHING };
  for (let nth = 0; nth < often; nth++) {
    const seen = await operations[task.operation](task);
    all.items += seen.items;
    all.duration_ms += seen.duration_ms;
  }
  return all;
}

async function main() {
  const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return;
    const task = JSON.parse(value);
    // A webhook comes in as bytes.
    task.body = Buffer.from(task.body);
    await times(task, task.warm_up);
    process.stdout.write("ready\n");
    await lines.next();
    process.stdout.write(`${JSON.stringify(await times(task, task.times))}\n`);
  }
}

main();
