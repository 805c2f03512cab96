// The office move of the README, by the typed client: from the ticket to the acknowledged batch.
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import createClient from "openapi-fetch";
import type { components, paths } from "./remit.js";

type Schemas = components["schemas"];
const { REMIT_URL = "", REMIT_STORY = "" } = process.env;

function client(who: string) {
  const token = process.env[`TOKEN_${who.toUpperCase().replace("-", "_")}`];
  return createClient<paths>({ baseUrl: REMIT_URL, headers: { Authorization: `Bearer ${token}` } });
}

function right<T>({ data, error }: { data?: T; error?: Schemas["Problem"] }): T {
  if (error) {
    throw new Error(`${error.title}: ${JSON.stringify(error)}`);
  }
  return data as T;
}

async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let n = 0; n < 300; n++) {
    const found = await ask();
    if (found !== undefined) {
      return found;
    }
    await pause(100);
  }
  throw new Error(`in vain: ${ask}`);
}

const [owner, desk, partner, finance] = [client("owner"), client("desk"), client("partner"), client("finance")];
const [psa, puller] = [client("psa-sync"), client("finance-pull")];
const read = <T>(file: string) => JSON.parse(readFileSync(`${REMIT_STORY}/${file}`, "utf8")) as T;

async function now(instant: string) {
  const body = { now: instant };
  right(await owner.POST("/api/contracts/v1/sandbox/clock", { body }));
  right(await owner.POST("/api/tickets/v1/sandbox/clock", { body }));
  right(await owner.POST("/api/billing/v1/sandbox/clock", { body }));
}

async function ticket(file: string) {
  const path = { connection: "cw", externalId: "70124" };
  const body = read<Schemas["TicketSnapshot"]>(file);
  return right(await psa.PUT("/api/tickets/v1/tickets/by-ref/{connection}/{externalId}", { params: { path }, body }));
}

async function worked(file: string, externalId: string) {
  const path = { connection: "cw", externalId };
  const body = read<Schemas["TimeEntrySnapshot"]>(file);
  right(await psa.PUT("/api/tickets/v1/time-entries/by-ref/{connection}/{externalId}", { params: { path }, body }));
}

await now("2026-06-25T18:00:00Z");
const { id = "" } = await ticket("1-received.json");
const ruling = await until(async () =>
  right(await desk.GET("/api/tickets/v1/tickets/{id}", { params: { path: { id } } })).workItems[0]?.ruling);
console.log(ruling.verdict, ruling.clause?.id);

await now("2026-06-25T19:00:00Z");
const quote = await until(async () =>
  right(await desk.GET("/api/billing/v1/quotes", { params: { query: { ticketId: id } } })).items[0]);
const quotePath = { id: quote.id };
const { response } = await desk.GET("/api/billing/v1/quotes/{id}", { params: { path: quotePath } });
right(await desk.PUT("/api/billing/v1/quotes/{id}", {
  params: { path: quotePath, header: { "If-Match": response.headers.get("ETag") ?? "" } },
  body: {
    summary: "Two technicians on Saturday",
    lines: [{ what: "8:00 to 17:00", workType: "ONSITE", siteCode: "broad-street", start: "2026-06-27T12:00:00Z", minutes: 540, technicians: 2, travel: true }],
    cap: { amount: "4000.00", currency: "USD" },
    confirmCapBelowEstimate: true,
    expiresAt: "2026-07-02T21:30:00Z",
    approverEmail: "eleanor.whitfield@whitfield-crane.example",
  },
}));
right(await desk.POST("/api/billing/v1/quotes/{id}/send", {
  params: { path: quotePath, header: { "Idempotency-Key": `send-${quote.id}` } },
}));

await now("2026-06-25T19:30:00Z");
await ticket("2-answered.json");
await now("2026-06-26T14:00:00Z");
const approved = right(await partner.POST("/api/billing/v1/quotes/{id}/approve", {
  params: { path: quotePath, header: { "Idempotency-Key": `yes-${quote.id}` } },
  body: { typedName: "Eleanor Whitfield" },
}));
console.log(approved.status);

await now("2026-06-27T21:15:00Z");
await ticket("3-resolved.json");
await worked("time-dana.json", "70124-1");
await worked("time-miguel.json", "70124-2");
await until(async () => {
  const { items } = right(await finance.GET("/api/billing/v1/extras", { params: { query: { ticketId: id } } }));
  return items.length === 4 ? items : undefined;
});

await now("2026-06-29T13:00:00Z");
right(await finance.POST("/api/billing/v1/cut-offs", {
  params: { header: { "Idempotency-Key": "june-28" } },
  body: { through: "2026-06-28" },
}));
const feed = right(await puller.GET("/api/billing/v1/finance-feed", { params: { query: { after: 0 } } }));
for (const { position, extra } of feed.items) {
  console.log(position, extra.billed?.amount, extra.arithmetic);
}
const batch = right(await finance.POST("/api/billing/v1/export-batches", {
  params: { header: { "Idempotency-Key": "batch-june-28" } },
  body: {},
}));
const batchPath = { number: batch.number };
const csv = right(await puller.GET("/api/billing/v1/export-batches/{number}/lines.csv", { params: { path: batchPath }, parseAs: "text" }));
console.log(csv.trimEnd().split("\n").length, "lines of CSV");
const settled = right(await puller.POST("/api/billing/v1/export-batches/{number}/acknowledgement", {
  params: { path: batchPath },
  body: { reference: "INV-1001" },
}));
console.log(settled.acknowledgement?.reference);
