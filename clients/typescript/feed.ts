// Pulls what may be invoiced, as docs/clients.md tells.
import createClient from "openapi-fetch";
import type { paths } from "./remit.js";

const { REMIT_URL = "http://localhost:8080", REMIT_TOKEN_URL = "", REMIT_CLIENT = "", REMIT_SECRET = "" } = process.env;

async function token(): Promise<string> {
  const answer = await fetch(REMIT_TOKEN_URL, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", client_id: REMIT_CLIENT, client_secret: REMIT_SECRET }),
  });
  if (!answer.ok) {
    throw new Error(`no token: ${answer.status} ${await answer.text()}`);
  }
  return ((await answer.json()) as { access_token: string }).access_token;
}

const remit = createClient<paths>({ baseUrl: REMIT_URL, headers: { Authorization: `Bearer ${await token()}` } });
let after = 0;
for (;;) {
  const { data, error } = await remit.GET("/api/billing/v1/finance-feed", { params: { query: { after, limit: 200 } } });
  if (error) {
    throw new Error(`${error.title}: ${error.detail} (${error.requestId})`);
  }
  for (const { position, extra } of data.items) {
    console.log(position, extra.clientCode, extra.kind, extra.billed?.amount, extra.billed?.currency, extra.arithmetic);
    after = position;
  }
  if (data.items.length === 0) {
    break;
  }
}
